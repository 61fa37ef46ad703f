/** A few more changed seats that leave a repaired roster more even: each must be worth its price. */
import { seeded } from './random.ts';
import type { State } from './state.ts';

/** What one more changed seat must be worth, in points of unfairness. */
const PRICE = 3;
const EVEN_STEPS = 40_000;
const HEAT = 0.4;

/** From a repaired roster on: exchanges that are worth the seats they change. Leaves the state as it found it. */
export function evenOut(state: State, isFree: (seat: number) => boolean, published: Int32Array, start: Int32Array): Int32Array {
  const { on } = state;
  const before = state.holder.slice();
  state.load(start);
  const random = seeded(1);
  const seats = [...published.keys()].filter(isFree);
  const isChanged = (seat: number): number => (state.holder[seat] === published[seat] ? 0 : 1);
  let sum = 0;
  let least = 0;
  let best = start;
  for (let step = 0; step < EVEN_STEPS && seats.length > 1; step++) {
    const seat = seats[random.below(seats.length)]!;
    const others = on.peopleOf[on.seatRole[seat]!]!;
    const other = random.next() < 0.5 ? seats[random.below(seats.length)]! : -1;
    const limit = -HEAT * Math.log(1 - random.next());
    const held = state.holder[seat]!;
    if (held < 0) continue;
    const changedBefore = isChanged(seat) + (other >= 0 ? isChanged(other) : 0);
    let change = state.take(seat);
    let undo = (): void => {
      state.put(seat, held);
    };
    let taken = false;
    if (other < 0) {
      const person = others[random.below(others.length)]!;
      if (person !== held && state.fits(person, seat)) {
        change += state.put(seat, person);
        undo = () => {
          state.take(seat);
          state.put(seat, held);
        };
        taken = true;
      }
    } else if (state.holder[other]! >= 0 && state.holder[other] !== held && on.seatRole[other] === on.seatRole[seat]) {
      const there = state.holder[other]!;
      change += state.take(other);
      if (state.fits(there, seat) && state.fits(held, other)) {
        change += state.put(seat, there) + state.put(other, held);
        undo = () => {
          state.take(seat);
          state.take(other);
          state.put(seat, held);
          state.put(other, there);
        };
        taken = true;
      } else
        undo = () => {
          state.put(seat, held);
          state.put(other, there);
        };
    }
    const price = PRICE * (isChanged(seat) + (other >= 0 ? isChanged(other) : 0) - changedBefore);
    if (!taken || change + price > limit) {
      undo();
      continue;
    }
    sum += change + price;
    if (sum < least - 1e-6) {
      least = sum;
      best = state.holder.slice();
    }
  }
  state.load(before);
  return best;
}
