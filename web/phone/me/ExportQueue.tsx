import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { dayOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { now } from '#web/api/clock.ts';
import { useWords } from '#web/language.ts';
import { who } from '../session.ts';
import { exportQueue } from './export.ts';

const words = {
  export: { zh: '导出为文件', en: 'Export as a file' },
  hint: {
    zh: '手机一直连不上时，把文件交给本单位创城专员在电脑上代为导入。导出后内容仍留在手机上，之后再自动上传也不会重复。',
    en: 'If the phone cannot connect, give the file to your campaign clerk to bring in at the desk. It all stays on the phone, and being sent later makes nothing double.',
  },
  done: {
    zh: '已导出。文件里有照片和记录，请只交给创城专员。',
    en: 'Exported. The file holds photos and records: give it to the clerk only.',
  },
  noKey: {
    zh: '这台手机登录后还没有连上过服务器，请连一次网再导出。',
    en: 'This phone has not reached the server since you signed in; connect once before exporting.',
  },
  failed: { zh: '没能生成文件，请清理空间后再试。', en: 'The file could not be made; free some space and try again.' },
};

export function ExportQueue() {
  const t = useWords();
  const me = useStore(who)!;
  const [said, setSaid] = useState<Words>(words.hint);
  const save = async () => {
    const file = await exportQueue({ id: me.person.id, name: me.person.name }, me.unit.name);
    if (!file) return setSaid(words.noKey);
    const url = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: `巡查待上传-${me.person.name}-${dayOf(now())}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    setSaid(words.done);
  };
  return (
    <>
      <button type="button" className="button second wide export" onClick={() => void save().catch(() => setSaid(words.failed))}>
        {t(words.export)}
      </button>
      <p className="second-line" role="status">
        {t(said)}
      </p>
    </>
  );
}
