import { type Actor, holdsPost, postKinds } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import { placeSetPointType, pointAmend, pointList } from '#domain/place/place.contract.ts';
import { checkPoint, pointOf } from '#domain/place/point.rules.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { getPlace, listPlaces } from './place.store.ts';
import { insertPointType, listPointTypes, remakeChecklist, savePointType } from './point.store.ts';

export function pointRoutes(endpoint: Endpoints): void {
  endpoint.read(pointList, async ({ actor, db }) => ({ types: await listPointTypes(db, actor.unitId), mayManage: mayManage(actor) }));

  endpoint.act(placeSetPointType, async (call) => {
    const { input, actor, tx, tell } = call;
    requireClerk(actor, placeSetPointType.words);
    await tx.selectFrom('place').select('id').where('id', '=', input.id).forUpdate().execute();
    const place = await getPlace(tx, input.id, actor.unitId);
    if (place.pointType !== input.was)
      throw new Problem('record.changed', { zh: place.name, en: place.name, yours: input.pointType, theirs: place.pointType });
    const types = await listPointTypes(tx, actor.unitId);
    if (input.pointType !== null && !types.some(({ key }) => key === input.pointType)) throw new Problem('point.unknown');
    await savePointType(tx, place.id, input.pointType);
    const point = pointOf(types, { ...place, pointType: input.pointType });
    await tell({
      name: 'place.pointTypeSet',
      subject: { kind: 'place', id: place.id },
      data: { was: place.point?.key, pointType: input.pointType, zh: point?.name.zh },
    });
    await remakeChecklist(call, { ...place, pointType: input.pointType });
    return getPlace(tx, place.id, actor.unitId);
  });

  endpoint.act(pointAmend, async (call) => {
    const { input, actor, tx, tell } = call;
    requireClerk(actor, pointAmend.words);
    const { was, key, ...body } = input;
    checkPoint(body);
    await tx.selectFrom('unit').select('id').where('id', '=', actor.unitId).forUpdate().execute();
    const known = (await listPointTypes(tx, actor.unitId)).find((type) => type.key === key);
    if ((known?.version ?? null) !== was) {
      if (was === null) throw new Problem('record.exists');
      throw new Problem('record.changed', { ...body.name, yours: was, theirs: known?.version ?? null });
    }
    const next = { ...body, key, version: (known?.version ?? 0) + 1 };
    await insertPointType(call, next);
    await tell({
      name: 'unit.pointTypeAmended',
      subject: { kind: 'unit', id: actor.unitId },
      data: { key, version: next.version, name: body.name.zh },
    });
    const types = await listPointTypes(tx, actor.unitId);
    for (const place of await listPlaces(tx, actor.unitId))
      if (place.point?.key === key || pointOf(types, place)?.key === key) await remakeChecklist(call, place);
    return next;
  });
}

const mayManage = (actor: Actor): boolean => holdsPost(actor, actor.unitId, 'campaignClerk');

function requireClerk(actor: Actor, words: Words): void {
  if (mayManage(actor)) return;
  throw new Problem('act.notAllowed', {
    ...words,
    whoZh: postKinds.campaignClerk.zh,
    whoEn: postKinds.campaignClerk.en.toLowerCase(),
  });
}
