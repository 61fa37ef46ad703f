import { allowedActs } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import { logWorkflow } from '#domain/patrol/log.rules.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { logOf, type PatrolRecord } from './record.ts';

/** What may be done next with a patrol and its log. */
export function doneOf(record: PatrolRecord, actor: Actor, now: At): Done {
  const at = { actor, now };
  return {
    id: record.patrol.id,
    state: record.patrol.state,
    acts: [...allowedActs(patrolWorkflow, record.patrol, at), ...allowedActs(logWorkflow, logOf(record), at)],
  };
}
