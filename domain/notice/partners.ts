/** Bodies outside the unit it has to work with: communities of its grids, the campaign office, departments that receive reports. */
import type { PartnerDraft, PlaceDraft } from './draft.model.ts';
import type { Mention, Plan } from './plan.ts';

const campaignOffice = /文明城市创建工作办公室|文明城市创建(?:工作)?(?:指挥部|领导小组)办公室|创城办(?:公室)?$|创建办$|文明办$/;
const ownBody = /科$|科室$|秘书处$|^[一-龥]?办公室$|^机关办公室$/;

export function partnersOf(plan: Plan, places: readonly PlaceDraft[]): PartnerDraft[] {
  const receivers = plan.items.flatMap((item) => item.reportTo);
  return [...communitiesOf(places), ...officesOf(receivers, plan), ...departmentsOf(receivers, places, plan)];
}

function communitiesOf(places: readonly PlaceDraft[]): PartnerDraft[] {
  return places.flatMap((place): PartnerDraft[] =>
    place.community === null ? [] : [{ key: `community:${place.community}`, kind: 'community', name: place.community, span: place.span }],
  );
}

/** 市…办公室, 济宁市…办公室 and …办公室材料审核组 are one office: the longest form of the name without what stands behind it. */
function officesOf(receivers: readonly Mention[], plan: Plan): PartnerDraft[] {
  const mentions = receivers.flatMap(({ raw, span }) => {
    const found = campaignOffice.exec(raw);
    return found === null ? [] : [{ raw: raw.slice(0, found.index + found[0].length), span }];
  });
  const longest = [...mentions].sort((a, b) => b.raw.length - a.raw.length)[0];
  if (longest === undefined || longest.raw === plan.issuingAuthority) return [];
  return [{ key: 'campaignOffice', kind: 'campaignOffice', name: longest.raw, span: longest.span }];
}

function departmentsOf(receivers: readonly Mention[], places: readonly PlaceDraft[], plan: Plan): PartnerDraft[] {
  const known = new Set(places.map((place) => place.community));
  const others = receivers.filter(
    ({ raw }) => !campaignOffice.test(raw) && !known.has(raw) && !ownBody.test(raw) && raw !== plan.issuingAuthority,
  );
  const named = others.filter(
    ({ raw }) => /(?:局|委员会|办公室|指挥部|人民政府)$/.test(raw) && !/^(?:有关|相关|各)|领导小组办公室$/.test(raw),
  );
  return named
    .filter(({ raw }, index) => named.findIndex((other) => other.raw === raw) === index)
    .map(({ raw, span }) => ({ key: `department:${raw}`, kind: 'department', name: raw, span }));
}
