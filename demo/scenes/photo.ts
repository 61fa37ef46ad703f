/** A scene as the phone would have taken it: a JPEG with the time and the place in its EXIF. */
import sharp from 'sharp';
import { chanceOf } from '../random.ts';
import { definitions, veil } from './backdrop.ts';
import { type LightName, lights } from './light.ts';
import { HEIGHT, WIDTH } from './pen.ts';
import { type Moment, paint, type SceneKind } from './subjects.ts';

export interface Shot {
  readonly kind: SceneKind;
  readonly moment: Moment;
  /** The same words give the same street, before and after. */
  readonly place: string;
  readonly light: LightName;
}

export interface TakenAt {
  /** The instant, ISO 8601 with Z. */
  readonly at: string;
  readonly lat: number;
  readonly lng: number;
}

function sceneOf({ kind, moment, place, light }: Shot): string {
  const hour = lights[light];
  const picture = paint(kind, moment, chanceOf(`${kind} ${place}`), hour);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${definitions(hour)}${picture}${veil(hour)}</svg>`;
}

export function photograph(shot: Shot, taken: TakenAt): Promise<Buffer> {
  const local = new Date(Date.parse(taken.at) + 8 * 3600_000).toISOString();
  const time = `${local.slice(0, 10).replaceAll('-', ':')} ${local.slice(11, 19)}`;
  return sharp(Buffer.from(sceneOf(shot)))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84 })
    .withExif({
      IFD0: { Make: 'Demo', Model: 'Drawn by code', DateTime: time },
      IFD2: { DateTimeOriginal: time, OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: taken.lat < 0 ? 'S' : 'N',
        GPSLatitude: degrees(taken.lat),
        GPSLongitudeRef: taken.lng < 0 ? 'W' : 'E',
        GPSLongitude: degrees(taken.lng),
      },
    })
    .toBuffer();
}

/** Degrees, minutes and hundredths of seconds as three rationals. */
function degrees(value: number): string {
  const whole = Math.abs(value);
  const minutes = (whole % 1) * 60;
  return `${Math.floor(whole)}/1 ${Math.floor(minutes)}/1 ${Math.round((minutes % 1) * 6000)}/100`;
}
