/** The history of records: facts appended, read back for the timeline. */

import type { Actor } from '#domain/kernel/actor.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Db } from './database.ts';

export interface FactContext {
  readonly actor: Actor | null;
  readonly actId: string | null;
  readonly at: At;
  readonly deviceAt: At | null;
  readonly clockOff?: number | null;
  readonly broughtBy?: Actor | null;
}

export interface PendingFact {
  readonly draft: FactDraft;
  readonly unitId: string;
}

/** One statement for all facts of an act. */
export async function appendFacts(db: Db, pending: readonly PendingFact[], context: FactContext): Promise<void> {
  if (pending.length === 0) return;
  await db
    .insertInto('fact')
    .values(
      pending.map(({ draft, unitId }) => ({
        id: newId(),
        unitId,
        subjectKind: draft.subject.kind,
        subjectId: draft.subject.id,
        name: draft.name,
        actorId: context.actor?.personId ?? null,
        actorName: context.actor?.name ?? '系统',
        actId: context.actId,
        at: context.at,
        deviceAt: context.deviceAt,
        clockOff: context.clockOff ?? null,
        broughtById: context.broughtBy?.personId ?? null,
        broughtByName: context.broughtBy?.name ?? null,
        data: JSON.stringify(draft.data),
      })),
    )
    .execute();
}

export async function listHistory(db: Db, subjectId: string): Promise<FactLine[]> {
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'name', 'actorName', 'at', 'deviceAt', 'clockOff', 'broughtByName', 'data'])
    .where('subjectId', '=', subjectId)
    .orderBy('seq')
    .execute();
  return rows as FactLine[];
}
