/** The street every scene plays in: sky, town in the distance, a house front, pavement, kerb, road, trees. */
import type { Chance } from '../random.ts';
import type { Light } from './light.ts';
import { at, circle, ellipse, fill, ground, HEIGHT, line, mix, path, polygon, rect, shadow, stand, WIDTH, wallPatch } from './pen.ts';

const WALL = -1450;
export const KERB = 300;
const FAR_SIDE = 2500;

export function street(chance: Chance, light: Light, planted = true): string {
  const built = [sky(chance, light), town(chance, light), farSide(chance, light), road(light), pavement(light), houseFront(chance, light)];
  return [...built, planted ? trees(chance, light) : ''].join('');
}

/** Gradients; every picture begins with them. */
export function definitions(light: Light): string {
  return `<defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.skyTop}"/><stop offset="1" stop-color="${light.skyLow}"/></linearGradient>
    <linearGradient id="floor" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(light.pavement, light.haze, 0.55)}"/><stop offset="1" stop-color="${light.pavement}"/></linearGradient>
    <linearGradient id="lane" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${mix(light.road, light.haze, 0.6)}"/><stop offset="1" stop-color="${light.road}"/></linearGradient>
    <radialGradient id="edge" cx="0.5" cy="0.5" r="0.75"><stop offset="0.6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.22"/></radialGradient>
    <radialGradient id="glow"><stop offset="0" stop-color="#fff" stop-opacity="0.9"/><stop offset="0.3" stop-color="#ffe9b8" stop-opacity="0.45"/><stop offset="1" stop-color="#ffdf9a" stop-opacity="0"/></radialGradient>
    <radialGradient id="gloom"><stop offset="0" stop-color="#070a18" stop-opacity="0.75"/><stop offset="0.5" stop-color="#070a18" stop-opacity="0.5"/><stop offset="1" stop-color="#070a18" stop-opacity="0"/></radialGradient>
    <radialGradient id="shade"><stop offset="0" stop-color="#1d2733" stop-opacity="0.9"/><stop offset="0.45" stop-color="#1d2733" stop-opacity="0.6"/><stop offset="1" stop-color="#1d2733" stop-opacity="0"/></radialGradient>
  </defs>`;
}

/** Laid over at the end: the tint of the hour and darker corners, as a lens gives them. */
export function veil(light: Light): string {
  return rect(0, 0, WIDTH, HEIGHT, fill(light.veil, light.veilStrength)) + rect(0, 0, WIDTH, HEIGHT, 'fill="url(#edge)"');
}

function sky(chance: Chance, light: Light): string {
  const clouds = Array.from({ length: light.lampsLit ? 2 : 4 }, () =>
    cloud(chance.between(250, 1150), chance.between(50, 240), chance.between(0.5, 1.1), light),
  );
  const sun = light.sun
    ? circle(light.sun.x, light.sun.y, 210, 'fill="url(#glow)"') + circle(light.sun.x, light.sun.y, 34, fill(light.sun.colour))
    : '';
  return rect(0, 0, WIDTH, 460, 'fill="url(#sky)"') + sun + clouds.join('');
}

function cloud(x: number, y: number, size: number, light: Light): string {
  const puff = (dx: number, dy: number, rx: number, ry: number): string =>
    ellipse(x + dx * size, y + dy * size, rx * size, ry * size, fill(mix('#ffffff', light.skyLow, 0.35), 0.55));
  return puff(0, 0, 95, 22) + puff(-40, -14, 48, 24) + puff(26, -20, 58, 30);
}

/** Blocks in two depths of haze behind the end of the street. */
function town(chance: Chance, light: Light): string {
  const row = (from: number, high: number, share: number): string => {
    const blocks: string[] = [];
    for (let x = from; x < WIDTH; ) {
      const width = chance.between(46, 96);
      const height = chance.between(high * 0.5, high);
      blocks.push(rect(x, 402 - height, width + 1, height + 70, fill(mix('#5f7488', light.haze, share))));
      x += width;
    }
    return blocks.join('');
  };
  return row(430, 170, 0.82) + row(470, 96, 0.62);
}

function farSide(chance: Chance, light: Light): string {
  const houses: string[] = [];
  for (let depth = 16; depth > 4.6; depth *= 0.74) {
    const colour = mix(chance.pick(['#b98f74', '#9aa6ad', '#c7b391', '#8f9f93']), light.haze, Math.min(0.7, depth / 18));
    const high = chance.between(1500, 2700);
    houses.push(wallPatch(FAR_SIDE + 900, depth * 0.74, depth, 0, high, fill(colour)));
    for (let storey = 420; storey < high - 250; storey += 380) {
      houses.push(wallPatch(FAR_SIDE + 890, depth * 0.78, depth * 0.95, storey, storey + 190, fill(windowOf(chance, light, colour))));
    }
  }
  return houses.join('') + ground(FAR_SIDE, FAR_SIDE + 900, 1, 40, fill(mix(light.pavement, light.haze, 0.5)));
}

const windowOf = (chance: Chance, light: Light, wall: string): string =>
  light.lampsLit && chance.next() < 0.45 ? '#ffd98a' : mix(wall, light.lampsLit ? '#131c34' : '#5d7c93', 0.55);

