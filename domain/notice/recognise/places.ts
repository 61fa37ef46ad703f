/** Places that a unit answers for: a grid (16网格凤凰城社区), one side of a road (甲街（乙路至丙路）路西), a community. */
import type { PlaceMention } from '../plan.ts';
import { type Match, matchesOf, type Passage } from './text.ts';

const grid = /([省市区县镇]?)(?:第)?(\d{1,4})号?网格(?:[（(]([一-龥]{2,10}?(?:社区|村))[）)]|([一-龥]{2,10}?(?:社区|村)))?/g;
const road =
  /([一-龥]{2,12}(?:路|街|大道|大街|巷))[（(]([^（）()\s]{2,14}?)(?:至|到|—{1,2}|-|～)([^（）()\s]{2,14})[）)]((?:路|街)?[东西南北](?:侧|边|段)?|两侧|双侧)?/g;
/** 甲路乙路至丙路段, 甲街乙路口至丙路口北侧: a stretch without brackets. */
const stretch =
  /([一-龥]{2,6}?(?:大道|大街|路|街|巷))([一-龥]{2,6}?(?:大道|大街|路|街|巷|口|桥))(?:至|到|—{1,2}|-|～)([一-龥]{2,6}?(?:大道|大街|路|街|巷|口|桥))(?:口)?(?:路)?(段|[东西南北]侧|两侧)/g;
/** 甲路东侧: one side of a whole road. */
const wholeSide = /([一-龥]{2,8}(?:大道|大街|路|街|巷))((?:路|街)?[东西南北]侧|两侧)/g;
const street = /([一-龥]{2,8}?(?:街道|镇|乡))([一-龥]{2,8}?社区)/g;
const labelled = /(?:社区名称[：:]|包保)([一-龥]{2,10}?社区)/g;

/** Words that stand before a name and are not part of it. */
const leadIn =
  /^.*(?:做好|负责|参与|协助|前往|包保|包联|包抓|包靠|联系|管护|管理|值班|巡查|分别|[赴到在对的和与及往至由把])(?=[一-龥]{2,})/;

export function placesIn(passage: Passage): PlaceMention[] {
  return [...gridsIn(passage), ...roadsIn(passage), ...communitiesIn(passage)].sort((a, b) => a.span[0] - b.span[0]);
}

function gridsIn(passage: Passage): PlaceMention[] {
  return matchesOf(passage, grid).map((match) => ({
    kind: 'grid',
    name: match.raw,
    code: match.group(2),
    ...communityOf(match.group(3) || match.group(4)),
    span: match.span,
  }));
}

function communityOf(name: string): { community?: string } {
  return name === '' ? {} : { community: name };
}

function roadsIn(passage: Passage): PlaceMention[] {
  const bracketed = bracketedRoads(passage);
  const others = [
    ...matchesOf(passage, stretch).map((match) => openRoad(match, { from: match.group(2), to: match.group(3) }, match.group(4))),
    ...matchesOf(passage, wholeSide).map((match) => openRoad(match, {}, match.group(2))),
  ];
  const found = [...bracketed];
  for (const one of others) if (!found.some((other) => one.span[0] < other.span[1] && other.span[0] < one.span[1])) found.push(one);
  return found;
}

function openRoad(match: Match, ends: { from?: string; to?: string }, side: string): PlaceMention {
  const name = match.group(1).replace(leadIn, '');
  const lead = match.group(1).length - name.length;
  return {
    kind: 'road',
    name: match.raw.slice(lead),
    road: name,
    ...ends,
    ...(side === '段' ? {} : { side }),
    span: [match.span[0] + lead, match.span[1]],
  };
}

function bracketedRoads(passage: Passage): PlaceMention[] {
  return matchesOf(passage, road).map((match) => {
    const name = match.group(1).replace(leadIn, '');
    const lead = match.group(1).length - name.length;
    return {
      kind: 'road',
      name: match.raw.slice(lead),
      road: name,
      from: match.group(2),
      to: match.group(3),
      ...(match.group(4) === '' ? {} : { side: match.group(4) }),
      span: [match.span[0] + lead, match.span[1]],
    };
  });
}

/** A community is a place when its street or a label names it; 进社区 and 各社区 are no names. */
function communitiesIn(passage: Passage): PlaceMention[] {
  const onStreets = matchesOf(passage, street).map((match): PlaceMention => {
    const lead = match.group(1).length - match.group(1).replace(leadIn, '').length;
    return { kind: 'community', name: match.raw.slice(lead), community: match.group(2), span: [match.span[0] + lead, match.span[1]] };
  });
  const byLabel = matchesOf(passage, labelled).map((match): PlaceMention => {
    const lead = match.raw.length - match.group(1).length;
    return { kind: 'community', name: match.group(1), community: match.group(1), span: [match.span[0] + lead, match.span[1]] };
  });
  return [...onStreets, ...byLabel].filter((place) => !/^(?:各|本|全|进)/.test(place.community ?? ''));
}

/** The identity of a place across notices; the code of a grid outweighs the name of its community. */
export function placeKeyOf(place: PlaceMention): string {
  if (place.kind === 'grid') return `grid:${place.code ?? place.name}`;
  if (place.kind === 'road') return ['road', place.road ?? place.name, ...(place.side === undefined ? [] : [place.side])].join(':');
  return `community:${place.community ?? place.name}`;
}
