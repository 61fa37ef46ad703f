/** From the camera or the album to bytes that lie safely on the phone, with time and place as far as they are known. */
import { newId } from '#domain/kernel/id.ts';
import type { Position } from '#domain/photo/photo.model.ts';
import type { PhotoFacts } from '#web/api/call.ts';
import { deviceStore } from '#web/api/kept.ts';
import { keepPhoto } from '#web/api/outbox.store.ts';
import { positionOf, type RawExif, takenAtOf } from './exif.facts.ts';
import { devicePosition } from './position.ts';
import { type Kept, keepable } from './shrink.ts';

export interface DraftPhoto {
  readonly id: string;
  /** What travels beside the bytes; a place that stands in the JPEG itself is left to the server to read there. */
  readonly facts: PhotoFacts;
  readonly sha256: string;
  readonly bytes: number;
  /** Where it was taken: as the picture says, else where the phone was at that moment. */
  readonly place: Position | null;
  readonly fromAlbum: boolean;
  /** A HEIC picture that this browser cannot open: kept and sent as it came. */
  readonly unseen?: boolean;
}

/** The file is no picture this browser can open. */
export class Unreadable extends Error {}

/** Time, place and device are read from the picture before it is made small. */
export async function takePhoto(file: File, fromAlbum: boolean): Promise<DraftPhoto> {
  const exif = await readExif(file);
  const { bytes, mime, sha256, unseen } = await keepAside(file);
  const inPicture = positionOf(exif);
  const here = fromAlbum ? null : devicePosition();
  const place: Position | null = inPicture ? { ...inPicture, source: 'exif' } : here && { ...here, source: 'device' };
  const isTold = inPicture !== null && (file.type === 'image/jpeg' || unseen);
  const id = newId();
  await keepPhoto(await deviceStore(), id, { bytes, mime });
  return {
    id,
    facts: {
      takenAt: takenAtOf(exif) ?? (fromAlbum ? null : new Date().toISOString()),
      position: isTold ? null : place,
      fromAlbum,
    },
    sha256,
    bytes: bytes.byteLength,
    place,
    fromAlbum,
    unseen,
  };
}

/** Phones and WeChat often strip it; a picture without data is as good a picture. */
async function readExif(file: File): Promise<RawExif> {
  try {
    const { parse } = await import('exifr/dist/lite.esm.mjs');
    // `pick` makes the lite build throw; blocks and tags are named instead.
    return ((await parse(file, { exif: ['DateTimeOriginal', 'OffsetTimeOriginal'], gps: true, ifd0: false, reviveValues: false })) ??
      {}) as RawExif;
  } catch {
    return {};
  }
}

async function keepAside(file: File): Promise<Kept> {
  const aside = await inWorker(file).catch(() => null);
  if (aside) return aside;
  return keepable(file).catch(() => {
    throw new Unreadable('no picture');
  });
}

function inWorker(file: File): Promise<Kept | null> {
  return new Promise((resolve, reject) => {
    if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return resolve(null);
    const worker = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' });
    const end = () => worker.terminate();
    worker.onmessage = ({ data }: MessageEvent<Kept | null>) => {
      end();
      resolve(data);
    };
    worker.onerror = () => {
      end();
      reject(new Error('no worker'));
    };
    worker.postMessage(file);
  });
}
