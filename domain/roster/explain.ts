/** A roster explained in words: why somebody sits in a seat, who else could and what that would change, what one more person would change. */
import { weekdayOf } from '../kernel/day.ts';
import type { Words } from '../kernel/words.ts';
import type { Explained, OneMore } from './explain.model.ts';
import { isSameSeat, longestRest, type Musts, whyNotHere } from './musts.ts';
import { awayOn, type RosterPlan } from './plan.ts';
import { proposeRoster } from './propose.ts';
import type { Seat, SeatRef } from './roster.model.ts';
import { sharesOf } from './share.ts';
import { costOf, partsOf } from './solve/cost.ts';
import { layOut } from './solve/instance.ts';
import { holdersOf } from './solve/solve.ts';
import type { CostParts, Role } from './solve/task.ts';
import { assignmentsOf, NO_REST, peopleAsked, placeOfSeat, roleOf, solverTask } from './task.ts';

const weekdays: readonly Words[] = [
  { zh: '周一', en: 'Mondays' },
  { zh: '周二', en: 'Tuesdays' },
  { zh: '周三', en: 'Wednesdays' },
  { zh: '周四', en: 'Thursdays' },
  { zh: '周五', en: 'Fridays' },
  { zh: '周六', en: 'Saturdays' },
  { zh: '周日', en: 'Sundays' },
];

export function explainSeat(plan: RosterPlan, musts: Musts, seats: readonly Seat[], seat: SeatRef): Explained {
  const held = seats.find((one) => isSameSeat(one, seat));
  const holder = musts.people.find((person) => person.id === held?.personId) ?? null;
  const judge = judgeOf(plan, seats, seat);
  const share = sharesOf(plan);
  const now = judge(held?.personId ?? null);
  const near = nearDays(musts, seat);
  const around = seats.filter((one) => near.has(one.day));
  const asked = new Set(peopleAsked(plan).map((person) => person.id));
  const role = (id: string): Role => roleOf(plan, plan.people.find((person) => person.id === id)!);
  const candidates = musts.people
    .filter((person) => asked.has(person.id))
    .map((person) => {
      const duties = seats.filter((one) => one.personId === person.id).length;
      const base = { id: person.id, name: person.name, duties, share: rounded(share.get(person.id) ?? 0) };
      const why = whyNotHere(musts, around, seat, person.id)?.words ?? wrongRole(role(person.id), seat);
      if (why && person.id !== holder?.id) return { ...base, why, change: null, effect: null };
      const then = judge(person.id);
      const isHolder = person.id === holder?.id;
      return {
        ...base,
        why: null,
        change: rounded(fair(then) - fair(now)),
        effect: isHolder ? null : effectWords(now, then, held?.personId != null),
      };
    })
    .sort((a, b) => Number(a.why !== null) - Number(b.why !== null) || (a.change ?? 0) - (b.change ?? 0) || a.duties - b.duties);
  return {
    holder: holder && { id: holder.id, name: holder.name },
    because: holder ? becauseOf(plan, musts, seats, seat, holder.id, share.get(holder.id) ?? 0) : [],
    candidates,
  };
}

/** Those who lead are not asked to walk; by hand it can still be done, so it is said and not forbidden by the rule. */
function wrongRole(role: Role, seat: SeatRef): Words | null {
  return role === 'leader' && seat.n > 0 ? { zh: '只带班，不排巡查', en: 'leads, and is not asked to walk' } : null;
}

function nearDays(musts: Musts, seat: SeatRef): ReadonlySet<string> {
  const reach = Math.max(1, longestRest(musts));
  const at = musts.days.indexOf(seat.day);
  return new Set(musts.days.slice(Math.max(0, at - reach), at + reach + 1));
}

/** The parts of the cost with somebody in the seat. */
function judgeOf(plan: RosterPlan, seats: readonly Seat[], seat: SeatRef): (personId: string | null) => CostParts {
  const task = solverTask({ ...plan, kept: [] }, NO_REST);
  const on = layOut(task);
  const holder = holdersOf(task, on, assignmentsOf(plan, task, seats));
  const { day, post, n } = placeOfSeat(task, seat);
  const at = on.crewFrom[day * on.posts + post]! + n;
  const number = new Map(task.people.map((person, i) => [person.id, i]));
  return (personId) => {
    holder[at] = personId === null ? -1 : (number.get(personId) ?? -1);
    return partsOf(on, holder);
  };
}

const fair = (parts: CostParts): number => costOf({ ...parts, empty: 0, rest: 0, gap: 0, apart: 0, barred: 0 });
const rounded = (n: number): number => Math.round(n * 10) / 10;

function effectWords(now: CostParts, then: CostParts, wasHeld: boolean): Words {
  const parts: readonly (readonly [number, Words, Words])[] = [
    [then.load - now.load, { zh: '次数更匀', en: 'load more even' }, { zh: '次数更偏', en: 'load less even' }],
    [then.weekday - now.weekday, { zh: '星期更匀', en: 'weekdays more even' }, { zh: '星期更偏', en: 'weekdays less even' }],
    [then.post - now.post, { zh: '地点更匀', en: 'places more even' }, { zh: '地点更偏', en: 'places less even' }],
    [then.pair - now.pair, { zh: '搭档更多样', en: 'partners more varied' }, { zh: '搭档更重复', en: 'partners less varied' }],
  ];
  const said = parts.flatMap(([change, better, worse]) => (change < -0.05 ? [better] : change > 0.05 ? [worse] : []));
  if (said.length === 0) return wasHeld ? { zh: '一样公平', en: 'just as fair' } : { zh: '可以补上', en: 'can fill it' };
  return { zh: said.map((one) => one.zh).join('，'), en: said.map((one) => one.en).join(', ') };
}

