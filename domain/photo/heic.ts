/** The pictures of iPhones. Their codec is patented: neither Chromium nor this server's picture library decodes it, so the original is kept unseen. */
const BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/** By content: an ISO media file (`ftyp`) of one of the HEIC brands. */
export function isHeic(bytes: Uint8Array): boolean {
  const text = (start: number): string => String.fromCharCode(...bytes.subarray(start, start + 4));
  return bytes.length >= 12 && text(4) === 'ftyp' && BRANDS.includes(text(8));
}
