/** Signing, sending, amending the log of a patrol; its page in every version. */
import { decide } from '#domain/kernel/act.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { logWorkflow } from '#domain/patrol/log.rules.ts';
import {
  patrolAmend,
  patrolCountersign,
  patrolGiveReason,
  patrolLog,
  patrolReportLog,
  patrolSendAmended,
  patrolSign,
} from '#domain/patrol/patrol.contract.ts';
import { isLogLate, patrolWorkflow, whatIsMissing } from '#domain/patrol/patrol.rules.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { insertSignature, insertVersion, markSent } from './log.store.ts';
import { doneOf } from './patrol.done.ts';
import { findPatrol, lockPatrol, savePatrol } from './patrol.store.ts';
import { sayVersions } from './patrol.view.ts';
import { logOf, type PatrolRecord, readRecord, redraw, saysTheSame } from './record.ts';

export function logRoutes(endpoint: Endpoints): void {
  endpoint.read(patrolLog, async ({ input, actor, db, now }) => {
    const patrol = await findPatrol(db, input.id, actor);
    if (!patrol) throw new Problem('record.notFound');
    const record = await readRecord(db, patrol);
    const kept = input.version === undefined ? record.version : record.versions.find(({ version }) => version === input.version);
    if (input.version !== undefined && !kept) throw new Problem('record.notFound');
    const { text, page } = kept ?? record.present;
    return {
      id: patrol.id,
      place: record.place.name,
      text,
      page,
      version: sayVersions(record).find(({ version }) => version === kept?.version) ?? null,
      isLatest: (kept?.version ?? null) === (record.version?.version ?? null),
      late: isLogLate(patrol, now),
      lateReason: patrol.lateReason,
    };
  });

  endpoint.act(patrolSign, (call) => sign(call, 'sign'));
  endpoint.act(patrolCountersign, (call) => sign(call, 'countersign'));

  endpoint.act(patrolReportLog, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const record = await lockRecord(call);
    const { next, fact } = decide(
      patrolWorkflow,
      record.patrol,
      'reportLog',
      { text: record.present.text, via: input.via },
      { actor, now },
    );
    const version = await keepVersion(call, record);
    await markSent(tx, next.id, version, { sentAt: now, sentById: actor.personId, sentVia: input.via });
    await savePatrol(tx, next);
    await tell({ ...fact, data: { ...fact.data, version } }, next.unitId);
    return done(call);
  });

  endpoint.act(patrolAmend, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const record = await lockRecord(call);
    const { patrol, present } = record;
    const latest = record.versions.at(-1)?.version ?? 0;
    const content = { answers: [...input.answers].sort((a, b) => a.no - b.no), help: input.help, note: input.note };
    const version = latest + 1;
    const amended = redraw(record, content, { version, reason: input.reason });
    const terms = { sha256: saysTheSame(present, amended) ? present.sha256 : amended.sha256, reason: input.reason };
    const { fact } = decide(logWorkflow, logOf(record), 'amend', terms, { actor, now });
    if (input.was !== latest) throw new Problem('record.changed', { zh: '巡查日志', en: 'The log', yours: input.was, theirs: latest });
    const missing = whatIsMissing({ checklist: record.checklist, answers: content.answers });
    if (missing) throw missing;
    await insertVersion(tx, patrol.id, { ...amended, version, reason: input.reason, at: now, byId: actor.personId });
    await savePatrol(tx, { ...patrol, ...content, logText: amended.text });
    await tell({ ...fact, data: { ...fact.data, version } }, patrol.unitId);
    return done(call);
  });

  endpoint.act(patrolSendAmended, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const record = await lockRecord(call);
    const { fact } = decide(logWorkflow, logOf(record), 'sendAmended', { via: input.via }, { actor, now });
    await markSent(tx, record.patrol.id, await keepVersion(call, record), { sentAt: now, sentById: actor.personId, sentVia: input.via });
    await tell(fact, record.patrol.unitId);
    return done(call);
  });

  endpoint.act(patrolGiveReason, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const record = await lockRecord(call);
    const { next, fact } = decide(logWorkflow, logOf(record), 'giveReason', { reason: input.reason }, { actor, now });
    const { lateReason, lateReasonById, lateReasonAt } = next;
    await savePatrol(tx, { ...record.patrol, lateReason, lateReasonById, lateReasonAt });
    await tell(fact, record.patrol.unitId);
    return done(call);
  });
}

type Call = ActCall<{ readonly id: string }>;

async function sign(call: ActCall<{ readonly id: string; readonly sha256: string }>, act: 'sign' | 'countersign'): Promise<Done> {
  const { input, actor, tx, now, tell } = call;
  const record = await lockRecord(call);
  const { next, fact } = decide(logWorkflow, logOf(record), act, { sha256: input.sha256 }, { actor, now });
  const version = await keepVersion(call, record);
  await insertSignature(tx, record.patrol.id, version, next.signatures.at(-1)!);
  await tell({ ...fact, data: { ...fact.data, version } }, record.patrol.unitId);
  return done(call);
}

/** The version of the log as it stands; made now where the text was not yet put down. */
async function keepVersion({ tx, actor, now }: Call, { patrol, present, version, versions }: PatrolRecord): Promise<number> {
  if (version) return version.version;
  const next = (versions.at(-1)?.version ?? 0) + 1;
  await insertVersion(tx, patrol.id, { ...present, version: next, reason: '', at: now, byId: actor.personId });
  return next;
}

async function lockRecord({ tx, input, actor }: Call): Promise<PatrolRecord> {
  return readRecord(tx, await lockPatrol(tx, input.id, actor));
}

async function done({ tx, input, actor, now }: Call): Promise<Done> {
  return doneOf(await readRecord(tx, await lockPatrol(tx, input.id, actor)), actor, now);
}
