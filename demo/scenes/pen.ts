/** The drawing kit: one camera for every scene, a few shapes, colours that can be mixed. */

export const WIDTH = 1200;
export const HEIGHT = 900;

/** Where parallel lines of the street meet, and how high the eye is above the ground. */
const VANISHING = { x: 780, y: 380 };
const EYE = 520;

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** 1 at the lower edge of the picture, smaller further away. */
  readonly scale: number;
}

/** A point of the street: `across` to the right of the vanishing point, `depth` away from the viewer, `up` above the ground. About 335 units make a metre. */
export function at(across: number, depth: number, up = 0): Spot {
  const scale = 1 / (1 + depth);
  return { x: VANISHING.x + across * scale, y: VANISHING.y + (EYE - up) * scale, scale };
}

const round = (value: number): string => value.toFixed(1);

export function polygon(spots: readonly Pick<Spot, 'x' | 'y'>[], paint: string): string {
  return `<polygon points="${spots.map((spot) => `${round(spot.x)},${round(spot.y)}`).join(' ')}" ${paint}/>`;
}

/** A patch of ground between two lines along the street and two across it. */
export function ground(left: number, right: number, near: number, far: number, paint: string): string {
  return polygon([at(left, near), at(right, near), at(right, far), at(left, far)], paint);
}

/** A patch of a wall that runs along the street. */
export function wallPatch(across: number, near: number, far: number, low: number, high: number, paint: string): string {
  return polygon([at(across, near, low), at(across, far, low), at(across, far, high), at(across, near, high)], paint);
}

/** A drawing with its foot at a spot, shrunk by the distance; its own coordinates have the foot at 0,0 and up is negative. */
export function stand(spot: Spot, drawing: string, size = 1): string {
  return `<g transform="translate(${round(spot.x)} ${round(spot.y)}) scale(${(spot.scale * size).toFixed(4)})">${drawing}</g>`;
}

/** A gradient, not a blur: a blurred shadow under every bottle and bag takes a second to draw. */
export function shadow(width: number, height: number, lean = 0.25, strength = 0.22): string {
  const paint = `fill="url(#shade)" opacity="${(strength * 2.4).toFixed(2)}"`;
  return ellipse(width * lean, 0, width * 1.3, height * 1.5, paint);
}

export function rect(x: number, y: number, width: number, height: number, paint: string, corner = 0): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${corner ? ` rx="${corner}"` : ''} ${paint}/>`;
}

export function circle(x: number, y: number, radius: number, paint: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${paint}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, paint: string): string {
  return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" ${paint}/>`;
}

export function path(d: string, paint: string): string {
  return `<path d="${d}" ${paint}/>`;
}

export const fill = (colour: string, opacity = 1): string => `fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ''}`;
export const line = (colour: string, width: number, opacity = 1): string =>
  `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` opacity="${opacity}"` : ''}`;

/** A colour between two: 0 gives the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (from: number): string =>
    Math.round(Number.parseInt(first.slice(from, from + 2), 16) * (1 - share) + Number.parseInt(second.slice(from, from + 2), 16) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
