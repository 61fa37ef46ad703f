/** A month of presence: by person, and by day who was late and who should have come and did not. */
import type { z } from 'zod';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import type { presenceMonth } from '#domain/presence/presence.contract.ts';
import { isCounted, tallyOf } from '#domain/presence/report.ts';
import type { Db } from '#server/platform/database.ts';
import type { CrewPresence } from './presence.store.ts';
import { viewCrews } from './presence.view.ts';

type Report = Pick<z.input<(typeof presenceMonth)['output']>, 'total' | 'people' | 'days'>;

export async function viewMonth(db: Db, crews: readonly CrewPresence[], actor: Actor, now: At): Promise<Report> {
  const counted = crews
    .map((crew) => ({ ...crew, people: crew.people.filter((one) => isCounted(one, now)) }))
    .filter(({ people }) => people.length > 0);
  const duties = counted.flatMap(({ people }) => people);
  const byPerson = [...Map.groupBy(duties, (duty) => duty.personId).values()];
  const byDay = [...Map.groupBy(await viewCrews(db, counted, actor, now), (patrol) => patrol.day)];
  return {
    total: tallyOf(duties, now),
    people: byPerson
      .map((own) => ({ person: { id: own[0]!.personId, name: own[0]!.personName }, tally: tallyOf(own, now) }))
      .sort(
        (a, b) => b.tally.missing - a.tally.missing || b.tally.late - a.tally.late || a.person.name.localeCompare(b.person.name, 'zh-CN'),
      ),
    days: byDay.map(([day, patrols]) => ({
      day,
      tally: tallyOf(
        duties.filter((duty) => duty.day === day),
        now,
      ),
      notInTime: patrols.flatMap(({ patrolId, place, starts, people }) =>
        people
          .filter(({ standing }) => standing !== 'present')
          .map(({ person, standing, saidAt, excuse, absence }) => ({
            ...{ patrolId, place, starts, person, standing, saidAt, excuse, absence },
          })),
      ),
    })),
  };
}
