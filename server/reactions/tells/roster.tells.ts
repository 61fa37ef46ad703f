/** What rosters, swaps and absences tell. */
import { addDays, dayOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { sayDate, sayList } from '#domain/message/say.ts';
import type { Db } from '#server/platform/database.ts';
import type { ClockReporter, Reporter, Telling } from '../../modules/message/telling.ts';
import { clerksOf, namesFor } from './people.ts';

interface SeatSaid {
  readonly day: string;
  readonly place: string;
  readonly n: number;
}

function saySeat({ day, place, n }: SeatSaid): Words {
  const date = sayDate(day);
  return { zh: `${date.zh}${place}${n === 0 ? '带班' : ''}`, en: `${date.en}, ${place}${n === 0 ? ' (leader)' : ''}` };
}

export const rosterPublishedTells: Reporter = async (db, fact) => {
  const roster = await db
    .selectFrom('roster')
    .select(['fromDay', 'toDay'])
    .where('id', '=', fact.subjectId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (!roster) return [];
  const seats = await db
    .selectFrom('seat')
    .innerJoin('place', 'place.id', 'seat.placeId')
    .where('seat.rosterId', '=', fact.subjectId)
    .where('seat.day', '>=', dayOf(fact.at))
    .where('seat.personId', 'is not', null)
    .orderBy('seat.day')
    .select(['seat.day', 'seat.n', 'seat.personId', 'place.name as place'])
    .execute();
  const [from, to] = [sayDate(roster.fromDay), sayDate(roster.toDay)];
  const span = { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` };
  return [...Map.groupBy(seats, (seat) => seat.personId!)].map(([personId, own]) => ({
    people: { concerned: [personId] },
    fields: { span, count: String(own.length), duties: sayList(own.map(saySeat)) },
    record: { kind: 'roster', id: fact.subjectId },
  }));
};

interface Change extends SeatSaid {
  readonly was: string | null;
  readonly wasName: string | null;
  readonly personId: string | null;
  readonly name: string | null;
}

/** Those whose seat came or went; a draft concerns nobody yet. */
export const seatsChangedTells: Reporter = async (db, fact) => {
  const roster = await db.selectFrom('roster').select('state').where('id', '=', fact.subjectId).executeTakeFirst();
  if (roster?.state !== 'published') return [];
  const lines = new Map<string, Words[]>();
  const note = (personId: string | null, words: Words): void => {
    if (personId) lines.set(personId, [...(lines.get(personId) ?? []), words]);
  };
  for (const change of fact.data.changes as unknown as readonly Change[]) {
    if (change.was === change.personId) continue;
    const seat = saySeat(change);
    note(change.personId, { zh: `新增：${seat.zh}`, en: `new: ${seat.en}` });
    const next: Words = change.name ? { zh: `，改由${change.name}`, en: `, now ${change.name}` } : { zh: '', en: '' };
    note(change.was, { zh: `取消：${seat.zh}${next.zh}`, en: `gone: ${seat.en}${next.en}` });
  }
  return [...lines].map(([personId, changes]) => ({
    people: { concerned: [personId] },
    fields: {
      changes: { zh: changes.map(({ zh }) => zh).join('；'), en: changes.map(({ en }) => en).join('; ') },
      by: fact.byName,
    },
    record: { kind: 'roster', id: fact.subjectId },
  }));
};

/** The duties that fell away are those the version noted. */
export const rosterCutTells: Reporter = async (db, fact) => {
  const { to, version } = fact.data as { readonly to: string; readonly version: number };
  const gone = await db
    .selectFrom('seatChange')
    .innerJoin('place', 'place.id', 'seatChange.placeId')
    .where('seatChange.rosterId', '=', fact.subjectId)
    .where('seatChange.version', '=', version)
    .where('seatChange.wasId', 'is not', null)
    .orderBy('seatChange.day')
    .select(['seatChange.day', 'seatChange.n', 'seatChange.wasId', 'place.name as place'])
    .execute();
  return [...Map.groupBy(gone, (seat) => seat.wasId!)].map(([personId, own]) => ({
    people: { concerned: [personId] },
    fields: { to: sayDate(to), count: String(own.length), duties: sayList(own.map(saySeat)), by: fact.byName },
    record: { kind: 'roster', id: fact.subjectId },
  }));
};

/** `toWhom`: the colleague who is asked, or the one who asked. */
export const swapTells =
  (toWhom: 'other' | 'asker'): Reporter =>
  async (db, fact) => {
    const swap = await db
      .selectFrom('swap')
      .innerJoin('place', 'place.id', 'swap.placeId')
      .leftJoin('place as otherPlace', 'otherPlace.id', 'swap.otherPlaceId')
      .where('swap.id', '=', fact.subjectId)
      .selectAll('swap')
      .select(['place.name as place', 'otherPlace.name as theirPlace'])
      .executeTakeFirst();
    if (!swap) return [];
    const given = saySeat(swap);
    const taken = swap.otherDay ? saySeat({ day: swap.otherDay, place: swap.theirPlace ?? '', n: swap.otherN ?? 1 }) : null;
    const note = swap.note.trim();
    return [
      {
        people: { concerned: [toWhom === 'other' ? swap.otherId : swap.askerId] },
        fields: {
          by: fact.byName,
          how: taken ? { zh: '换班', en: 'swap duties' } : { zh: '替班', en: 'stand in' },
          seat: taken ? { zh: `${given.zh}，换${taken.zh}`, en: `${given.en}, for ${taken.en}` } : given,
          note: note ? { zh: `留言：${note}。`, en: `Note: ${note}. ` } : '',
        },
        record: { kind: 'swap', id: swap.id },
      },
    ];
  };

/** Only an absence that leaves published duties empty is news to the clerk. */
export const absenceTells: Reporter = async (db, fact) => {
  const { personId, from, to } = fact.data as { readonly personId: string; readonly from: string; readonly to: string };
  const today = dayOf(fact.at);
  const seats = await db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .innerJoin('place', 'place.id', 'seat.placeId')
    .where('roster.unitId', '=', fact.unitId)
    .where('roster.state', '=', 'published')
    .where('seat.personId', '=', personId)
    .where('seat.day', '>=', from > today ? from : today)
    .where('seat.day', '<=', to)
    .orderBy('seat.day')
    .select(['seat.day', 'seat.n', 'place.name as place'])
    .execute();
  if (seats.length === 0) return [];
  const who = (await namesFor(db, [personId])).get(personId) ?? '';
  return [
    {
      people: { clerk: await clerksOf(db, fact.unitId) },
      fields: { who, count: String(seats.length), duties: sayList(seats.map(saySeat)) },
      record: { kind: 'absence', id: fact.subjectId },
    },
  ];
};

const planned = (db: Db, unitId: string) =>
  db
    .selectFrom('patrol')
    .innerJoin('place', 'place.id', 'patrol.placeId')
    .where('patrol.unitId', '=', unitId)
    .select(['patrol.id', 'patrol.day', 'patrol.starts', 'patrol.ends', 'patrol.leaderId', 'patrol.memberIds', 'place.name as place']);

type Planned = Awaited<ReturnType<ReturnType<typeof planned>['execute']>>[number];

export const dutyTomorrowTells: ClockReporter = {
  due: async (db, unitId, day) =>
    remind(db, await planned(db, unitId).where('patrol.day', '=', addDays(day, 1)).where('patrol.state', '=', 'planned').execute()),
  latest: async (db, unitId, day) =>
    remind(db, await planned(db, unitId).where('patrol.day', '<=', addDays(day, 1)).orderBy('patrol.day', 'desc').limit(1).execute()),
};

async function remind(db: Db, patrols: readonly Planned[]): Promise<Telling[]> {
  const names = await namesFor(
    db,
    patrols.flatMap(({ leaderId, memberIds }) => [leaderId, ...memberIds]),
  );
  return patrols.map(({ id, day, starts, ends, place, leaderId, memberIds }) => ({
    people: { crew: memberIds, leaderOnDuty: leaderId ? [leaderId] : [] },
    fields: { day: sayDate(day), starts, ends, place, crew: sayCrew(names, leaderId, memberIds) },
    record: { kind: 'patrol', id },
    once: `duty.tomorrow:${id}:${day}`,
  }));
}

export function sayCrew(names: ReadonlyMap<string, string>, leaderId: string | null, memberIds: readonly string[]): Words {
  const members = memberIds.flatMap((id) => names.get(id) ?? []);
  const leader = leaderId ? names.get(leaderId) : undefined;
  return {
    zh: [...(leader ? [`${leader}（带班）`] : []), ...members].join('、'),
    en: [...(leader ? [`${leader} (leader)`] : []), ...members].join(', '),
  };
}
