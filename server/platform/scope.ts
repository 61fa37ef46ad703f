/** Whose records an actor sees: those of the units in which they hold a post. */
import type { Actor } from '#domain/kernel/actor.ts';

export function unitsOf(actor: Actor): string[] {
  return [...new Set([actor.unitId, ...actor.posts.map((post) => post.unitId)])];
}
