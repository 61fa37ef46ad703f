/** What the limit of a problem says to who looks at it now. */
import type { IssueRow } from '#domain/issue/issue.model.ts';
import { isEnded } from '#domain/issue/issue.states.ts';
import type { Tone } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { sayAt, sayDay } from '#web/ui/say.ts';

export function dueOf(
  { state, dueAt, lateSince, suspendedUntil }: Pick<IssueRow, 'state' | 'dueAt' | 'lateSince' | 'suspendedUntil'>,
  now: number = Date.now(),
): { readonly tone: Tone; readonly words: Words } | null {
  if (state === 'suspended' && suspendedUntil) {
    const day = sayDay(suspendedUntil);
    return { tone: 'waiting', words: { zh: `至${day.zh}`, en: `until ${day.en}` } };
  }
  if (lateSince !== null && isEnded(state)) return { tone: 'late', words: { zh: '曾超期', en: 'was late' } };
  if (lateSince !== null || (dueAt !== null && Date.parse(dueAt) < now)) {
    const at = sayAt((lateSince ?? dueAt)!, now);
    return { tone: 'late', words: { zh: `超期（${at.zh}到期）`, en: `late since ${at.en}` } };
  }
  if (dueAt === null) return null;
  const at = sayAt(dueAt, now);
  return { tone: 'todo', words: { zh: `限${at.zh}前`, en: `due ${at.en}` } };
}
