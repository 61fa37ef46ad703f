/** Rights for calls that have no record to hang them on. */
import { type Actor, holdsPost, type PostKind, postKinds } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';

/** Refuses whoever holds none of these posts in their own unit, and says who could. */
export function requirePost(actor: Actor, words: Words, ...kinds: readonly PostKind[]): void {
  if (holdsPost(actor, actor.unitId, ...kinds)) return;
  const names = kinds.map((kind) => postKinds[kind]);
  throw new Problem('act.notAllowed', {
    ...words,
    whoZh: names.map((name) => name.zh).join('、'),
    whoEn: names.map((name) => name.en.toLowerCase()).join(', '),
  });
}
