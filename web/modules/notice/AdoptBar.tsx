/** The foot of the review: adopt, with the reason in words while it cannot be, or discard. */
import { useState } from 'react';
import type { OfferedAct } from '#domain/kernel/act.ts';
import { problemWords } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { noticeActs } from '#domain/notice/notice.rules.ts';
import type { Acts } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { openPage } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

export type Adopted = Acts['notice.adopt']['output'];

const words = {
  discardSay: {
    zh: '作废后这份草稿不再出现在待核对中，公文原文和历程仍保留。',
    en: 'The draft leaves the list of drafts; its text and history are kept.',
  },
};

interface AdoptBarProps {
  readonly notice: NoticeView;
  readonly acts: readonly OfferedAct[];
  readonly onAdopted: (adopted: Adopted) => void;
}

export function AdoptBar({ notice, acts, onAdopted }: AdoptBarProps) {
  const t = useWords();
  const adopt = useAct('notice.adopt');
  const discard = useAct('notice.discard');
  const [discarding, setDiscarding] = useState(false);
  if (notice.state !== 'draft') return null;
  const why = whyNotAdopt(notice, acts);
  const mayDiscard = acts.some(({ act, allowed }) => act === 'discard' && allowed);
  return (
    <div className="adopt-bar no-print">
      <ProblemNote error={adopt.error} />
      {why && (
        <p id="adopt-why" className="second small">
          {t(why)}
        </p>
      )}
      <div className="acts-row">
        <button
          type="button"
          className="btn btn-main"
          aria-disabled={why !== null}
          aria-describedby={why ? 'adopt-why' : undefined}
          disabled={adopt.isPending}
          onClick={() => !why && adopt.mutate({ id: notice.id }, { onSuccess: onAdopted })}
        >
          {t(noticeActs.adopt.words)}
        </button>
        {mayDiscard && (
          <button type="button" className="btn" onClick={() => setDiscarding(true)}>
            {t(noticeActs.discard.words)}
          </button>
        )}
      </div>
      {discarding && (
        <ActForm
          title={`${t(noticeActs.discard.words)} · ${notice.title}`}
          send={t(noticeActs.discard.words)}
          say={t(words.discardSay)}
          danger
          error={discard.error}
          pending={discard.isPending}
          onSend={() => discard.mutate({ id: notice.id }, { onSuccess: () => openPage('notices') })}
          onClose={() => setDiscarding(false)}
        />
      )}
    </div>
  );
}

/** The same sentences the server would answer with, before anybody presses. */
function whyNotAdopt(notice: NoticeView, acts: readonly OfferedAct[]): Words | null {
  const offered = acts.find(({ act }) => act === 'adopt');
  if (offered && !offered.allowed && offered.why) return offered.why;
  if (notice.askYear) return problemWords('notice.yearUndecided', { year: notice.noticeYear });
  const open = notice.questions.filter((question) => question.mustSettle).length;
  if (open > 0) return problemWords('notice.unsettled', { count: open });
  return notice.draft.lists.every((list) => list.duties.every((duty) => duty.dropped)) ? problemWords('notice.ordersNothing') : null;
}
