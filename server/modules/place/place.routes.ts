import { type Actor, holdsPost } from '#domain/kernel/actor.ts';
import type { Json } from '#domain/kernel/fact.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { placeList, placePosters, placeRenewCode, placeSetCentre, placeSetRule } from '#domain/place/place.contract.ts';
import type { PatrolRule, Place } from '#domain/place/place.model.ts';
import { usualRule } from '#domain/place/usual.ts';
import type { Tx } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { requirePost } from '#server/platform/rights.ts';
import { placeCode } from './place.code.ts';
import { getPlace, listCodes, listPlaces, renewCode, saveCentre, saveRule } from './place.store.ts';

type RuleFields = Pick<PatrolRule, 'weekdays' | 'people' | 'leaderOnDuty' | 'leaders' | 'rest' | 'apart' | 'starts' | 'ends'>;
const fieldsOf = ({ weekdays, people, leaderOnDuty, leaders, rest, apart, starts, ends }: RuleFields): RuleFields => ({
  weekdays,
  people,
  leaderOnDuty,
  leaders,
  rest,
  apart,
  starts,
  ends,
});

/** `secret` signs the codes on the posters. */
export function placeRoutes(endpoint: Endpoints, secret: string): void {
  endpoint.read(placeList, async ({ actor, db }) => ({
    places: await listPlaces(db, actor.unitId),
    mayManage: holdsPost(actor, actor.unitId, 'campaignClerk'),
  }));

  endpoint.act(placeSetRule, async ({ input, actor, tx, tell }) => {
    requirePost(actor, placeSetRule.words, 'campaignClerk');
    const place = await lockPlace(tx, input.id, actor);
    if (input.starts >= input.ends)
      throw new Problem('request.invalid', { field: 'ends', zh: '结束时间要晚于开始时间', en: 'the end must be after the start' });
    const theirs = place.rule && fieldsOf(place.rule);
    unchanged(place, theirs, input.was && fieldsOf(input.was), { ...fieldsOf(input) });
    const rule: PatrolRule = {
      ...(place.rule ?? usualRule),
      ...fieldsOf(input),
      weekdays: [...new Set(input.weekdays)].sort((a, b) => a - b),
      daysAWeek: new Set(input.weekdays).size,
    };
    await saveRule(tx, place.id, rule);
    await tell({
      name: 'place.ruleSet',
      subject: { kind: 'place', id: place.id },
      data: { was: theirs && { ...theirs }, rule: { ...fieldsOf(rule) } },
    });
    return { ...place, rule };
  });

  endpoint.act(placeSetCentre, async ({ input, actor, tx, tell }) => {
    requirePost(actor, placeSetCentre.words, 'campaignClerk');
    const place = await lockPlace(tx, input.id, actor);
    const { centre } = input;
    unchanged(place, place.centre, input.was, centre);
    await saveCentre(tx, place.id, centre);
    await tell({ name: 'place.centreSet', subject: { kind: 'place', id: place.id }, data: { was: place.centre, centre } });
    return { ...place, centre };
  });

  endpoint.read(placePosters, async ({ actor, db }) => {
    requirePost(actor, placePosters.words, 'campaignClerk');
    const places = await listCodes(db, actor.unitId);
    return {
      posters: places.map(({ id, name, codeVersion }) => ({
        place: { id, name },
        code: placeCode(secret, id, codeVersion),
        version: codeVersion,
      })),
    };
  });

  endpoint.act(placeRenewCode, async ({ input, actor, tx, tell }) => {
    requirePost(actor, placeRenewCode.words, 'campaignClerk');
    const { id, name } = await lockPlace(tx, input.id, actor);
    const version = await renewCode(tx, id);
    await tell({ name: 'place.codeRenewed', subject: { kind: 'place', id }, data: { version } });
    return { place: { id, name }, code: placeCode(secret, id, version), version };
  });
}

async function lockPlace(tx: Tx, id: string, actor: Actor): Promise<Place> {
  await tx.selectFrom('place').select('id').where('id', '=', id).forUpdate().execute();
  return getPlace(tx, id, actor.unitId);
}

/** Somebody else may have changed it since the screen was opened. */
function unchanged(place: Place, theirs: object | null, was: object | null, yours: Json): void {
  if (sorted(theirs) === sorted(was)) return;
  throw new Problem('record.changed', { zh: place.name, en: place.name, yours, theirs: theirs && { ...theirs } });
}

/** The database keeps the keys of a record in an order of its own. */
const sorted = (record: object | null): string => JSON.stringify(record && Object.entries(record).sort());
