/** Looks into the bytes of a picture: is it one, when and where was it taken; makes the copies that are shown. */
import exifr from 'exifr';
import sharp from 'sharp';
import { Problem } from '#domain/kernel/problem.ts';
import { isHeic } from '#domain/photo/heic.ts';
import { MAX_PHOTO_MEGAPIXELS, SHOWN_EDGE, THUMB_EDGE } from '#domain/photo/photo.sizes.ts';

export interface Picture {
  readonly mime: string;
  /** Upright, scaled, without metadata; null for an original that cannot be drawn here. */
  readonly shown: { readonly image: Buffer; readonly thumb: Buffer; readonly width: number; readonly height: number } | null;
  readonly takenAt: string | null;
  readonly position: { readonly lat: number; readonly lng: number } | null;
}

const FORMATS: Record<string, string> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const JPEG = { quality: 80, mozjpeg: false } as const;

/** Decides by content, never by name or header. Throws `photo.notPicture` or `photo.tooManyPixels`. */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  if (isHeic(bytes)) return { mime: 'image/heic', shown: null, ...(await readExif(bytes)) };
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  const mime = FORMATS[metadata?.format ?? ''];
  if (!metadata?.width || !metadata.height || !mime) throw new Problem('photo.notPicture');
  if (metadata.width * metadata.height > MAX_PHOTO_MEGAPIXELS * 1e6)
    throw new Problem('photo.tooManyPixels', { limit: MAX_PHOTO_MEGAPIXELS });
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PHOTO_MEGAPIXELS * 1e6, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#fff' });
    const { data: image, info } = await upright
      .clone()
      .resize(SHOWN_EDGE, SHOWN_EDGE, { fit: 'inside', withoutEnlargement: true })
      .jpeg(JPEG)
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(image).resize(THUMB_EDGE, THUMB_EDGE, { fit: 'inside', withoutEnlargement: true }).jpeg(JPEG).toBuffer();
    return { mime, shown: { image, thumb, width: info.width, height: info.height }, ...(await readExif(bytes)) };
  } catch {
    throw new Problem('photo.notPicture');
  }
}

/** EXIF time has no zone of its own: the stated offset, else China Standard Time. */
async function readExif(bytes: Buffer): Promise<Pick<Picture, 'takenAt' | 'position'>> {
  const exif = await exifr
    .parse(bytes, {
      pick: ['DateTimeOriginal', 'OffsetTimeOriginal', 'GPSLatitude', 'GPSLongitude', 'GPSLatitudeRef', 'GPSLongitudeRef'],
      reviveValues: false,
    })
    .catch(() => null);
  const [date, time] = String(exif?.DateTimeOriginal ?? '').split(' ');
  const stamp = date && time ? Date.parse(`${date.replaceAll(':', '-')}T${time}${exif.OffsetTimeOriginal ?? '+08:00'}`) : Number.NaN;
  const place =
    Number.isFinite(exif?.latitude) && Number.isFinite(exif?.longitude)
      ? { lat: exif.latitude as number, lng: exif.longitude as number }
      : null;
  return {
    takenAt: Number.isNaN(stamp) ? null : new Date(stamp).toISOString(),
    position: place && Math.abs(place.lat) <= 90 && Math.abs(place.lng) <= 180 ? place : null,
  };
}
