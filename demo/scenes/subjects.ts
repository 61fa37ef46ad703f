/** What is wrong, and the same spot put right. Each subject is drawn over the street. */
import type { Chance } from '../random.ts';
import { KERB, street, tree } from './backdrop.ts';
import type { Light } from './light.ts';
import { noticeBoard } from './notice-board.ts';
import { at, ellipse, fill, ground, line, mix, path, polygon, type Spot, stand } from './pen.ts';
import { bag, bicycle, carBehind, carton, cone, lamp, litter, planter, stall, wheeledBin } from './street-things.ts';

export type Moment = 'before' | 'after';
type Subject = (moment: Moment, place: Chance, light: Light) => string;

export const subjects = {
  treePit: (moment, place, light) => {
    const left = -560 + place.between(-40, 60);
    const soil = moment === 'before' ? '#7b5f48' : '#6a5640';
    const pit =
      ground(left - 40, left + 640, 0.14, 0.72, fill('#b9b2a6')) +
      ground(left, left + 600, 0.2, 0.64, fill(mix(soil, light.veil, light.veilStrength)));
    const trunk = stand(at(left + 300, 0.42), tree(place, light), 0.92);
    const rubbish = scatter(place, 15, left + 40, left + 560, 0.21, 0.5) + scatter(place, 5, left - 200, left + 760, 0.05, 0.18);
    const cover = Array.from({ length: 46 }, () => {
      const spot = at(place.between(left + 20, left + 580), place.between(0.22, 0.6));
      return ellipse(spot.x, spot.y, 32 * spot.scale, 16 * spot.scale, fill(place.pick(light.leaves)));
    });
    return moment === 'before' ? pit + trunk + rubbish : pit + cover.join('') + trunk;
  },

  bin: (moment, place) => {
    const heaped = moment === 'before';
    const colours = ['#3f8f6b', '#3d79a8', '#5d6670'];
    const bins = colours.map((colour, i) => stand(at(-700 + i * 350, 0.42), wheeledBin(colour, heaped && i < 2), 1.18));
    if (!heaped) return ground(-980, 240, 0.36, 0.62, fill('#aeb3b0')) + bins.join('');
    const heap = [
      [-790, 395],
      [-650, 420],
      [-720, 500],
      [-440, 400],
      [-310, 425],
      [-380, 505],
    ].map(([across, up]) =>
      stand(at(across!, 0.43, up! * 0.98), bag(place, place.pick(['#2f3338', '#e9e6df', '#c65a46', '#4b5157'])), 1.1),
    );
    const around = [
      [-930, 0.3],
      [-560, 0.24],
      [-190, 0.22],
      [90, 0.34],
      [-760, 0.14],
    ].map(([across, depth]) =>
      stand(at(across!, depth!), bag(place, place.pick(['#2f3338', '#e9e6df', '#474d53'])), place.between(0.9, 1.2)),
    );
    return bins[0]! + bins[1]! + heap.join('') + bins[2]! + around.join('') + scatter(place, 9, -900, 200, 0.02, 0.22);
  },

  manhole: (moment, place) => {
    const spot = at(-230 + place.between(-60, 60), 0.4);
    const [rx, ry] = [320, 132];
    const ring = ellipse(spot.x, spot.y, rx + 34, ry + 16, fill('#8d8a84')) + ellipse(spot.x, spot.y, rx, ry, fill('#3f444a'));
    const x = (dx: number): string => (spot.x + dx).toFixed(0);
    const y = (dy: number): string => (spot.y + dy).toFixed(0);
    const bars = [-90, -45, 0, 45, 90]
      .map((dy) => {
        const reach = Math.sqrt(1 - (dy / ry) ** 2) * rx * 0.86;
        return path(`M${x(-reach)} ${y(dy)} L${x(reach)} ${y(dy)}`, line('#5d646c', 13));
      })
      .join('');
    const sheen = ellipse(spot.x - 70, spot.y - 30, 190, 60, fill('#ffffff', 0.07));
    if (moment === 'after')
      return (
        ground(-700, 260, 0.0, 0.62, fill('#6f6b66', 0.16)) +
        ring +
        bars +
        sheen +
        ellipse(spot.x, spot.y, rx * 0.28, ry * 0.28, fill('#737b84'))
      );
    const hole = path(
      `M${x(-60)} ${y(-128)} L${x(120)} ${y(-118)} L${x(236)} ${y(-70)} L${x(300)} ${y(20)} L${x(210)} ${y(96)} L${x(90)} ${y(60)} L${x(20)} ${y(100)} L${x(-10)} ${y(10)} L${x(-92)} ${y(-20)} Z`,
      fill('#0c0f12'),
    );
    const rim = path(
      `M${x(-60)} ${y(-128)} L${x(-92)} ${y(-20)} L${x(-10)} ${y(10)} L${x(20)} ${y(100)} L${x(90)} ${y(60)} L${x(210)} ${y(96)}`,
      line('#89919a', 9),
    );
    const cracks = path(
      `M${x(-365)} ${y(10)} l-90 -34 l-60 22 l-80 -30 M${x(300)} ${y(110)} l70 44 l86 8 l40 36 M${x(-200)} ${y(140)} l-50 48 l10 44 M${x(350)} ${y(-40)} l90 -30 l50 12`,
      line('#5a554f', 7),
    );
    return stand(at(-690, 0.82), cone(), 1.3) + ring + bars + hole + rim + cracks;
  },

  tactile: (moment, place) => {
    const strip = Array.from({ length: 15 }, (_, i) => {
      const near = i * 0.17 + i * i * 0.016;
      const far = (i + 1) * 0.17 + (i + 1) ** 2 * 0.016 - 0.012 - i * 0.002;
      return (
        ground(-560, -220, near, far, fill(i % 2 ? '#e8b93c' : '#e0ae30')) +
        [-500, -425, -350, -275].map((a) => ground(a - 13, a + 13, near + 0.03, far - 0.03, fill('#f6d674'))).join('')
      );
    }).join('');
    const paints = ['#f0a63a', '#3f9bd1', '#f0a63a', '#48a877', '#3f9bd1'];
    const parked = [
      [-300, 1.5],
      [-470, 1.05],
      [-250, 0.72],
      [-520, 0.42],
      [-320, 0.16],
    ].map(([across, depth], i) =>
      stand(at(across! + place.between(-40, 40), depth!), `<g transform="rotate(${place.whole(-5, 5)})">${bicycle(paints[i]!)}</g>`, 1.28),
    );
    const fallen = stand(at(40, 0.3), `<g transform="rotate(62) scale(1 0.8)">${bicycle('#f0a63a')}</g>`, 1.1);
    const stands = ground(-1290, -760, 0.45, 3.4, line('#f4f2ea', 6, 0.8));
    const orderly = [2.9, 2.3, 1.8, 1.36, 0.98, 0.66].map((depth, i) => stand(at(-1010, depth), bicycle(paints[i % 5]!), 1.18));
    return moment === 'before'
      ? strip + parked.slice(0, 3).join('') + fallen + parked.slice(3).join('')
      : strip + stands + orderly.join('');
  },

  lamp: (moment) => {
    const nearest = at(KERB - 420, 1.35);
    const pool = (spot: Spot, size: number): string =>
      ellipse(spot.x - 20 * size, spot.y, 560 * spot.scale * size, 130 * spot.scale * size, 'fill="url(#glow)" opacity="0.5"');
    const others = [9.5, 5.6, 3.1]
      .map((depth) => pool(at(KERB - 420, depth), 1.3) + stand(at(KERB - 420, depth), lamp(true), 0.55))
      .join('');
    const below =
      moment === 'after'
        ? pool(nearest, 2.1) + pool(nearest, 1.2)
        : ellipse(nearest.x - 60, nearest.y + 70, 760, 230, 'fill="url(#gloom)"');
    return below + others + stand(nearest, lamp(moment === 'after'), 0.55);
  },

  poster: (moment, place) => stand(at(-260 + place.between(-50, 50), 0.4), noticeBoard(moment, place), 1.06),

  stall: (moment, place) =>
    moment === 'before'
      ? stand(at(-330 + place.between(-60, 60), 0.42), stall(place, place.pick(['#c65a46', '#3f8f8a', '#4a7fb5'])), 1.2) +
        scatter(place, 6, -760, 200, 0.03, 0.16)
      : [1.9, 1.15, 0.6].map((depth) => stand(at(30, depth), planter(place))).join(''),

  fireLane: (moment, place) => {
    const [left, right] = [-900, 180];
    const edges = ground(left, left + 46, 0, 5, fill('#d8483c')) + ground(right - 46, right, 0, 5, fill('#d8483c'));
    const hatch = Array.from({ length: 9 }, (_, i) => {
      const near = i * 0.3 + i * i * 0.05;
      const reach = 0.13 + i * 0.045;
      return polygon(
        [
          at(left + 70, near),
          at(left + 70, near + reach),
          at(right - 70, near + 0.36 + reach + i * 0.05),
          at(right - 70, near + 0.36 + i * 0.05),
        ],
        fill('#f2c53d'),
      );
    }).join('');
    const lane = ground(left, right, 0, 5, fill('#6d7178', 0.55)) + hatch + edges;
    if (moment === 'after') return lane;
    const stuff =
      stand(at(-760, 0.26), carton('#c39a66'), 1.1) +
      stand(at(-600, 0.2), carton('#b48a58'), 1.2) +
      stand(at(-680, 0.24, 165), carton('#cba474'), 0.95);
    return (
      lane + stand(at(-310 + place.between(-40, 40), 0.5), carBehind(place.pick(['#e8e6e1', '#5f6f80', '#b9473e', '#3f5f86'])), 1.3) + stuff
    );
  },
} as const satisfies Record<string, Subject>;
export type SceneKind = keyof typeof subjects;

/** The whole street with its subject. */
export function paint(kind: SceneKind, moment: Moment, place: Chance, light: Light): string {
  return street(place, light, kind !== 'lamp') + subjects[kind](moment, place, light);
}

function scatter(place: Chance, pieces: number, left: number, right: number, near: number, far: number): string {
  return Array.from({ length: pieces }, () => at(place.between(left, right), place.between(near, far)))
    .sort((a, b) => a.y - b.y)
    .map((spot) => stand(spot, litter(place), place.between(1, 1.5)))
    .join('');
}
