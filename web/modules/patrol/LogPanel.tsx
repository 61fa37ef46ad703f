/** The day's log, ready for the group chat: copy it, send it, say that it was sent. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { logActs } from '#domain/patrol/log.rules.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { patrolActs } from '#domain/patrol/patrol.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
import { Panel } from '#web/desk/kit/Page.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { copyText } from '#web/ui/copyText.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Signatures } from '#web/ui/Signatures.tsx';
import { sayAt } from '#web/ui/say.ts';

const words = {
  title: { zh: '巡查日志', en: 'Log of the day' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  notCopied: { zh: '浏览器不允许复制，请手动选择文字', en: 'The browser refused; select the text by hand' },
  page: { zh: '日志页（打印）', en: 'Page to print' },
  behind: { zh: '发出后记录又有变动，日志还没有更正。', en: 'The records have changed since it was sent; the log has not been amended.' },
  via: { zh: '报送到哪里', en: 'Where it was sent' },
  say: {
    zh: '把日志发到群里后，在这里登记。登记后再改要写明原因，成为新的一版。',
    en: 'Send the log to the group, then record it here. A later change needs a reason and is a new version.',
  },
};

const bySystem = (groups: string): Words => ({
  zh: `系统会把日志发到“${groups}”，不用再粘贴。之后再改要写明原因，成为新的一版。`,
  en: `The system sends it to ${groups}; no need to paste it. A later change needs a reason and is a new version.`,
});

/** The acts that belong to the desk; starting and answering a patrol is the phone's. */
const deskActs = { reportLog: patrolActs.reportLog, ...logActs };
type DeskAct = 'reportLog' | 'sign' | 'countersign' | 'sendAmended';
const atDesk: readonly string[] = ['reportLog', 'sign', 'countersign', 'sendAmended'] satisfies DeskAct[];

export function LogPanel({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const groups = patrol.sendsTo.join('、');
  const [sending, setSending] = useState<'reportLog' | 'sendAmended' | null>(null);
  const report = useAct('patrol.reportLog');
  const sendAmended = useAct('patrol.sendAmended');
  const sign = useAct('patrol.sign');
  const countersign = useAct('patrol.countersign');
  const sender = sending === 'sendAmended' ? sendAmended : report;
  const close = () => {
    sender.reset();
    setSending(null);
  };
  const act = (name: string) => {
    const signed = { id: patrol.id, sha256: patrol.logSha256 };
    if (name === 'sign') sign.mutate(signed);
    else if (name === 'countersign') countersign.mutate(signed);
    else setSending(name === 'sendAmended' ? 'sendAmended' : 'reportLog');
  };
  // Where nothing stands to be done, an act is not offered at all: an amendment that was sent, a signature of somebody else.
  const offered = patrol.acts.filter((one) => atDesk.includes(one.act) && (one.allowed || one.act === 'reportLog'));
  return (
    <Panel title={t(words.title)} aside={patrol.reportedAt && `${patrol.reportedVia} · ${t(sayAt(patrol.reportedAt))}`}>
      <pre className="log">{patrol.log}</pre>
      <div className="log-signatures">
        <Signatures lines={patrol.toSign} />
      </div>
      {patrol.logBehind && <p className="log-note">{t(words.behind)}</p>}
      <ProblemNote error={sign.error ?? countersign.error} />
      <div className="log-foot no-print">
        <ActButtons
          offered={offered}
          table={deskActs}
          main={offered.find(({ allowed }) => allowed)?.act ?? 'reportLog'}
          explain
          disabled={sign.isPending || countersign.isPending}
          onAct={act}
        />
        <button type="button" className="btn" onClick={() => void copyText(patrol.log).then(setCopied)}>
          <Icon name="copy" size={16} />
          {t(words.copy)}
        </button>
        <a className="btn" href={to('patrolLog', { id: patrol.id })}>
          {t(words.page)}
        </a>
        <Download of="form.paper" input={{ form: 'patrolLog', of: patrol.id }}>
          Word
        </Download>
        <span role="status" className="second">
          {copied === true && t(words.copied)}
          {copied === false && t(words.notCopied)}
        </span>
      </div>
      {sending && (
        <ActForm
          title={t(deskActs[sending].words)}
          send={t(deskActs[sending].words)}
          say={t(groups === '' ? words.say : bySystem(groups))}
          text={{
            label: t(words.via),
            required: true,
            single: true,
            initial: groups.slice(0, 60) || (patrol.reportedVia ?? patrol.channel ?? ''),
          }}
          error={sender.error}
          pending={sender.isPending}
          onSend={({ text }) => sender.mutate({ id: patrol.id, via: text }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </Panel>
  );
}
