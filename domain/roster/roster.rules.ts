/** A roster's life, and what must hold for every seat. */
import { type ActRule, type ActTable, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import { type Day, dayOf, lastDayOf, monthOf } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { brokenMusts, isSameSeat, type Musts, whyNotHere } from './musts.ts';
import type { Roster, Seat, SeatRef } from './roster.model.ts';
import { rosterStates } from './roster.states.ts';

const clerk = postIn<Roster>('campaignClerk');
/** Whoever accepted a colleague's request: the swap says who that may be. */
const colleague: Relation<Roster> = {
  words: { zh: '答应换班的同事', en: 'the colleague who agreed' },
  holds: (actor, roster) => actor.unitId === roster.unitId,
};
const rule = <Input>(row: ActRule<Roster, Input>): ActRule<Roster, Input> => row;

/** Who sits where from now on; null leaves the seat empty. */
export type SeatChange = SeatRef & { readonly personId: string | null };

export interface Reseating {
  readonly changes: readonly SeatChange[];
  readonly musts: Musts;
}

export const rosterActs = {
  propose: rule<{ readonly seats: readonly Seat[] }>({
    words: { zh: '重新排班', en: 'Propose anew' },
    past: 'proposed',
    pastWords: { zh: '重新排班', en: 'proposed it anew' },
    from: ['draft'],
    by: [clerk],
    change: (_roster, input) => ({ seats: [...input.seats] }),
  }),
  even: rule<{ readonly seats: readonly Seat[]; readonly cost: number; readonly bound: number; readonly stopped: boolean }>({
    words: { zh: '排匀', en: 'Even it out' },
    past: 'evened',
    pastWords: { zh: '排班完成', en: 'finished making it' },
    from: ['draft'],
    by: [clerk],
    change: (roster, input) => ({ seats: withPinned(input.seats, roster.seats) }),
    tell: (_roster, { cost, bound, stopped }) => ({ cost, bound, stopped }),
  }),
  assign: rule<Reseating>({
    words: { zh: '调整班次', en: 'Change seats' },
    past: 'seatsChanged',
    pastWords: { zh: '调整班次', en: 'changed seats' },
    from: ['draft', 'published'],
    by: [clerk],
    refuse: (roster, at, input) => (input ? whyNotReseated(roster, dayOf(at.now), input) : null),
    change: (roster, input) => reseated(roster, input.changes, true),
    tell: (roster, input, next) => ({ version: next.version, changes: toldChanges(roster, input) }),
  }),
  trade: rule<Reseating>({
    words: { zh: '换班替班', en: 'Trade duties' },
    past: 'seatsTraded',
    pastWords: { zh: '经双方同意换班或替班', en: 'traded duties by agreement' },
    from: ['published'],
    by: [colleague],
    refuse: (roster, at, input) => (input ? whyNotReseated(roster, dayOf(at.now), input) : null),
    change: (roster, input) => reseated(roster, input.changes, false),
    tell: (roster, input, next) => ({ version: next.version, changes: toldChanges(roster, input) }),
  }),
  pin: rule<{ readonly seats: readonly SeatRef[]; readonly pinned: boolean }>({
    words: { zh: '固定班次', en: 'Pin seats' },
    past: 'seatsPinned',
    pastWords: { zh: '固定或放开班次', en: 'pinned or freed seats' },
    from: ['draft'],
    by: [clerk],
    refuse: (roster, _at, input) =>
      input?.seats.some((seat) => !roster.seats.some((one) => isSameSeat(one, seat))) ? new Problem('record.notFound') : null,
    change: (roster, input) => ({
      seats: roster.seats.map((seat) => (input.seats.some((one) => isSameSeat(one, seat)) ? { ...seat, pinned: input.pinned } : seat)),
    }),
    tell: (_roster, input) => ({ seats: input.seats.length, pinned: input.pinned }),
  }),
  publish: rule<{ readonly musts: Musts }>({
    words: { zh: '发布值班表', en: 'Publish' },
    past: 'published',
    pastWords: { zh: '发布值班表', en: 'published it' },
    from: ['draft'],
    to: 'published',
    by: [clerk],
    // Days gone by can no longer be changed, and no patrol is made of them.
    refuse: (roster, at, input) => {
      const ahead = roster.seats.filter((seat) => seat.day >= dayOf(at.now));
      const empty = ahead.filter((seat) => seat.personId === null).length;
      if (empty > 0) return new Problem('roster.emptySeats', { count: empty });
      const [broken, ...others] = input ? brokenMusts(input.musts, ahead) : [];
      return broken
        ? new Problem('roster.broken', {
            count: others.length + 1,
            day: broken.seat.day,
            zh: broken.problem.words.zh,
            en: broken.problem.words.en,
          })
        : null;
    },
    change: () => ({ version: 1 }),
  }),
  cut: rule<{ readonly to: Day }>({
    words: { zh: '余下另排', en: 'Make the rest anew' },
    past: 'cut',
    pastWords: { zh: '截短值班表，余下另排', en: 'cut it, to make the rest anew' },
    from: ['published'],
    by: [clerk],
    refuse: (roster, at, input) => {
      const today = dayOf(at.now);
      if (roster.to <= lastDayOf(monthOf(today))) return new Problem('roster.nothingLeft');
      return input && (input.to < today || input.to < roster.from || input.to >= roster.to) ? new Problem('roster.nothingLeft') : null;
    },
    change: (roster, { to }) => ({ to, version: roster.version + 1, seats: roster.seats.filter((seat) => seat.day <= to) }),
    tell: (roster, { to }, next) => ({ to, version: next.version, dropped: roster.seats.length - next.seats.length }),
  }),
  discard: rule<object>({
    words: { zh: '作废草稿', en: 'Discard the draft' },
    past: 'discarded',
    pastWords: { zh: '作废草稿', en: 'discarded the draft' },
    from: ['draft'],
    to: 'discarded',
    by: [clerk],
  }),
} satisfies ActTable<Roster>;

export const rosterWorkflow: Workflow<Roster, typeof rosterActs> = {
  kind: 'roster',
  words: { zh: '值班表', en: 'Duty roster' },
  states: rosterStates,
  acts: rosterActs,
};

/** The first of several changes, all made at once, that cannot be; an exchange is judged with both people in their new seats. */
export function whyNotReseated(roster: Pick<Roster, 'seats' | 'version'>, today: Day, { changes, musts }: Reseating): Problem | null {
  const { seats } = reseated(roster, changes, false);
  for (const change of changes) {
    if (!roster.seats.some((seat) => isSameSeat(seat, change))) return new Problem('record.notFound');
    if (change.day < today) return new Problem('roster.past');
    const broken = change.personId === null ? null : whyNotHere(musts, seats, change, change.personId);
    if (broken) return broken;
  }
  return null;
}

/** The seats after the changes. After publishing each set of changes makes a version. */
export function reseated(
  roster: Pick<Roster, 'seats' | 'version'>,
  changes: readonly SeatChange[],
  pinned: boolean,
): Pick<Roster, 'seats' | 'version'> {
  const version = roster.version === 0 ? 0 : roster.version + 1;
  return {
    version,
    seats: roster.seats.map((seat) => {
      const change = changes.find((one) => isSameSeat(one, seat));
      if (!change || change.personId === seat.personId) return seat;
      return { ...seat, personId: change.personId, pinned: pinned || seat.pinned, changedIn: version === 0 ? null : version };
    }),
  };
}

/** What was pinned while the search ran stays; somebody found twice on a day leaves the seat that was not pinned. */
function withPinned(found: readonly Seat[], now: readonly Seat[]): Seat[] {
  const pinned = now.filter((seat) => seat.pinned);
  return found.map((seat) => {
    const kept = pinned.find((one) => isSameSeat(one, seat));
    if (kept) return kept;
    return pinned.some((one) => one.day === seat.day && one.personId === seat.personId) ? { ...seat, personId: null } : seat;
  });
}

function toldChanges(roster: Roster, { changes, musts }: Reseating) {
  const nameOf = (id: string | null | undefined) => musts.people.find((person) => person.id === id)?.name ?? null;
  return changes.map((change) => {
    const was = roster.seats.find((seat) => isSameSeat(seat, change))?.personId ?? null;
    const place = musts.places.find((one) => one.id === change.placeId)?.name ?? '';
    const { day, placeId, n, personId } = change;
    return { day, placeId, place, n, was, wasName: nameOf(was), personId, name: nameOf(personId) };
  });
}
