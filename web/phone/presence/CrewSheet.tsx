/** What the leader on duty says about one person: not there after all, or there although their phone did not say so. */
import { useState } from 'react';
import { timeOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolPresence, PresenceLine } from '#domain/presence/presence.model.ts';
import { presenceActs } from '#domain/presence/presence.rules.ts';
import { now } from '#web/api/clock.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sentenceOf } from '../kit/said.ts';
import { confirmPresence, disputePresence, vouchPresence } from './acts.ts';

const words = {
  since: { zh: '几点到的', en: 'There since' },
  note: { zh: '说明（可不填）', en: 'Note (optional)' },
  reason: { zh: '情况（必填）', en: 'What was the case' },
};

interface CrewSheetProps {
  readonly patrol: PatrolPresence;
  readonly line: PresenceLine;
  readonly onClose: () => void;
}

export function CrewSheet({ patrol, line, onClose }: CrewSheetProps) {
  const t = useWords();
  const clock = timeOf(now());
  const [since, setSince] = useState(clock < patrol.ends ? clock : patrol.starts);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Words | null>(null);
  const may = (act: string) => line.acts.some((one) => one.act === act && one.allowed);
  const put = (said: Promise<void>) => void said.then(onClose, (error: unknown) => setProblem(sentenceOf(error)));
  return (
    <Sheet closesBeside title={line.person.name} onClose={onClose}>
      {may('confirm') && (
        <button type="button" className="button main wide" onClick={() => put(confirmPresence(patrol.patrolId, line.person))}>
          {t(presenceActs.confirm.words)}
        </button>
      )}
      {may('vouch') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            put(vouchPresence(patrol.patrolId, line.person, { since, note: note.trim() }));
          }}
        >
          <label className="field">
            <span className="field-label">{t(words.since)}</span>
            <input type="time" required value={since} onChange={(event) => setSince(event.currentTarget.value)} />
          </label>
          <label className="field">
            <span className="field-label">{t(words.note)}</span>
            <input maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          </label>
          <button type="submit" className="button second wide">
            {t(presenceActs.vouch.words)}
          </button>
        </form>
      )}
      {may('dispute') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            put(disputePresence(patrol.patrolId, line.person, reason.trim()));
          }}
        >
          <label className="field">
            <span className="field-label">{t(words.reason)}</span>
            <input required maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </label>
          <button type="submit" className="button second wide danger" disabled={reason.trim() === ''}>
            {t(presenceActs.dispute.words)}
          </button>
        </form>
      )}
      {problem && <p className="problem-note">{t(problem)}</p>}
    </Sheet>
  );
}