function road(light: Light): string {
  const dashes: string[] = [];
  for (let depth = 0; depth < 14; depth += 0.9 + depth * 0.35) {
    dashes.push(ground(1380, 1430, depth, depth + 0.4 + depth * 0.14, fill('#f4f2ea', light.lampsLit ? 0.35 : 0.75)));
  }
  return polygon([at(KERB, 0), at(FAR_SIDE, 0), at(FAR_SIDE, 60), at(KERB, 60)], 'fill="url(#lane)"') + dashes.join('');
}

function pavement(light: Light): string {
  const joint = line(mix(light.pavement, '#3d3a36', 0.35), 1.6, 0.5);
  const joints: string[] = [];
  for (let across = WALL; across < KERB - 40; across += 170) joints.push(stroke(at(across, 0), at(across, 14), joint));
  for (let depth = 0; depth < 6; depth += 0.16 + depth * 0.13) joints.push(stroke(at(WALL, depth), at(KERB - 45, depth), joint));
  const kerb =
    ground(KERB - 45, KERB, 0, 40, fill(mix(light.pavement, '#ffffff', 0.35))) +
    polygon([at(KERB, 0), at(KERB, 40), at(KERB + 4, 40, -40), at(KERB + 12, 0, -46)], fill(mix(light.pavement, '#2d3138', 0.45)));
  return (
    polygon([{ x: 0, y: HEIGHT }, at(KERB, 0), at(KERB, 60), at(WALL, 60), { x: 0, y: 640 }], 'fill="url(#floor)"') + joints.join('') + kerb
  );
}

function stroke(from: { x: number; y: number }, to: { x: number; y: number }, paint: string): string {
  return `<line x1="${from.x.toFixed(1)}" y1="${from.y.toFixed(1)}" x2="${to.x.toFixed(1)}" y2="${to.y.toFixed(1)}" ${paint}/>`;
}

/** Shops below, flats above, an awning for each shop. */
function houseFront(chance: Chance, light: Light): string {
  const dim = (colour: string, depth: number): string =>
    mix(mix(colour, light.lampsLit ? '#1c2440' : light.haze, light.lampsLit ? 0.5 : 0.12), light.haze, Math.min(0.55, depth * 0.09));
  const parts: string[] = [];
  const bounds = [0.6, 1.4, 2.35, 3.6, 5.4, 8, 12];
  for (let i = bounds.length - 2; i >= 0; i--) {
    const near = bounds[i]!;
    const far = bounds[i + 1]!;
    const wall = dim(chance.pick(['#d8b796', '#c9a28c', '#d9cbb0', '#b9bfb6', '#c98f73']), near);
    const awning = dim(chance.pick(['#c65a46', '#3f7f86', '#d9a24a', '#5e7f4f', '#56698f']), near);
    const step = (far - near) / 3;
    parts.push(wallPatch(WALL, near, far, 0, 2700, fill(wall)));
    for (let bay = 0; bay < 3; bay++) {
      const from = near + step * (bay + 0.18);
      const to = near + step * (bay + 0.82);
      parts.push(wallPatch(WALL, from, to, 60, 830, fill(windowOf(chance, light, wall))));
      for (let storey = 1280; storey < 2500; storey += 460)
        parts.push(wallPatch(WALL, from, to, storey, storey + 270, fill(windowOf(chance, light, wall))));
    }
    const [front, back] = [near + step * 0.08, far - step * 0.08];
    parts.push(
      polygon(
        [at(WALL, front, 1040), at(WALL, back, 1040), at(WALL + 200, back, 930), at(WALL + 200, front, 930)],
        fill(mix(awning, '#1c2126', 0.3)),
      ),
    );
    parts.push(wallPatch(WALL + 200, front, back, 820, 930, fill(awning)));
    parts.push(wallPatch(WALL, near, far, 1090, 1180, fill(mix(wall, '#ffffff', 0.25))));
  }
  parts.push(polygon([at(WALL, 0.6), at(WALL, 12), at(WALL + 190, 12), at(WALL + 330, 0.6)], fill('#1d2733', 0.13)));
  return parts.join('');
}

function trees(chance: Chance, light: Light): string {
  return [9, 5.6, 3.5, 2.1].map((depth) => stand(at(KERB - 190, depth + chance.between(-0.1, 0.15)), tree(chance, light, depth))).join('');
}

/** A street tree: trunk, and a crown of blobs lit from above. */
export function tree(chance: Chance, light: Light, depth = 0): string {
  const tint = (colour: string): string => mix(colour, light.haze, Math.min(0.5, depth * 0.06));
  const blobs = Array.from({ length: 15 }, (_, i) => {
    const angle = (i / 15) * Math.PI * 2;
    const reach = chance.between(120, 300);
    return { x: Math.cos(angle) * reach * 1.15, y: -1350 + Math.sin(angle) * reach, r: chance.between(150, 220) };
  }).sort((a, b) => b.y - a.y);
  const crown = blobs.map((blob, i) => circle(blob.x, blob.y, blob.r, fill(tint(light.leaves[i < 5 ? 0 : i < 11 ? 1 : 2])))).join('');
  const trunk =
    path('M-34 0 C-26 -400 -30 -700 -60 -1200 L60 -1200 C30 -700 28 -400 38 0 Z', fill(tint('#7a5d47'))) +
    path('M8 0 C12 -400 10 -800 20 -1200 L60 -1200 C30 -700 28 -400 38 0 Z', fill(tint('#5f4636')));
  return shadow(230, 46) + trunk + crown;
}
