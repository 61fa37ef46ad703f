/** Several notices held side by side: what one of them says again, and what they do not agree on. */
import { draftFrom } from '#domain/notice/draft.ts';
import type { Plan } from '#domain/notice/plan.ts';
import { questionsFor, type Subject } from '#domain/notice/questions.ts';
import { repeatsBetween } from '#domain/notice/repeats.ts';

export interface Compiled {
  readonly name: string;
  readonly text: string;
  readonly plan: Plan;
}

/** Items of one notice that say again what another one says; each named by the place of its notice in the list and its path. */
export interface Campaign {
  readonly notices: readonly Plan[];
  readonly repeats: readonly {
    readonly item: readonly [number, string];
    readonly of: readonly [number, string];
    readonly likeness: number;
  }[];
  readonly contradictions: readonly {
    readonly zh: string;
    readonly en: string;
    readonly passages: readonly { readonly notice: number; readonly quote: string }[];
  }[];
}

export function campaignOf(notices: readonly Compiled[]): Campaign {
  const subjects = notices.map(
    ({ text, plan }, index): Subject => ({ id: String(index), number: plan.documentNumber, text, draft: draftFrom(plan) }),
  );
  const questions = subjects.flatMap((subject, index) =>
    questionsFor(subject, subjects.slice(0, index))
      .filter((question) => question.kind === 'contradiction')
      .map(({ message, passages }) => ({
        ...message,
        passages: passages.map((passage) => ({ notice: Number(passage.notice ?? index), quote: passage.quote })),
      })),
  );
  const repeats = notices.flatMap(({ plan }, index) =>
    notices.slice(0, index).flatMap((earlier, before) =>
      repeatsBetween(sentencesOf(plan), sentencesOf(earlier.plan)).map(({ a, b, likeness }) => ({
        item: [index, a] as const,
        of: [before, b] as const,
        likeness: Math.round(likeness * 100) / 100,
      })),
    ),
  );
  return { notices: notices.map((notice) => notice.plan), repeats, contradictions: questions };
}

const sentencesOf = (plan: Plan): { key: string; text: string }[] => plan.items.map((item) => ({ key: item.path, text: item.text }));
