/** A summary is drafted from the records, worked over by a clerk, refreshed as often as wished, and made final once. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import { Problem } from '../kernel/problem.ts';
import { changedOf } from './edits.ts';
import type { Edit, Summary } from './summary.model.ts';
import { type SentenceKey, summaryStates } from './summary.states.ts';

export const office = postIn<Summary>('campaignClerk', 'leaderInCharge', 'topLeader');
const rule = <Input>(row: ActRule<Summary, Input>): ActRule<Summary, Input> => row;

interface Edited {
  readonly key: SentenceKey;
  /** null: back to what the figures say. */
  readonly text: string | null;
}

export const summaryActs = {
  edit: rule<Edited>({
    words: { zh: '修改', en: 'Edit' },
    past: 'edited',
    pastWords: { zh: '修改总结', en: 'edited the summary' },
    from: ['draft'],
    by: [office],
    change: (summary, { key, text }, at) => ({ edits: edited(summary, key, text, { byName: at.actor.name, at: at.now }) }),
    tell: (_summary, { key, text }) => ({ key, text: text ?? '' }),
  }),
  choosePhotos: rule<{ readonly photoIds: readonly string[] }>({
    words: { zh: '选照片', en: 'Choose photos' },
    past: 'photosChosen',
    pastWords: { zh: '选定照片', en: 'chose the photos' },
    from: ['draft'],
    by: [office],
    change: (_summary, { photoIds }) => ({ photoIds: [...new Set(photoIds)], photosChosen: true }),
    tell: (_summary, { photoIds }) => ({ photos: photoIds.length }),
  }),
  refresh: rule<Pick<Summary, 'figures' | 'drafted' | 'photoIds'>>({
    words: { zh: '更新数字', en: 'Refresh the figures' },
    past: 'refreshed',
    pastWords: { zh: '更新总结数字', en: 'refreshed the figures' },
    from: ['draft'],
    by: [office],
    change: (summary, { figures, drafted, photoIds }, at) => ({
      figures,
      drafted,
      photoIds: summary.photosChosen ? summary.photoIds : photoIds,
      countedAt: at.now,
    }),
    tell: (_summary, _input, next) => ({ changed: changedOf(next) }),
  }),
  issue: rule<object>({
    words: { zh: '定稿', en: 'Make final' },
    past: 'issued',
    pastWords: { zh: '总结定稿', en: 'made the summary final' },
    from: ['draft'],
    to: 'issued',
    by: [office],
    refuse: (summary) => {
      const changed = changedOf(summary);
      return changed > 0 ? new Problem('summary.changed', { count: changed }) : null;
    },
    change: (_summary, _input, at) => ({ issuedAt: at.now, issuedById: at.actor.personId }),
  }),
  discard: rule<object>({
    words: { zh: '作废', en: 'Discard' },
    past: 'discarded',
    pastWords: { zh: '作废总结草稿', en: 'discarded the draft' },
    from: ['draft'],
    to: 'discarded',
    by: [office],
  }),
} satisfies ActTable<Summary>;

export const summaryWorkflow: Workflow<Summary, typeof summaryActs> = {
  kind: 'summary',
  words: { zh: '总结', en: 'Summary' },
  states: summaryStates,
  acts: summaryActs,
};

/** Saying again what the figures say takes the edit away; saying anything else holds it against the figures of now. */
function edited(summary: Summary, key: SentenceKey, text: string | null, by: Pick<Edit, 'byName' | 'at'>): Summary['edits'] {
  const { [key]: _was, ...rest } = summary.edits;
  const drafted = summary.drafted[key] ?? '';
  return text === null || text === drafted ? rest : { ...rest, [key]: { text, basis: drafted, ...by } };
}
