/** Who holds the phone. Remembered on the device, so that the day's work opens without signal. */
import { atom } from 'nanostores';
import type { Actor } from '#domain/kernel/actor.ts';
import type { SignedIn } from '#domain/org/org.contract.ts';
import type { Reads } from '#web/api/call.ts';
import { queryClient } from '#web/api/hooks.ts';
import { keepQueueKey } from '#web/api/kept.ts';
import { startOutbox } from '#web/api/outbox.ts';
import { rememberAccount } from './accounts.ts';

const STORED = 'chuangcheng.phone.who';

export const who = atom<SignedIn | null>(remembered());

const first = who.get();
if (first) startOutbox(first.person.id);

/** Takes over what the server says; an expired session leaves queue and drafts where they are. */
export function heardWho(state: Reads['session.state']['output']): void {
  if (state.signedIn) void keepQueueKey(state.signedIn.person.id, state.queueKey);
  signedInAs(state.signedIn);
}

export function signedInAs(next: SignedIn | null): void {
  const before = who.get();
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  if (next) localStorage.setItem(STORED, JSON.stringify(next));
  else localStorage.removeItem(STORED);
  if (next) rememberAccount(next.person);
  if (next && next.person.id !== before?.person.id) {
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.state' });
    startOutbox(next.person.id);
  }
  who.set(next);
}

export function actorOf(me: SignedIn): Actor {
  return { personId: me.person.id, name: me.person.name, unitId: me.unit.id, posts: me.posts };
}

function remembered(): SignedIn | null {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? 'null') as SignedIn | null;
  } catch {
    return null;
  }
}
