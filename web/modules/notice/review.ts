/** What a clerk does to the draft, one small act after another: each is saved at once, shows at once, and can be undone. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { OfferedAct } from '#domain/kernel/act.ts';
import type { Correction } from '#domain/notice/draft.model.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';

/** The small form that is open under an entry. */
export interface OpenPanel {
  readonly target: string;
  readonly kind: 'split' | 'merge' | 'day';
}

export interface Review {
  readonly notice: NoticeView;
  readonly mayEdit: boolean;
  readonly accepted: ReadonlySet<string>;
  readonly panel: OpenPanel | null;
  readonly error: unknown;
  readonly canUndo: boolean;
  openPanel(panel: OpenPanel | null): void;
  accept(targets: readonly string[], accepted: boolean): void;
  correct(correction: Correction, was: unknown): void;
  takeBack(target: string, field: string): void;
  undo(): void;
}

type Step =
  | { readonly kind: 'accept'; readonly targets: readonly string[]; readonly accepted: boolean }
  | { readonly kind: 'correct'; readonly correction: Correction; readonly was: unknown }
  | { readonly kind: 'takeBack'; readonly target: string; readonly field: string };

const nothing = (): void => undefined;

export const ReviewContext = createContext<Review | null>(null);

export function useReview(): Review {
  const review = useContext(ReviewContext);
  if (!review) throw new Error('an entry stands outside a review');
  return review;
}

export function useReviewOf(notice: NoticeView, acts: readonly OfferedAct[]): Review {
  const client = useQueryClient();
  const review = useAct('notice.review');
  const correct = useAct('notice.correct');
  const takeBack = useAct('notice.takeBack');
  const [panel, openPanel] = useState<OpenPanel | null>(null);
  const [undoable, setUndoable] = useState<readonly Step[]>([]);
  const mayEdit = acts.some(({ act, allowed }) => act === 'correct' && allowed);
  const { id } = notice;

  /** On the screen before the server has answered; its answer, or a refusal, makes the page read anew. */
  const showAccepted = useCallback(
    (targets: readonly string[], accepted: boolean) => {
      client.setQueryData<Reads['notice.get']['output']>(['notice.get', { id }], (known) => {
        if (!known) return known;
        const { draft } = known.notice;
        const others = draft.accepted.filter((one) => !targets.includes(one));
        return { ...known, notice: { ...known.notice, draft: { ...draft, accepted: accepted ? [...others, ...targets] : others } } };
      });
    },
    [client, id],
  );

  const take = useCallback(
    (step: Step, { done = nothing, refused = nothing }: { readonly done?: () => void; readonly refused?: () => void } = {}) => {
      const after = {
        onSuccess: done,
        onError: () => {
          refused();
          void client.invalidateQueries({ queryKey: ['notice.get'] });
        },
      };
      if (step.kind === 'accept') {
        showAccepted(step.targets, step.accepted);
        review.mutate({ id, targets: [...step.targets], accepted: step.accepted }, after);
      } else if (step.kind === 'correct') correct.mutate({ id, correction: step.correction, was: step.was as never }, after);
      else takeBack.mutate({ id, target: step.target, field: step.field }, after);
    },
    [client, id, review.mutate, correct.mutate, takeBack.mutate, showAccepted],
  );

  return useMemo<Review>(() => {
    const remember = (step: Step): void => setUndoable((known) => [...known.slice(-49), step]);
    /** What puts a field back: the earlier correction by hand, or what the notice says. */
    const reverseOf = ({ target, field, value }: Correction): Step => {
      const earlier = notice.corrections.find((one) => one.target === target && one.field === field && one.question === undefined);
      return earlier ? { kind: 'correct', correction: earlier, was: value } : { kind: 'takeBack', target, field };
    };
    return {
      notice,
      mayEdit,
      accepted: new Set(notice.draft.accepted),
      panel,
      error: review.error ?? correct.error ?? takeBack.error,
      canUndo: undoable.length > 0,
      openPanel,
      accept(targets, accepted) {
        remember({ kind: 'accept', targets, accepted: !accepted });
        take({ kind: 'accept', targets, accepted });
      },
      correct(correction, was) {
        // Known before it is answered: what shows as done can be undone, whatever else the page still reads.
        const reverse = reverseOf(correction);
        remember(reverse);
        const refused = () => setUndoable((known) => known.filter((step) => step !== reverse));
        take({ kind: 'correct', correction, was }, { done: () => openPanel(null), refused });
      },
      takeBack(target, field) {
        take({ kind: 'takeBack', target, field });
      },
      undo() {
        const last = undoable.at(-1);
        if (!last) return;
        setUndoable(undoable.slice(0, -1));
        take(last);
      },
    };
  }, [notice, mayEdit, panel, undoable, take, review.error, correct.error, takeBack.error]);
}

/** Everything a clerk checks, in the order of the plan. What is dropped needs no checking. */
export function targetsOf({ draft }: NoticeView): string[] {
  return [
    ...draft.lists.flatMap((list) => list.duties.flatMap((duty) => (duty.dropped ? [] : [`duty:${duty.key}`]))),
    ...draft.places.map((place) => `place:${place.key}`),
    ...draft.patrolRules.map((rule) => `patrolRule:${rule.key}`),
    ...draft.members.map((member) => `member:${member.key}`),
    ...draft.stages.map((stage) => `stage:${stage.key}`),
  ];
}
