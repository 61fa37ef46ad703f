/** A plan of a place without tiles: metres around a point, laid onto a sheet. North is up. Pure. */

export interface Spot {
  readonly lat: number;
  readonly lng: number;
}

export interface Circle extends Spot {
  /** Metres. */
  readonly radius: number;
}

export interface Plan {
  readonly width: number;
  readonly height: number;
  readonly at: (spot: Spot) => { readonly x: number; readonly y: number };
  /** Units of the sheet for so many metres. */
  readonly long: (metres: number) => number;
  /** A round length for the scale bar, metres. */
  readonly bar: number;
}

const METRES_A_DEGREE = 111_195;
const MARGIN = 26;
/** Nearer than this a single point would look like a survey. */
const LEAST_SPAN = 120;
/** How far the circle of the place may widen the sheet, of the span of what lies in it. */
const RIM = 0.7;

/** Null when there is nothing to show. */
export function planOf(spots: readonly Spot[], circle: Circle | null, width = 360, height = 240): Plan | null {
  const origin = circle ?? spots[0];
  if (!origin) return null;
  const east = METRES_A_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  const flat = ({ lat, lng }: Spot) => ({ e: (lng - origin.lng) * east, n: (lat - origin.lat) * METRES_A_DEGREE });
  const found = [...spots, origin].map(flat);
  const span = Math.max(LEAST_SPAN, spreadOf(found.map(({ e }) => e)), spreadOf(found.map(({ n }) => n)));
  // A large place must not make what was found in it too small to read: then its rim lies outside the sheet.
  const reach = circle ? Math.min(circle.radius, spots.length > 0 ? span * RIM : circle.radius) : 0;
  const points = [...found, { e: -reach, n: -reach }, { e: reach, n: reach }];
  const [west, right] = [Math.min(...points.map(({ e }) => e)), Math.max(...points.map(({ e }) => e))];
  const [south, top] = [Math.min(...points.map(({ n }) => n)), Math.max(...points.map(({ n }) => n))];
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(LEAST_SPAN, right - west),
    (height - 2 * MARGIN) / Math.max(LEAST_SPAN, top - south),
  );
  const middle = { e: (west + right) / 2, n: (south + top) / 2 };
  return {
    width,
    height,
    at: (spot) => {
      const { e, n } = flat(spot);
      return { x: width / 2 + (e - middle.e) * scale, y: height / 2 - (n - middle.n) * scale };
    },
    long: (metres) => metres * scale,
    bar: roundLength(width / 4 / scale),
  };
}

const spreadOf = (numbers: readonly number[]): number => (numbers.length > 0 ? Math.max(...numbers) - Math.min(...numbers) : 0);

/** The largest of 1, 2, 5, 10, 20, 50 … that is not longer. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((each) => each * power <= metres) ?? 1;
  return step * power;
}
