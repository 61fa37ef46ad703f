/** The log of the day: late or in time, read and signed by both, countersigned by the leader, sent to the group; amended with a reason. */
import { useState } from 'react';
import { whyNot } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { writeLog } from '#domain/patrol/log.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import type { Track } from '#domain/patrol/track.model.ts';
import { useWords } from '#web/language.ts';
import { copyText } from '#web/ui/copyText.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { LogVersions } from '#web/ui/LogVersions.tsx';
import { PlaceMap } from '#web/ui/map/PlaceMap.tsx';
import { sentenceOf } from '../kit/said.ts';
import { useCircumstances, useQueuedJobs } from '../queued.hooks.ts';
import type { QueuedIssue } from '../queued.ts';
import { Amend } from './Amend.tsx';
import { reportLog, sendAmended } from './acts.ts';
import { ChecklistRead } from './ChecklistRead.tsx';
import { LogState } from './LogState.tsx';
import { OwnDraft } from './OwnDraft.tsx';
import { mayOf, queuedActs } from './offered.ts';
import { SignCard } from './SignCard.tsx';

const words = {
  log: { zh: '巡查日志', en: 'The log' },
  copy: { zh: '复制日志', en: 'Copy the log' },
  copied: { zh: '已复制，去群里粘贴', en: 'Copied; paste it in the group' },
  notCopied: { zh: '请长按文字复制', en: 'Press and hold the text to copy' },
  sent: { zh: '已发到群', en: 'Sent to the group' },
  amendedSent: { zh: '更正已发到群', en: 'Amendment sent' },
  group: { zh: '发到哪个群', en: 'Which group' },
  bySystem: (groups: string): Words => ({
    zh: `系统会把日志发到“${groups}”，不用再粘贴。`,
    en: `The system sends it to ${groups}; no need to paste it.`,
  }),
  report: { zh: '上报并发群', en: 'Send it' },
  groupDefault: { zh: '创城工作群', en: 'campaign group' },
  preview: {
    zh: '问题和照片还在上传，正式日志以上传后为准。',
    en: 'Problems and photos are still on their way; the log becomes final once they arrive.',
  },
  versions: { zh: '各版日志', en: 'Versions' },
  map: { zh: '位置示意', en: 'Where' },
  page: { zh: '打开日志页（A4）', en: 'Open the page (A4)' },
};

interface Props {
  readonly patrol: PatrolView;
  readonly queuedIssues: readonly QueuedIssue[];
  readonly queued: boolean;
  readonly handlers: readonly { readonly id: string; readonly name: string }[];
  readonly tracks: readonly Track[];
}

export function LogView({ patrol, queuedIssues, queued, handlers, tracks }: Props) {
  const t = useWords();
  const [isAmending, setAmending] = useState(false);
  const onTheWay = queuedActs(useQueuedJobs(), patrol.id);
  const isLocal = onTheWay.has('submit') || queuedIssues.length > 0;
  const log = isLocal ? previewOf(patrol, queuedIssues, handlers) : patrol.log;

  if (isAmending) return <Amend patrol={patrol} onClose={() => setAmending(false)} />;
  return (
    <>
      <LogState patrol={patrol} isLocal={isLocal} onTheWay={onTheWay} onAmend={() => setAmending(true)} />
      {!isLocal && <OwnDraft patrol={patrol} />}
      <section className="card" aria-labelledby="log-text">
        <h2 id="log-text">{t(words.log)}</h2>
        <pre className="log-text">{log}</pre>
        {isLocal && <p className="second-line">{t(words.preview)}</p>}
        {!isLocal && (
          <a className="more" href={`/patrols/${patrol.id}/log`}>
            {t(words.page)}
          </a>
        )}
      </section>
      {!isLocal && <SignCard patrol={patrol} onTheWay={onTheWay} />}
      {patrol.versions.length > 1 && (
        <section className="card" aria-labelledby="log-versions">
          <h2 id="log-versions">{t(words.versions)}</h2>
          <LogVersions versions={patrol.versions} />
        </section>
      )}
      <MapCard patrol={patrol} tracks={tracks} />
      <ChecklistRead patrol={patrol} />
      <Foot patrol={patrol} log={log} onTheWay={onTheWay} />
    </>
  );
}

function MapCard({ patrol, tracks }: Pick<Props, 'patrol' | 'tracks'>) {
  const t = useWords();
  const isAnywhere = patrol.startPosition || patrol.submitPosition || tracks.length > 0 || patrol.issues.some(({ position }) => position);
  if (!isAnywhere) return null;
  return (
    <section className="card" aria-labelledby="patrol-map">
      <h2 id="patrol-map">{t(words.map)}</h2>
      <PlaceMap patrol={patrol} tracks={tracks} />
    </section>
  );
}

function Foot({ patrol, log, onTheWay }: { readonly patrol: PatrolView; readonly log: string; readonly onTheWay: ReadonlySet<string> }) {
  const t = useWords();
  const at = useCircumstances();
  const [copied, setCopied] = useState<boolean | null>(null);
  // A copy kept by an older version of this page does not know it.
  const groups = (patrol.sendsTo ?? []).join('、');
  const [typed, setVia] = useState(patrol.channel ?? t(words.groupDefault));
  const via = groups === '' ? typed : groups.slice(0, 60);
  const [problem, setProblem] = useState<Words | null>(null);
  const isFirst = patrol.state === 'submitted' && !whyNot(patrolWorkflow, patrol, 'reportLog', at);
  const isAgain = patrol.state === 'reported' && mayOf(patrol, 'sendAmended') && !onTheWay.has('reportLog') && !onTheWay.has('sendAmended');
  const send = () => (isFirst ? reportLog : sendAmended)(patrol, via.trim()).catch((error: unknown) => setProblem(sentenceOf(error)));
  return (
    <div className="foot">
      {problem && <p className="foot-note">{t(problem)}</p>}
      {(isFirst || isAgain) && groups !== '' && <p className="second-line">{t(words.bySystem(groups))}</p>}
      {(isFirst || isAgain) && groups === '' && (
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
        {(isFirst || isAgain) && (
          <button type="button" className="button main grow" disabled={via.trim() === ''} onClick={send}>
            {t(groups !== '' ? words.report : isFirst ? words.sent : words.amendedSent)}
          </button>
        )}
      </div>
    </div>
  );
}

/** The log as this phone can write it before the server has everything. */
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
