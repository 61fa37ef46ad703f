/** What the clerk and the leader on duty may say about one person of a crew. */
import { useState } from 'react';
import { timeOf } from '#domain/kernel/day.ts';
import type { PatrolPresence, PresenceLine } from '#domain/presence/presence.model.ts';
import { type PresenceAct, presenceActs } from '#domain/presence/presence.rules.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { useWords } from '#web/language.ts';
import { problemOf } from '#web/ui/ProblemNote.tsx';
import { VouchForm } from './VouchForm.tsx';

const words = {
  reason: { zh: '原因', en: 'Reason' },
  saw: { zh: '情况', en: 'What was the case' },
  disputeSay: { zh: '签到不再计入；本人可以重新签到。', en: 'The check-in no longer counts; the person may check in again.' },
  excuseSay: { zh: '未到岗或迟到仍然照记，原因写在旁边。', en: 'It stays missing or late; the reason stands beside it.' },
};

const shown: readonly PresenceAct[] = ['confirm', 'vouch', 'dispute', 'excuse'];

export function PresenceActs({ patrol, line }: { readonly patrol: PatrolPresence; readonly line: PresenceLine }) {
  const t = useWords();
  const [asked, setAsked] = useState<PresenceAct | null>(null);
  const confirm = useAct('presence.confirm');
  const dispute = useAct('presence.dispute');
  const vouch = useAct('presence.vouch');
  const excuse = useAct('presence.excuse');
  const whom = { patrolId: patrol.patrolId, personId: line.person.id };
  const close = () => {
    for (const act of [dispute, vouch, excuse]) act.reset();
    setAsked(null);
  };
  const offered = shown.filter((name) => line.acts.some(({ act, allowed }) => act === name && allowed));
  const title = (name: PresenceAct) => `${t(presenceActs[name].words)} · ${line.person.name}`;
  if (offered.length === 0) return null;
  return (
    <>
      <div className="acts-row">
        {offered.map((name) => (
          <button
            key={name}
            type="button"
            className="btn btn-small"
            aria-label={title(name)}
            disabled={confirm.isPending}
            onClick={() => (name === 'confirm' ? confirm.mutate(whom) : setAsked(name))}
          >
            {t(presenceActs[name].words)}
          </button>
        ))}
      </div>
      {confirm.error && (
        <p className="late-words small" role="alert">
          {t(problemOf(confirm.error))}
        </p>
      )}
      {(asked === 'dispute' || asked === 'excuse') && (
        <ActForm
          title={title(asked)}
          send={t(presenceActs[asked].words)}
          say={t(asked === 'dispute' ? words.disputeSay : words.excuseSay)}
          text={{
            label: t(asked === 'dispute' ? words.saw : words.reason),
            required: true,
            single: true,
            initial: asked === 'excuse' ? (line.excuse ?? '') : '',
          }}
          danger={asked === 'dispute'}
          error={asked === 'dispute' ? dispute.error : excuse.error}
          pending={dispute.isPending || excuse.isPending}
          onSend={({ text }) => (asked === 'dispute' ? dispute : excuse).mutate({ ...whom, reason: text }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {asked === 'vouch' && (
        <VouchForm
          title={title('vouch')}
          since={timeOf(Date.now()) < patrol.ends ? timeOf(Date.now()) : patrol.starts}
          error={vouch.error}
          pending={vouch.isPending}
          onSend={(said) => vouch.mutate({ ...whom, ...said }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}
