/** The day's log, ready for the group chat: copy it, send it, say that it was sent. */
import { useState } from 'react';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { patrolActs } from '#domain/patrol/patrol.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { copyText } from '#web/ui/copyText.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { sayAt } from '#web/ui/say.ts';

const words = {
  title: { zh: '巡查日志', en: 'Log of the day' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: { zh: '浏览器不允许复制，请手动选择文字', en: 'The browser refused; select the text by hand' },
  print: { zh: '打印', en: 'Print' },
  via: { zh: '报送到哪里', en: 'Where it was sent' },
  say: {
    zh: '把日志发到群里后，在这里登记。登记后日志不再改动。',
    en: 'Send the log to the group, then record it here. The log is fixed from then on.',
  },
};

/** The acts that belong to the desk; starting and answering a patrol is the phone's. */
const logActs = { reportLog: patrolActs.reportLog };

export function LogPanel({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [sending, setSending] = useState(false);
  const report = useAct('patrol.reportLog');
  const close = () => {
    report.reset();
    setSending(false);
  };
  return (
    <Panel title={t(words.title)} aside={patrol.reportedAt && `${patrol.reportedVia} · ${t(sayAt(patrol.reportedAt))}`}>
      <pre className="log">{patrol.log}</pre>
      <div className="log-foot no-print">
        <ActButtons offered={patrol.acts} table={logActs} main="reportLog" explain onAct={() => setSending(true)} />
        <button type="button" className="btn" onClick={() => void copyText(patrol.log).then(setCopied)}>
          <Icon name="copy" size={16} />
          {t(words.copy)}
        </button>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
        <span role="status" className="second">
          {copied === true && t(words.copied)}
          {copied === false && t(words.notCopied)}
        </span>
      </div>
      {sending && (
        <ActForm
          title={t(patrolActs.reportLog.words)}
          send={t(patrolActs.reportLog.words)}
          say={t(words.say)}
          text={{ label: t(words.via), required: true, single: true, initial: patrol.channel ?? '' }}
          error={report.error}
          pending={report.isPending}
          onSend={({ text }) => report.mutate({ id: patrol.id, via: text }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Panel>
  );
}
