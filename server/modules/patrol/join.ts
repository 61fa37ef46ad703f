/** A second phone came after the log was sent: what it changes is a version of its own that says why, to be signed and sent anew. */
import type { Patrol } from '#domain/patrol/patrol.model.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { insertVersion } from './log.store.ts';
import { type PatrolRecord, redraw, saysTheSame } from './record.ts';

const REASON = '另一部手机的检查结果晚到，并入';

/** The patrol with the text that counts now; unchanged where the second phone says the same as the sent log. */
export async function keepJoined({ tx, actor, now }: ActCall<unknown>, record: PatrolRecord, joined: Patrol): Promise<Patrol> {
  const { answers, help, note } = joined;
  const version = (record.versions.at(-1)?.version ?? 0) + 1;
  const drawn = redraw(record, { answers, help, note }, { version, reason: REASON });
  if (saysTheSame(record.present, drawn)) return joined;
  await insertVersion(tx, joined.id, { ...drawn, version, reason: REASON, at: now, byId: actor.personId });
  return { ...joined, logText: drawn.text };
}
