/** Quiet hours of a unit: what is not urgent waits for their end. Times of the office's clock; they may run over midnight. */
import { type At, addDays, dayOf, instantOf, timeOf } from '../kernel/day.ts';

export interface QuietHours {
  /** 'HH:MM', included. */
  readonly from: string;
  /** 'HH:MM', the first minute that is not quiet any more. */
  readonly to: string;
}

/** The instant itself outside the quiet hours, else their end. */
export function quietUntil(quiet: QuietHours | null, at: At): At {
  if (!quiet || quiet.from === quiet.to) return at;
  const [day, time] = [dayOf(at), timeOf(at)];
  const overMidnight = quiet.to < quiet.from;
  if (overMidnight) {
    if (time >= quiet.from) return instantOf(addDays(day, 1), quiet.to);
    return time < quiet.to ? instantOf(day, quiet.to) : at;
  }
  return time >= quiet.from && time < quiet.to ? instantOf(day, quiet.to) : at;
}
