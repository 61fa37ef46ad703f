/** The present value of one field of one entry of a draft, as the screen showed it. */
import { Problem } from '#domain/kernel/problem.ts';
import type { Correction, Draft } from '#domain/notice/draft.model.ts';
import type { Notice } from '#domain/notice/notice.model.ts';

/** What a field is that no entry carries, before anybody corrects it. */
const untouched: Readonly<Record<string, unknown>> = {
  cuts: [],
  mergedInto: null,
  addedTasks: [],
  addedItems: [],
  accepted: false,
  dropped: false,
};

export function presentValue(notice: Notice, draft: Draft, { target, field }: Pick<Correction, 'target' | 'field'>): unknown {
  const known = notice.corrections.findLast((one) => one.target === target && one.field === field);
  // A duty that was parted or joined is no entry of its own any more; what was done to it can still be changed.
  if (known && Object.hasOwn(untouched, field) && field !== 'dropped') return known.value;
  const entry = presentEntry(draft, target);
  if (Object.hasOwn(entry, field)) return (entry as Record<string, unknown>)[field];
  if (Object.hasOwn(untouched, field)) return untouched[field];
  throw noSuchEntry();
}

/** Throws where the draft holds no such entry. */
export function presentEntry(draft: Draft, target: string): object {
  const entry = findEntry(draft, target);
  if (!entry) throw noSuchEntry();
  return entry;
}

const noSuchEntry = (): Problem => new Problem('notice.badCorrection', { zh: '方案里没有这一项', en: 'the draft holds no such entry' });

function findEntry(draft: Draft, target: string): object | undefined {
  const kind = target.split(':', 1)[0]!;
  const key = target.slice(kind.length + 1);
  const duties = draft.lists.flatMap((list) => list.duties);
  const entries: Record<string, readonly { readonly key: string }[]> = {
    duty: duties,
    task: duties.flatMap((duty) => duty.tasks),
    place: draft.places,
    patrolRule: draft.patrolRules,
    member: draft.members,
    stage: draft.stages,
  };
  return kind === 'notice' ? draft : Object.hasOwn(entries, kind) ? entries[kind]!.find((entry) => entry.key === key) : undefined;
}
