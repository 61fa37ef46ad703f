/** A picture made small enough for a weak mast: longest edge 1600, JPEG. Runs in a worker where there is one, else on the page. */
import { SHOWN_EDGE } from '#domain/photo/photo.sizes.ts';
import { exifBlock, withExif } from './exif.block.ts';

const QUALITY = 0.8;
/** Below this a picture travels as it came. */
const SMALL_BYTES = 400_000;

export async function shrink(file: Blob): Promise<ArrayBuffer> {
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
