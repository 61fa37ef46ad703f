/** A document is written and issued by those who run the campaign office; once issued it does not change. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { Words } from '../kernel/words.ts';
import type { Dispatch, DispatchText } from './dispatch.model.ts';
import { dispatchKinds, dispatchStates } from './dispatch.states.ts';

export const office = postIn<Dispatch>('campaignClerk', 'leaderInCharge', 'topLeader');
const rule = <Input>(row: ActRule<Dispatch, Input>): ActRule<Dispatch, Input> => row;

export const dispatchActs = {
  write: rule<DispatchText & { readonly was: number }>({
    words: { zh: '保存', en: 'Save' },
    past: 'written',
    pastWords: { zh: '修改公文', en: 'changed the document' },
    from: ['draft'],
    by: [office],
    refuse: (dispatch, _at, input) =>
      input && input.was !== dispatch.revision ? new Problem('record.changed', dispatchKinds[dispatch.kind]) : null,
    change: (dispatch, { was: _was, ...text }) => ({ ...text, revision: dispatch.revision + 1 }),
  }),
  issue: rule<object>({
    words: { zh: '印发', en: 'Issue' },
    past: 'issued',
    pastWords: { zh: '印发公文', en: 'issued the document' },
    from: ['draft'],
    to: 'issued',
    by: [office],
    refuse: whatIsMissing,
    tell: (dispatch) => ({ number: dispatch.number, title: dispatch.title }),
  }),
  discard: rule<object>({
    words: { zh: '作废', en: 'Discard' },
    past: 'discarded',
    pastWords: { zh: '作废草稿', en: 'discarded the draft' },
    from: ['draft'],
    to: 'discarded',
    by: [office],
  }),
} satisfies ActTable<Dispatch>;

export const dispatchWorkflow: Workflow<Dispatch, typeof dispatchActs> = {
  kind: 'dispatch',
  words: { zh: '发文', en: 'Document issued' },
  states: dispatchStates,
  acts: dispatchActs,
};

const parts: Record<'number' | 'title' | 'recipients' | 'body' | 'day' | 'signatory', Words> = {
  number: { zh: '发文字号', en: 'number' },
  title: { zh: '标题', en: 'title' },
  recipients: { zh: '主送机关', en: 'recipients' },
  body: { zh: '正文', en: 'body' },
  day: { zh: '成文日期', en: 'date' },
  signatory: { zh: '签发人', en: 'signatory' },
};

/** 7.2 and 7.3: minutes have no recipients; a report goes upward and names who signed it. */
function whatIsMissing(dispatch: Dispatch): Problem | null {
  const needed: readonly (keyof typeof parts)[] = [
    'title',
    'body',
    'day',
    ...(dispatch.kind === 'minutes' ? [] : (['number', 'recipients'] as const)),
    ...(dispatch.kind === 'report' ? (['signatory'] as const) : []),
  ];
  const missing = needed.filter((part) => !dispatch[part]);
  if (missing.length === 0) return null;
  return new Problem('dispatch.incomplete', {
    zh: missing.map((part) => parts[part].zh).join('、'),
    en: missing.map((part) => parts[part].en).join(', '),
  });
}
