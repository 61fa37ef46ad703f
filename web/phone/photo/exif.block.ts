/** Scaling on a canvas drops the camera's data; the original block is put back so that the server still sees where it comes from. */
const MARKER = 0xff;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/** The Exif segment of a JPEG, marker and length included, or null. */
export function exifBlock(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== MARKER || jpeg[1] !== 0xd8) return null;
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === MARKER && jpeg[at + 1] !== START_OF_SCAN) {
    const length = (jpeg[at + 2]! << 8) | jpeg[at + 3]!;
    const isExif = jpeg[at + 1] === APP1 && String.fromCharCode(...jpeg.subarray(at + 4, at + 8)) === 'Exif';
    if (isExif) return jpeg.slice(at, at + 2 + length);
    at += 2 + length;
  }
  return null;
}

/** The scaled picture is upright already: its orientation is 1, whatever the camera held. */
export function withExif(jpeg: Uint8Array, block: Uint8Array): Uint8Array<ArrayBuffer> {
  const upright = block.slice();
  setUpright(upright);
  const joined = new Uint8Array(jpeg.length + upright.length);
  joined.set(jpeg.subarray(0, 2));
  joined.set(upright, 2);
  joined.set(jpeg.subarray(2), 2 + upright.length);
  return joined;
}

const TIFF_AT = 10;
const ORIENTATION = 0x0112;

function setUpright(block: Uint8Array): void {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  if (block.length < TIFF_AT + 8) return;
  const little = view.getUint16(TIFF_AT) === 0x4949;
  const directory = TIFF_AT + view.getUint32(TIFF_AT + 4, little);
  if (directory + 2 > block.length) return;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > block.length) return;
    if (view.getUint16(entry, little) === ORIENTATION) view.setUint16(entry + 8, 1, little);
  }
}
