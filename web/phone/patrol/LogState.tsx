/** Where the log stands: submitted, sent in time or late, with the reason beside it; behind the records; to be amended. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { timeOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { isLogLate } from '#domain/patrol/patrol.rules.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt, sayDay } from '#web/ui/say.ts';
import { useCircumstances } from '../queued.hooks.ts';
import { who } from '../session.ts';
import { mayOf } from './offered.ts';
import { ReasonSheet } from './ReasonSheet.tsx';

const words = {
  submitted: { zh: '已提交', en: 'Submitted' },
  submittedQueued: { zh: '已提交（待上传）', en: 'Submitted (to be sent)' },
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
  willCount: {
    zh: '登记要等上传后才算上报，请在今晚前连一次网。',
    en: 'It counts once it has been sent from this phone; connect before midnight.',
  },
  reason: { zh: '迟报原因', en: 'Why it was late' },
  giveReason: { zh: '说明迟报原因', en: 'Say why it is late' },
  amend: { zh: '更正日志', en: 'Amend the log' },
  behind: { zh: '发出后记录又有变动，日志还没有更正。', en: 'The records have changed since it was sent; the log has not been amended.' },
  unsentAmendment: { zh: '更正后的日志还没有发到群。', en: 'The amended log has not been sent to the group.' },
  amendQueued: { zh: '更正待上传。', en: 'The amendment is on its way.' },
};

interface Props {
  readonly patrol: PatrolView;
  readonly isLocal: boolean;
  readonly onTheWay: ReadonlySet<string>;
  readonly onAmend: () => void;
}

export function LogState({ patrol, isLocal, onTheWay, onAmend }: Props) {
  const t = useWords();
  const at = useCircumstances();
  const me = useStore(who);
  const [isGiving, setGiving] = useState(false);
  const isLate = isLogLate(patrol, at.now);
  const isSent = !onTheWay.has('reportLog');
  const isAmended = patrol.state === 'reported' && patrol.versions.length > 0 && patrol.versions.at(-1)!.sent === null;
  const mayAmend = mayOf(patrol, 'amend') && !onTheWay.has('amend');
  const mayGive = isLate && mayOf(patrol, 'giveReason') && !onTheWay.has('giveReason');
  return (
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
      {patrol.reportedAt && !isSent && <p className="hint-note">{t(words.willCount)}</p>}
      {patrol.lateReason && (
        <p>
          <span className="second-line">
            {t(words.reason)} · {patrol.lateReasonBy?.name}
          </span>
          <br />
          {patrol.lateReason}
        </p>
      )}
      {patrol.logBehind && !onTheWay.has('amend') && <p className="hint-note">{t(words.behind)}</p>}
      {isAmended && isSent && <p className="hint-note">{t(words.unsentAmendment)}</p>}
      {onTheWay.has('amend') && <p className="hint-note">{t(words.amendQueued)}</p>}
      {(mayAmend || mayGive) && (
        <div className="log-acts">
          {mayGive && (
            <button type="button" className="button second" onClick={() => setGiving(true)}>
              {t(words.giveReason)}
            </button>
          )}
          {mayAmend && (
            <button type="button" className="button second" onClick={onAmend}>
              {t(words.amend)}
            </button>
          )}
        </div>
      )}
      {isGiving && <ReasonSheet patrol={patrol} onClose={() => setGiving(false)} />}
    </section>
  );
}
