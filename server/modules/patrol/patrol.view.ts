/** A patrol with everything around it: names, checklist, problems found, the log as it stands with its versions and signatures. */
import { sql } from 'kysely';
import { allowedActs } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { differenceOf } from '#domain/patrol/log.difference.ts';
import type { LogPage, LogVersion, SignatureLine } from '#domain/patrol/log.model.ts';
import { logWorkflow } from '#domain/patrol/log.rules.ts';
import type { Patrol, PatrolView } from '#domain/patrol/patrol.model.ts';
import { isLogLate, logDueAt, patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import type { Db } from '#server/platform/database.ts';
import { readMessageTerms } from '../message/terms.store.ts';
import { groupsOf, readDoors } from '../message/write.ts';
import { nameOf, namesOf } from '../org/names.ts';
import { logOf, type PatrolRecord, readRecord } from './record.ts';

export async function viewPatrol(db: Db, patrol: Patrol, actor: Actor, now: At): Promise<PatrolView> {
  const record = await readRecord(db, patrol);
  const { place, checklist, point, issues, names, present } = record;
  const at = { actor, now };
  return {
    ...patrol,
    place: { id: place.id, name: place.name },
    unit: nameOf(names, patrol.unitId)!,
    leader: nameOf(names, patrol.leaderId),
    members: namesOf(names, patrol.memberIds),
    submittedBy: nameOf(names, patrol.submittedById),
    reportedBy: nameOf(names, patrol.reportedById),
    centre: place.centre,
    checklist,
    point,
    requirements: place.rule?.requirements ?? [],
    late: isLogLate(patrol, now),
    lateReasonBy: nameOf(names, patrol.lateReasonById),
    dueAt: logDueAt(patrol),
    log: present.text,
    logSha256: present.sha256,
    logBehind: isBehind(record),
    versions: sayVersions(record),
    toSign: whoSigns(record),
    channel: await findChannel(db, patrol),
    sendsTo: await groupsThatGet(db, patrol),
    issues: issues.map(({ handlerName: _handler, beforeIds: _before, afterIds: _after, ...issue }) => issue),
    acts: [...allowedActs(patrolWorkflow, patrol, at), ...allowedActs(logWorkflow, logOf(record), at)],
  };
}

/** The versions with who made, sent and signed them, and what each says that the one before it did not. */
export function sayVersions({ versions, names }: PatrolRecord): LogVersion[] {
  return versions.map((kept, i) => {
    const before = versions[i - 1]?.page;
    return {
      version: kept.version,
      at: kept.at,
      by: nameOf(names, kept.byId),
      reason: kept.reason,
      sent: kept.sentAt ? { at: kept.sentAt, by: nameOf(names, kept.sentById), via: kept.sentVia ?? '' } : null,
      signatures: kept.signatures.flatMap(({ personId, role, at }) => {
        const person = nameOf(names, personId);
        return person ? [{ person, role, at }] : [];
      }),
      differences: before && kept.page ? differenceOf(before, kept.page) : [],
    };
  });
}

/** The members and the leader on duty, with the time at which they signed the present text. */
function whoSigns({ patrol, names, version }: PatrolRecord): SignatureLine[] {
  const lineOf = (personId: string, role: SignatureLine['role']): SignatureLine[] => {
    const person = nameOf(names, personId);
    const at = version?.signatures.find((signature) => signature.personId === personId)?.at ?? null;
    return person ? [{ person, role, at }] : [];
  };
  return [...patrol.memberIds.flatMap((id) => lineOf(id, 'member')), ...(patrol.leaderId ? lineOf(patrol.leaderId, 'leader') : [])];
}

/** The way of a problem goes on in its own loop; a log is behind when what the patrol itself says has changed. */
function isBehind({ patrol, present, drawn }: PatrolRecord): boolean {
  if (patrol.state !== 'reported' || !present.page || !drawn.page) return false;
  return JSON.stringify(ownWords(present.page)) !== JSON.stringify(ownWords(drawn.page));
}

const ownWords = ({ items, help, note, problems }: LogPage) => [items, help, note, problems.map(({ no }) => no)];

/** The group chat the notice names for this place, else any it names. */
async function findChannel(db: Db, patrol: Patrol): Promise<string | null> {
  const row = await db
    .selectFrom('channel')
    .innerJoin('notice', 'notice.id', 'channel.noticeId')
    .where('channel.unitId', '=', patrol.unitId)
    .where((eb) => eb.or([eb('channel.placeId', '=', patrol.placeId), eb('channel.placeId', 'is', null)]))
    .orderBy(sql`channel.place_id IS NULL`)
    .orderBy('notice.adoptedAt', 'desc')
    .select('channel.name')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The names of the groups that get the log, or its amendment, by the tell table of the unit. */
async function groupsThatGet(db: Db, { unitId, placeId, state }: Patrol): Promise<string[]> {
  const doors = await readDoors(db, unitId);
  if (doors.length === 0) return [];
  const tell = state === 'reported' ? 'patrol.amendmentSent' : 'patrol.logReported';
  return groupsOf(await readMessageTerms(db, unitId), tell, placeId, doors).map(({ name }) => name);
}
