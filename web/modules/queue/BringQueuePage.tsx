/** The clerk brings in the exported queue of a phone that cannot connect: what is in the file, then act by act how it fares. */
import { useState } from 'react';
import { factWords, workflows } from '#domain/facts.ts';
import type { Tone } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { type QueueFile, type QueueItem, readQueueFile } from '#domain/queue/queue.file.ts';
import { queryClient } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { holds, useSignedIn } from '#web/modules/org/session.ts';
import { ToneTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { type Brought, bringAll } from './bring.ts';
import './queue.css';

const words = {
  title: { zh: '导入手机队列', en: "Bring in a phone's queue" },
  hint: {
    zh: '手机一直连不上网时，请本人在手机“我的 → 导出为文件”，把文件拿到这里导入。操作记在本人名下，历程里同时写明由您代为导入；手机以后再自动上传，不会重复。',
    en: 'When a phone cannot connect, its owner exports the queue under Me and brings the file here. Each act counts as the owner’s, and the history names you as who brought it in. Being sent by the phone later makes nothing double.',
  },
  choose: { zh: '选择导出的文件', en: 'Choose the exported file' },
  notOurs: { zh: '这不是手机导出的队列文件。', en: 'This is no queue exported from a phone.' },
  clerkOnly: { zh: '只有本单位创城专员可以代为导入。', en: 'Only the campaign clerk of the unit may bring in a queue.' },
  of: (file: QueueFile): Words => ({ zh: `${file.person.name} · ${file.unitName}`, en: `${file.person.name} · ${file.unitName}` }),
  exported: (at: Words): Words => ({ zh: `${at.zh} 从手机导出`, en: `exported from the phone ${at.en}` }),
  items: (n: number): Words => ({ zh: `${n} 项`, en: `${n} items` }),
  bring: { zh: '全部导入', en: 'Bring in everything' },
  again: { zh: '再试一次', en: 'Try again' },
  what: { zh: '操作', en: 'Act' },
  about: { zh: '内容', en: 'About' },
  when: { zh: '手机上的时间', en: 'On the phone' },
  how: { zh: '结果', en: 'Outcome' },
  photo: { zh: '照片', en: 'Photo' },
  beforeRefused: { zh: '手机上曾被退回：', en: 'Refused on the phone before: ' },
};

const states: Record<Brought['state'], { readonly tone: Tone; readonly words: Words }> = {
  waiting: { tone: 'todo', words: { zh: '待导入', en: 'To bring in' } },
  sending: { tone: 'working', words: { zh: '导入中', en: 'Under way' } },
  done: { tone: 'done', words: { zh: '已在系统中', en: 'In the system' } },
  noBytes: { tone: 'late', words: { zh: '文件里没有这张照片', en: 'The file lacks this photo' } },
  noAnswer: { tone: 'late', words: { zh: '没有回应，请再试', en: 'No answer; try again' } },
  refused: { tone: 'late', words: { zh: '被退回', en: 'Refused' } },
};

/** '记录问题' for 'issue.report'. */
function nameOf({ name, photoId }: QueueItem): Words {
  if (photoId) return words.photo;
  const [kind, act] = name.split('.') as [string, string];
  return workflows.find((workflow) => workflow.kind === kind)?.acts[act]?.words ?? factWords(`${name}ed`);
}

export default function BringQueuePage() {
  const t = useWords();
  const me = useSignedIn();
  const [file, setFile] = useState<QueueFile | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [brought, setBrought] = useState<readonly Brought[]>([]);
  const isBusy = brought.some(({ state }) => state === 'sending');
  const isAllIn = brought.length > 0 && brought.every(({ state }) => state === 'done');
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const found = readQueueFile(await chosen.text());
    setFile(found);
    setWrong(found === null);
    setBrought(found ? found.items.map(() => ({ state: 'waiting' as const })) : []);
  };
  const bring = async (queue: QueueFile) => {
    await bringAll(queue, (index, one) => setBrought((known) => known.map((each, i) => (i === index ? one : each))));
    await queryClient.invalidateQueries();
  };
  if (me && !holds(me, 'campaignClerk')) {
    return (
      <>
        <PageHead title={t(words.title)} tab={t(words.title)} />
        <p className="none">{t(words.clerkOnly)}</p>
      </>
    );
  }
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)} under={t(words.hint)} />
      <p className="queue-choose">
        <label className="btn" htmlFor="queue-file">
          {t(words.choose)}
        </label>
        <input
          id="queue-file"
          className="visually-hidden"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </p>
      {isWrong && (
        <p className="problem-note" role="alert">
          {t(words.notOurs)}
        </p>
      )}
      {file && (
        <Panel title={t(words.of(file))} aside={t(words.items(file.items.length))}>
          <p className="second queue-exported">{t(words.exported(sayAt(file.exportedAt)))}</p>
          <Items items={file.items} brought={brought} />
          {!isAllIn && (
            <p className="queue-foot">
              <button type="button" className="btn btn-main" disabled={isBusy} onClick={() => void bring(file)}>
                {t(brought.some(({ state }) => state !== 'waiting') ? words.again : words.bring)}
              </button>
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

function Items({ items, brought }: { readonly items: readonly QueueItem[]; readonly brought: readonly Brought[] }) {
  const t = useWords();
  return (
    <table className="queue-table">
      <thead>
        <tr>
          <th>{t(words.what)}</th>
          <th>{t(words.about)}</th>
          <th>{t(words.when)}</th>
          <th>{t(words.how)}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, i) => {
          const one = brought[i] ?? { state: 'waiting' as const };
          return (
            <tr key={item.seal}>
              <td>{t(nameOf(item))}</td>
              <td>
                {item.about}
                {item.refused && (
                  <div className="second small">
                    {t(words.beforeRefused)}
                    {t(item.refused)}
                  </div>
                )}
              </td>
              <td className="second">{exactAt(item.queuedAt)}</td>
              <td>
                <ToneTag tone={states[one.state].tone} words={states[one.state].words} />
                {one.state === 'refused' && <div className="late-words small">{t(one.problem)}</div>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
