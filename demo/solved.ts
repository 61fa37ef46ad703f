/** Waits until the server has made a roster as fair as it can. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SolvingState } from '#domain/roster/roster.model.ts';
import type { Role } from './player.ts';

export async function solved(role: Role, rosterId: string): Promise<SolvingState> {
  for (;;) {
    const solving = await role.read('roster.progress', { id: rosterId });
    if (solving.state !== 'running') return solving;
    await sleep(25);
  }
}
