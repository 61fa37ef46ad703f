/** Presence counted. Only duties of the roster whose hours are over are counted: whoever is still awaited is neither late nor missing. */
import type { At } from '../kernel/day.ts';
import type { Presence, Tally } from './presence.model.ts';
import { endOf, standingOf } from './presence.rules.ts';
import type { Standing } from './presence.states.ts';

export function isCounted(presence: Pick<Presence, 'day' | 'starts' | 'ends' | 'rostered'>, now: At): boolean {
  return presence.rostered && Date.parse(now) >= Date.parse(endOf(presence));
}

/** Adds up duties that are counted. */
export function tallyOf(duties: readonly Presence[], now: At): Tally {
  const standing = duties.map((duty) => standingOf(duty, now));
  const count = (wanted: Standing): number => standing.filter((one) => one === wanted).length;
  return {
    duties: duties.length,
    onTime: count('present'),
    late: count('late'),
    missing: count('missing'),
    excused: duties.filter((duty, i) => duty.excuse !== null && standing[i] !== 'present').length,
  };
}
