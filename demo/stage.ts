/** What the parts of the demo share: who acts, the clock that is moved, the agenda of what happens when. */
import { type At, addDays, type Day, instantOf, weekdayOf } from '#domain/kernel/day.ts';
import { type Id, newId } from '#domain/kernel/id.ts';
import type { Album } from './album.ts';
import type { PartnerKey } from './cast.ts';
import type { Player, Role } from './player.ts';
import type { Chance } from './random.ts';

export interface Stage {
  readonly today: Day;
  /** When the demo is made, milliseconds. */
  readonly now: number;
  readonly player: Player;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly album: Album;
  /** User name → person, filled while the unit is set up. */
  readonly personIds: Map<string, Id>;
  readonly partnerIds: Map<PartnerKey, Id>;
  readonly id: () => Id;
  readonly log: (line: string) => void;
}

export interface Crew {
  readonly patrolId: Id;
  readonly placeId: Id;
  readonly finder: string;
  readonly partner: string;
  readonly leader: string;
}

export const as = (stage: Stage, username: string): Promise<Role> => stage.player.enterAs(stage.personIds.get(username)!);

export function usernameOf(stage: Stage, personId: Id): string {
  for (const [username, id] of stage.personIds) if (id === personId) return username;
  throw new Error(`nobody of the demo has the id ${personId}`);
}

/** Jobs in the order of their time, which is the time of the clock while they run. A job may put further jobs on. */
export interface Agenda {
  put(at: At, job: () => Promise<void>): void;
  run(): Promise<void>;
}

export function agendaOf(setClock: (ms: number) => void): Agenda {
  const jobs: { readonly at: number; readonly job: () => Promise<void> }[] = [];
  return {
    put(at, job) {
      const time = Date.parse(at);
      const later = jobs.findIndex((other) => other.at > time);
      jobs.splice(later < 0 ? jobs.length : later, 0, { at: time, job });
    },
    async run() {
      for (let next = jobs.shift(); next; next = jobs.shift()) {
        setClock(next.at);
        await next.job();
      }
    },
  };
}

/** Ids as the system makes them, but the same each time for the same day. */
export const idsFrom = (clock: () => number, chance: Chance) => (): Id => newId(clock(), (bytes) => chance.fill(bytes));

/** Some days later at a time of day, on a weekday, and never after the evening before the demo is made. */
export function laterOn(stage: Pick<Stage, 'today'>, day: Day, days: number, time: string): At {
  const meant = addDays(day, days);
  const worked = weekdayOf(meant) <= 5 || days === 0 ? meant : addDays(meant, 8 - weekdayOf(meant));
  const yesterday = addDays(stage.today, -1);
  return worked < stage.today ? instantOf(worked, time) : instantOf(yesterday, time);
}
