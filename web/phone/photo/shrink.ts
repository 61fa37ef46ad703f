/** A picture made small enough for a weak mast: longest edge 1600, JPEG, and named by its hash. Runs in a worker where there is one, else on the page. */
import { isHeic } from '#domain/photo/heic.ts';
import { MAX_PHOTO_BYTES, SHOWN_EDGE } from '#domain/photo/photo.sizes.ts';
import { exifBlock, withExif } from './exif.block.ts';
import { hexOf, sha256 } from './sha256.ts';

const QUALITY = 0.8;
/** Below this a picture travels as it came. */
const SMALL_BYTES = 400_000;

export interface Kept {
  readonly bytes: ArrayBuffer;
  /** The name under which these bytes travel. */
  readonly sha256: string;
  readonly mime: string;
  /** This browser cannot open it; it travels as it came. */
  readonly unseen: boolean;
}

/** Made small; a HEIC picture that cannot be opened here is kept as it is. Throws on what is no picture. */
export async function keepable(file: Blob): Promise<Kept> {
  try {
    return named(await shrink(file), 'image/jpeg', false);
  } catch (error) {
    if (file.size > MAX_PHOTO_BYTES || !isHeic(new Uint8Array(await file.slice(0, 16).arrayBuffer()))) throw error;
    return named(await file.arrayBuffer(), 'image/heic', true);
  }
}

function named(bytes: ArrayBuffer, mime: string, unseen: boolean): Kept {
  return { bytes, sha256: hexOf(sha256(new Uint8Array(bytes))), mime, unseen };
}

async function shrink(file: Blob): Promise<ArrayBuffer> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, SHOWN_EDGE / Math.max(bitmap.width, bitmap.height));
  const original = await file.arrayBuffer();
  if (scale === 1 && file.type === 'image/jpeg' && file.size <= SMALL_BYTES) {
    bitmap.close();
    return original;
  }
  const scaled = await drawn(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  bitmap.close();
  const jpeg = new Uint8Array(await scaled.arrayBuffer());
  const block = exifBlock(new Uint8Array(original));
  return block ? withExif(jpeg, block).buffer : jpeg.buffer;
}

function drawn(bitmap: ImageBitmap, width: number, height: number): Promise<Blob> {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context) {
      context.drawImage(bitmap, 0, 0, width, height);
      return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    }
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY),
  );
}
