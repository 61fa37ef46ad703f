/** The log of the day, ready for the group chat; late or in time, sent or not. */

import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { whyNot } from '#domain/kernel/act.ts';
import { timeOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { writeLog } from '#domain/patrol/log.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { isLogLate, patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { useWords } from '#web/language.ts';
import { copyText } from '#web/ui/copyText.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt, sayDay } from '#web/ui/say.ts';
import { sentenceOf } from '../kit/said.ts';
import { useCircumstances } from '../queued.hooks.ts';
import type { QueuedIssue } from '../queued.ts';
import { who } from '../session.ts';
import { reportLog } from './acts.ts';
import { ChecklistRead } from './ChecklistRead.tsx';
import { OwnDraft } from './OwnDraft.tsx';

const words = {
  submitted: { zh: '已提交', en: 'Submitted' },
  submittedQueued: { zh: '已提交（待上传）', en: 'Submitted (to be sent)' },
  log: { zh: '巡查日志', en: 'The log' },
  copy: { zh: '复制日志', en: 'Copy the log' },
  copied: { zh: '已复制，去群里粘贴', en: 'Copied; paste it in the group' },
  notCopied: { zh: '请长按文字复制', en: 'Press and hold the text to copy' },
  sent: { zh: '已发到群', en: 'Sent to the group' },
  group: { zh: '发到哪个群', en: 'Which group' },
  groupDefault: { zh: '创城工作群', en: 'campaign group' },
  due: {
    zh: '今天 24:00 前发到群并在这里登记，过后记为逾期。',
    en: 'Send it and mark it here before midnight; afterwards it counts as late.',
  },
  late: { zh: '已逾期', en: 'Late' },
  lateHint: (day: Words): Words => ({
    zh: `应在${day.zh} 24:00 前上报，已记为逾期；仍请补报。`,
    en: `It was due by midnight ${day.en} and counts as late; please still send it.`,
  }),
  inTime: { zh: '按时上报', en: 'Sent in time' },
  reportedBy: (name: string, at: Words, via: string): Words => ({
    zh: `${name} ${at.zh} 发到${via}`,
    en: `${name} sent it to ${via}, ${at.en}`,
  }),
  preview: {
    zh: '问题和照片还在上传，正式日志以上传后为准。',
    en: 'Problems and photos are still on their way; the log becomes final once they arrive.',
  },
  willCount: {
    zh: '登记要等上传后才算上报，请在今晚前连一次网。',
    en: 'It counts once it has been sent from this phone; connect before midnight.',
  },
};

interface Props {
  readonly patrol: PatrolView;
  readonly queuedIssues: readonly QueuedIssue[];
  readonly queued: boolean;
  readonly handlers: readonly { readonly id: string; readonly name: string }[];
}

export function LogView({ patrol, queuedIssues, queued, handlers }: Props) {
  const t = useWords();
  const at = useCircumstances();
  const me = useStore(who);
  const [copied, setCopied] = useState<boolean | null>(null);
  const [via, setVia] = useState(patrol.channel ?? t(words.groupDefault));
  const [problem, setProblem] = useState<Words | null>(null);
  const isLocal = queued || queuedIssues.length > 0;
  const log = isLocal ? previewOf(patrol, queuedIssues, handlers) : patrol.log;
  const isLate = isLogLate(patrol, at.now);
  const refusal = whyNot(patrolWorkflow, patrol, 'reportLog', at);

  return (
    <>
      <section className="card log-state">
        <p>
          <Icon name="done" size={20} /> <strong>{t(isLocal ? words.submittedQueued : words.submitted)}</strong>{' '}
          {patrol.submittedAt && (
            <span className="second-line">
              {timeOf(patrol.submittedAt)} {patrol.submittedBy?.name ?? me?.person.name}
            </span>
          )}
        </p>
        {patrol.reportedAt ? (
          <p>
            <ToneTag tone={isLate ? 'late' : 'done'} words={isLate ? words.late : words.inTime} />{' '}
            {t(words.reportedBy(patrol.reportedBy?.name ?? me?.person.name ?? '', sayAt(patrol.reportedAt), patrol.reportedVia ?? ''))}
          </p>
        ) : (
          <p className={isLate ? 'problem-note' : 'second-line'}>{t(isLate ? words.lateHint(sayDay(patrol.day)) : words.due)}</p>
        )}
        {patrol.reportedAt && queued && <p className="hint-note">{t(words.willCount)}</p>}
      </section>
      {!queued && <OwnDraft patrol={patrol} />}
      <section className="card" aria-labelledby="log-text">
        <h2 id="log-text">{t(words.log)}</h2>
        <pre className="log-text">{log}</pre>
        {isLocal && <p className="second-line">{t(words.preview)}</p>}
      </section>
      <ChecklistRead patrol={patrol} />
      <div className="foot">
        {problem && <p className="foot-note">{t(problem)}</p>}
        {patrol.state === 'submitted' && !refusal && (
          <label className="field inline">
            <span className="field-label">{t(words.group)}</span>
            <input value={via} maxLength={60} onChange={(event) => setVia(event.currentTarget.value)} />
          </label>
        )}
        <div className="foot-acts">
          <button type="button" className="button second grow" onClick={() => copyText(log).then(setCopied)}>
            <Icon name="copy" size={20} />
            {t(copied === null ? words.copy : copied ? words.copied : words.notCopied)}
          </button>
          {patrol.state === 'submitted' && !refusal && (
            <button
              type="button"
              className="button main grow"
              disabled={via.trim() === ''}
              onClick={() => reportLog(patrol, via.trim()).catch((error: unknown) => setProblem(sentenceOf(error)))}
            >
              {t(words.sent)}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

/** The log as the server will write it, from what this phone knows. */
function previewOf(patrol: PatrolView, queuedIssues: readonly QueuedIssue[], handlers: Props['handlers']): string {
  const nameOf = (id: string | null) => handlers.find((handler) => handler.id === id)?.name ?? null;
  return writeLog({
    patrol,
    unitName: patrol.unit.name,
    placeName: patrol.place.name,
    leaderName: patrol.leader?.name ?? null,
    memberNames: patrol.members.map((member) => member.name),
    checklistLength: patrol.checklist.length,
    issues: [
      ...patrol.issues.map((issue) => ({ ...issue, handlerName: null })),
      ...queuedIssues.map((issue, i) => ({ ...issue, no: patrol.issues.length + i + 1, handlerName: nameOf(issue.handlerId) })),
    ],
  });
}
