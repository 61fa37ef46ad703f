/** One set of duties, looked at three ways. */
import type { Duty, ResponsibilityList } from '#domain/duty/duty.model.ts';

export type View = 'list' | 'owner' | 'leader';

export interface Group {
  readonly key: string;
  /** null where the notice names nobody. */
  readonly title: string | null;
  readonly aside?: string | null;
  readonly duties: readonly Duty[];
}

export function viewOf(search: Readonly<Record<string, string>>): View {
  if (search.by === 'owner' || search.owner) return 'owner';
  return search.by === 'leader' || search.leader ? 'leader' : 'list';
}

export function groupDuties(lists: readonly ResponsibilityList[], view: View): Group[] {
  if (view === 'list') return lists.map((list) => ({ key: list.id, title: list.title, aside: list.noticeNumber, duties: list.duties }));
  const groups = new Map<string, Duty[]>();
  for (const duty of lists.flatMap((list) => list.duties)) {
    if (duty.kind === 'inspection') continue;
    const names = view === 'owner' ? duty.owners : duty.leaders;
    for (const name of names.length > 0 ? names : [NOBODY]) groups.set(name, [...(groups.get(name) ?? []), duty]);
  }
  return [...groups]
    .map(([name, duties]) => ({ key: name, title: name === NOBODY ? null : name, duties }))
    .sort((a, b) => Number(a.key === NOBODY) - Number(b.key === NOBODY) || b.duties.length - a.duties.length);
}

const NOBODY = '-';
