import { holdsPost } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { placeList, placeSetRule } from '#domain/place/place.contract.ts';
import type { PatrolRule } from '#domain/place/place.model.ts';
import { usualRule } from '#domain/place/usual.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { requirePost } from '#server/platform/rights.ts';
import { getPlace, listPlaces, saveRule } from './place.store.ts';

type RuleFields = Pick<PatrolRule, 'weekdays' | 'people' | 'leaderOnDuty' | 'leaders' | 'starts' | 'ends'>;
const fieldsOf = ({ weekdays, people, leaderOnDuty, leaders, starts, ends }: RuleFields): RuleFields => ({
  weekdays,
  people,
  leaderOnDuty,
  leaders,
  starts,
  ends,
});

export function placeRoutes(endpoint: Endpoints): void {
  endpoint.read(placeList, async ({ actor, db }) => ({
    places: await listPlaces(db, actor.unitId),
    mayManage: holdsPost(actor, actor.unitId, 'campaignClerk'),
  }));

  endpoint.act(placeSetRule, async ({ input, actor, tx, tell }) => {
    requirePost(actor, placeSetRule.words, 'campaignClerk');
    await tx.selectFrom('place').select('id').where('id', '=', input.id).forUpdate().execute();
    const place = await getPlace(tx, input.id, actor.unitId);
    if (input.starts >= input.ends)
      throw new Problem('request.invalid', { field: 'ends', zh: '结束时间要晚于开始时间', en: 'the end must be after the start' });
    const theirs = place.rule && fieldsOf(place.rule);
    if (JSON.stringify(theirs) !== JSON.stringify(input.was && fieldsOf(input.was)))
      throw new Problem('record.changed', {
        zh: place.name,
        en: place.name,
        yours: { ...fieldsOf(input) },
        theirs: theirs && { ...theirs },
      });
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
}
