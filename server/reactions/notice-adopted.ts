/**
 * Adopting a notice sets its work running: organisation first, then places, then the duties that name both. What it amends is held
 * against what was in force before any of it is written.
 */
import { decide } from '#domain/kernel/act.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { compareWithForce } from '#domain/notice/compare.ts';
import { effectiveDraft } from '#domain/notice/effective.ts';
import type { Notice } from '#domain/notice/notice.model.ts';
import { noticeWorkflow } from '#domain/notice/notice.rules.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { adoptDuties } from '../modules/duty/duty.adopt.ts';
import { readInForce } from '../modules/notice/in-force.ts';
import { getNotice, lockNotice, saveNotice } from '../modules/notice/notice.store.ts';
import { adoptOrganisation } from '../modules/org/org.adopt.ts';
import { lockUnit } from '../modules/org/org.store.ts';
import { adoptPlaces } from '../modules/place/place.adopt.ts';

export async function noticeAdopted(fact: FactDraft, call: ActCall<unknown>): Promise<void> {
  const notice = await getNotice(call.tx, fact.subject.id, call.actor);
  const draft = effectiveDraft(notice);
  await lockUnit(call.tx, notice.unitId);
  const changes = compareWithForce(draft, await readInForce(call.tx, notice.unitId));
  await adoptOrganisation(call, notice.id, draft);
  const placeIds = await adoptPlaces(call, { noticeId: notice.id, draft, settlements: notice.settlements });
  const printed = effectiveDraft({ ...notice, yearChoice: null });
  await adoptDuties(call, { noticeId: notice.id, draft, printed, placeIds, changes });
  if (draft.amends?.whole === true) await replaceNotice(call, draft.amends.notice, notice);
}

async function replaceNotice({ tx, actor, now, tell }: ActCall<unknown>, id: string, by: Notice): Promise<void> {
  const { next, fact } = decide(noticeWorkflow, await lockNotice(tx, id, actor), 'replace', { by }, { actor, now });
  await saveNotice(tx, next);
  await tell(fact);
}
