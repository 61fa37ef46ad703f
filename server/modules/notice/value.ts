/** The present value of one field of one entry of a draft, as the screen showed it. */
import { Problem } from '#domain/kernel/problem.ts';
import type { Draft } from '#domain/notice/draft.model.ts';

export function presentValue(draft: Draft, target: string, field: string): unknown {
  const entry = entryOf(draft, target);
  if (!entry || !Object.hasOwn(entry, field)) {
    // A task is dropped by correction though it carries no such field while it stands.
    if (entry && field === 'dropped') return false;
    throw new Problem('notice.badCorrection', { zh: '方案里没有这一项', en: 'the draft holds no such entry' });
  }
  return (entry as Record<string, unknown>)[field];
}

function entryOf(draft: Draft, target: string): object | undefined {
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
