/** Adopting a notice sets its work running: organisation first, then places, then the duties that name both. */
import type { FactDraft } from '#domain/kernel/fact.ts';
import { effectiveDraft } from '#domain/notice/effective.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { adoptDuties } from '../modules/duty/duty.adopt.ts';
import { getNotice } from '../modules/notice/notice.store.ts';
import { adoptOrganisation } from '../modules/org/org.adopt.ts';
import { lockUnit } from '../modules/org/org.store.ts';
import { adoptPlaces } from '../modules/place/place.adopt.ts';

export async function noticeAdopted(fact: FactDraft, call: ActCall<unknown>): Promise<void> {
  const notice = await getNotice(call.tx, fact.subject.id, call.actor);
  const draft = effectiveDraft(notice);
  await lockUnit(call.tx, notice.unitId);
  await adoptOrganisation(call, notice.id, draft);
  const placeIds = await adoptPlaces(call, { noticeId: notice.id, draft, settlements: notice.settlements });
  await adoptDuties(call, { noticeId: notice.id, draft, printed: effectiveDraft({ ...notice, yearChoice: null }), placeIds });
}