function becauseOf(plan: RosterPlan, musts: Musts, seats: readonly Seat[], seat: SeatRef, personId: string, share: number): Words[] {
  const own = seats.filter((one) => one.personId === personId);
  const weekday = weekdayOf(seat.day);
  const day = weekdays[weekday - 1]!;
  const sameDay = own.filter((one) => weekdayOf(one.day) === weekday).length;
  const here = own.filter((one) => one.placeId === seat.placeId).length;
  const present = musts.days.filter((one) => !awayOn(musts.people.find((person) => person.id === personId)!, one)).length;
  const surplus = rounded(plan.people.find((person) => person.id === personId)?.surplus ?? 0);
  const mates = seats.filter(
    (one) => one.day === seat.day && one.placeId === seat.placeId && one.personId !== null && one.personId !== personId,
  );
  const crews = new Set(own.map((one) => `${one.day} ${one.placeId}`));
  const times = (mate: string) => seats.filter((one) => one.personId === mate && crews.has(`${one.day} ${one.placeId}`)).length;
  const together = mates.map((mate) => ({
    name: musts.people.find((person) => person.id === mate.personId)?.name ?? '',
    n: times(mate.personId!),
  }));
  return [
    {
      zh: `${musts.days.length} 个巡查日在岗 ${present} 天，应值 ${rounded(share)} 次，排 ${own.length} 次`,
      en: `there on ${present} of ${musts.days.length} patrol days; ${rounded(share)} duties are fair, ${own.length} are set`,
    },
    ...(surplus === 0
      ? []
      : [
          surplus > 0
            ? { zh: `以往多值 ${surplus} 次，已相应减少`, en: `served ${surplus} more before, so fewer now` }
            : { zh: `以往少值 ${-surplus} 次，已相应增加`, en: `served ${-surplus} fewer before, so more now` },
        ]),
    {
      zh: `${day.zh}共 ${sameDay} 次；本地点 ${here} 次，其他地点 ${own.length - here} 次`,
      en: `${sameDay} on ${day.en}; ${here} here, ${own.length - here} elsewhere`,
    },
    ...(together.length === 0
      ? []
      : [
          {
            zh: `同班：${together.map(({ name, n }) => `${name} ${n} 次`).join('、')}`,
            en: `together with ${together.map(({ name, n }) => `${name} ${n}×`).join(', ')}`,
          },
        ]),
  ];
}

/** Enough to see the difference, short enough for an answer. */
const STEPS = 200_000;

/** What one more person of a role, always there, would change. Shares are exact; empty seats and rest are those of rosters found in a short search. */
export function oneMore(plan: RosterPlan, role: Role): OneMore {
  const more: RosterPlan = {
    ...plan,
    kept: [],
    people: [...plan.people, { id: NEWCOMER, name: '', mayLead: role === 'leader', mayWalk: role === 'member', surplus: 0, away: [] }],
    places: plan.places.map((place) => (place.leaders && role === 'leader' ? { ...place, leaders: [...place.leaders, NEWCOMER] } : place)),
  };
  const [before, after] = [measure({ ...plan, kept: [] }, role), measure(more, role)];
  const change = (zh: string, en: string, a: string | number, b: string | number): Words =>
    a === b ? { zh: `${zh}仍是 ${a}`, en: `${en} stays ${a}` } : { zh: `${zh}由 ${a} 变为 ${b}`, en: `${en}: ${a} becomes ${b}` };
  return {
    lines: [
      change('平均每人次数', 'duties each, on average', before.each, after.each),
      change('排不上人的空位', 'seats nobody can fill', before.empty, after.empty),
      change('连续两个巡查日值班', 'two patrol days running', before.running, after.running),
      change('离最公平的排法（分）', 'points above the limit', before.above, after.above),
    ],
  };
}

const NEWCOMER = 'one more';

function measure(plan: RosterPlan, role: Role) {
  const { seats, cost, bound } = proposeRoster(plan, { steps: STEPS });
  const ids = new Set(peopleAsked(plan).flatMap((person) => (roleOf(plan, person) === role ? [person.id] : [])));
  const wanted = seats.filter((seat) => (seat.n === 0) === (role === 'leader'));
  const days = [...new Set(seats.map((seat) => seat.day))].sort();
  const served = new Set(seats.map((seat) => `${seat.day} ${seat.personId}`));
  return {
    each: rounded(wanted.length / Math.max(1, ids.size)),
    empty: wanted.filter((seat) => seat.personId === null).length,
    running: days.reduce(
      (sum, day, at) => sum + [...ids].filter((id) => at > 0 && served.has(`${day} ${id}`) && served.has(`${days[at - 1]} ${id}`)).length,
      0,
    ),
    above: rounded(Math.min(cost, 999) - Math.min(bound, 999)),
  };
}
