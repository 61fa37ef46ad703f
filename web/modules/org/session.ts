/** Who is signed in, from the answer every screen already holds. */
import type { PostKind } from '#domain/kernel/actor.ts';
import type { SignedIn } from '#domain/org/org.contract.ts';
import { useRead } from '#web/api/hooks.ts';

export function useSignedIn(): SignedIn | null {
  return useRead('session.state', {}).data?.signedIn ?? null;
}

export function holds(me: SignedIn | null, ...kinds: PostKind[]): boolean {
  return me?.posts.some((post) => post.unitId === me.unit.id && kinds.includes(post.kind)) ?? false;
}
