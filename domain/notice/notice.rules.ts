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
  /** Of the duties, against what was in force. */
  readonly changes: {
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    readonly joined: number;
    readonly ended: number;
  };
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
  review: rule<{ readonly targets: readonly string[]; readonly accepted: boolean }>({
    words: { zh: '核对', en: 'Check' },
    past: 'reviewed',
    pastWords: { zh: '核对事项', en: 'checked entries' },
    from: ['draft'],
    by: [clerk],
    change: (notice, { targets, accepted }) => ({
      corrections: targets.map((target) => ({ target, field: 'accepted', value: accepted })).reduce(withCorrection, notice.corrections),
    }),
    tell: (_notice, { targets, accepted }) => ({ count: targets.length, accepted, targets: [...targets] }),
  }),
  takeBack: rule<{ readonly target: string; readonly field: string }>({
    words: { zh: '撤回更正', en: 'Take back' },
    past: 'tookBack',
    pastWords: { zh: '撤回更正', en: 'took a correction back' },
    from: ['draft'],
    by: [clerk],
    refuse: (notice, _at, input) => (input && !notice.corrections.some(isByHand(input)) ? new Problem('notice.nothingToTakeBack') : null),
    change: (notice, input) => ({ corrections: notice.corrections.filter((one) => !isByHand(input)(one)) }),
    tell: (notice, input) => ({ ...input, was: notice.corrections.find(isByHand(input))?.value }),
  }),
  settle: rule<{ readonly settlement: Settlement; readonly corrections: readonly Correction[] }>({
    words: { zh: '确认', en: 'Settle' },
    past: 'settled',
    pastWords: { zh: '确认疑点', en: 'settled a question' },
    from: ['draft'],
    by: [clerk],
    change: (notice, { settlement, corrections }) => ({
      settlements: [...notice.settlements.filter((known) => known.question !== settlement.question), settlement],
      corrections: corrections
        .map((correction) => ({ ...correction, question: settlement.question }))
        .reduce(withCorrection, withoutAnswer(notice.corrections, settlement.question)),
    }),
    tell: (_notice, { settlement }) => ({ question: settlement.question, zh: settlement.zh, en: settlement.en }),
  }),
  unsettle: rule<{ readonly question: string }>({
    words: { zh: '重新确认', en: 'Open again' },
    past: 'unsettled',
    pastWords: { zh: '撤回确认', en: 'opened a question again' },
    from: ['draft'],
    by: [clerk],
    refuse: (notice, _at, input) =>
      input && !notice.settlements.some((known) => known.question === input.question) ? new Problem('notice.unknownQuestion') : null,
    change: (notice, { question }) => ({
      settlements: notice.settlements.filter((known) => known.question !== question),
      corrections: withoutAnswer(notice.corrections, question),
    }),
    tell: (notice, { question }) => {
      const known = notice.settlements.find((one) => one.question === question);
      return { question, zh: known?.zh, en: known?.en };
    },
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
      ...input.changes,
      printedYear: notice.yearChoice?.printed,
      appliedYear: notice.yearChoice?.applied,
    }),
  }),
  replace: rule<{ readonly by: { readonly id: string; readonly number: string | null } }>({
    words: { zh: '替代', en: 'Replace' },
    past: 'replaced',
    pastWords: { zh: '被修订的公文替代', en: 'was replaced by the notice that amends it' },
    from: ['adopted'],
    to: 'replaced',
    by: [clerk],
    refuse: (_notice, _at, input) => (input ? null : new Problem('notice.replacedByAdoption')),
    tell: (_notice, { by }) => ({ noticeId: by.id, number: by.number }),
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

/** The last word on a field counts. What an answer set over a correction by hand stands beside it, so that it can be taken back. */
function withCorrection(known: readonly Correction[], added: Correction): Correction[] {
  const same = (one: Correction): boolean => one.target === added.target && one.field === added.field && one.question === added.question;
  return [...known.filter((one) => !same(one)), added];
}

const isByHand =
  (at: { readonly target: string; readonly field: string }) =>
  (one: Correction): boolean =>
    one.target === at.target && one.field === at.field && one.question === undefined;

const withoutAnswer = (known: readonly Correction[], question: string): Correction[] => known.filter((one) => one.question !== question);
