/** A notice's life: imported as a draft, corrected and settled by a clerk, adopted once; or discarded. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { Correction } from './draft.model.ts';
import type { Notice, Settlement, YearChoice } from './notice.model.ts';
import { noticeStates } from './notice.states.ts';

const clerk = postIn<Notice>('campaignClerk');
const rule = <Input>(row: ActRule<Notice, Input>): ActRule<Notice, Input> => row;

/** The facts about a draft that adoption depends on; worked out by the caller, who can see the other notices. */
export interface Readiness {
  readonly openQuestions: number;
  readonly askYear: number | null;
  readonly duties: number;
}

export const noticeActs = {
  correct: rule<{ readonly correction: Correction; readonly was: unknown }>({
    words: { zh: '更正', en: 'Correct' },
    past: 'corrected',
    pastWords: { zh: '更正方案', en: 'corrected the draft' },
    from: ['draft'],
    by: [clerk],
    change: (notice, { correction }) => ({ corrections: withCorrection(notice.corrections, correction) }),
    tell: (_notice, { correction, was }) => ({
      target: correction.target,
      field: correction.field,
      was: was as never,
      value: correction.value as never,
    }),
  }),
  settle: rule<{ readonly settlement: Settlement; readonly corrections: readonly Correction[] }>({
    words: { zh: '确认', en: 'Settle' },
    past: 'settled',
    pastWords: { zh: '确认疑点', en: 'settled a question' },
    from: ['draft'],
    by: [clerk],
    change: (notice, { settlement, corrections }) => ({
      settlements: [...notice.settlements.filter((known) => known.question !== settlement.question), settlement],
      corrections: corrections.reduce(withCorrection, notice.corrections),
    }),
    tell: (_notice, { settlement }) => ({ question: settlement.question, zh: settlement.zh, en: settlement.en }),
  }),
  chooseYear: rule<{ readonly choice: YearChoice }>({
    words: { zh: '选择年份', en: 'Choose the year' },
    past: 'yearChosen',
    pastWords: { zh: '确定日期年份', en: 'chose the year of its dates' },
    from: ['draft'],
    by: [clerk],
    change: (_notice, { choice }) => ({ yearChoice: choice }),
    tell: (_notice, { choice }) => ({ printed: choice.printed, applied: choice.applied }),
  }),
  adopt: rule<Readiness>({
    words: { zh: '采纳为工作方案', en: 'Adopt' },
    past: 'adopted',
    pastWords: { zh: '采纳为工作方案', en: 'adopted it' },
    from: ['draft'],
    to: 'adopted',
    by: [clerk],
    refuse: (_notice, _at, input) => (input ? whyNotReady(input) : null),
    change: (_notice, _input, at) => ({ adoptedAt: at.now }),
    tell: (notice, input) => ({
      number: notice.number,
      duties: input.duties,
      printedYear: notice.yearChoice?.printed,
      appliedYear: notice.yearChoice?.applied,
    }),
  }),
  discard: rule<object>({
    words: { zh: '作废', en: 'Discard' },
    past: 'discarded',
    pastWords: { zh: '作废', en: 'discarded it' },
    from: ['draft'],
    to: 'discarded',
    by: [clerk],
  }),
} satisfies ActTable<Notice>;

export const noticeWorkflow: Workflow<Notice, typeof noticeActs> = {
  kind: 'notice',
  words: { zh: '来文', en: 'Notice' },
  states: noticeStates,
  acts: noticeActs,
};

function whyNotReady(input: Readiness): Problem | null {
  if (input.askYear !== null) return new Problem('notice.yearUndecided', { year: input.askYear });
  if (input.openQuestions > 0) return new Problem('notice.unsettled', { count: input.openQuestions });
  return input.duties === 0 ? new Problem('notice.ordersNothing') : null;
}

/** The last word on a field counts. */
function withCorrection(known: readonly Correction[], added: Correction): Correction[] {
  return [...known.filter((one) => one.target !== added.target || one.field !== added.field), added];
}
