/** What is written on the shown copy of a photo: time, place, theme and who organised, as the notices ask. The original is never touched. */
import { CLOCK_WRONG_MS } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { exactAt } from './say.ts';

export interface Captioned {
  readonly takenAt?: string | null;
  readonly takenSource?: 'exif' | 'device' | 'unknown';
  readonly fromAlbum?: boolean;
  readonly clockOff?: number | null;
}

export function captionOf(
  { takenAt, fromAlbum, clockOff }: Captioned,
  about: { readonly place: string; readonly theme: string; readonly unit: string },
): Words[] {
  const marks: Words[] = [];
  if (fromAlbum) marks.push({ zh: '相册照片', en: 'from the album' });
  if (clockOff && Math.abs(clockOff) >= CLOCK_WRONG_MS) marks.push({ zh: '手机时间有误，已校正', en: 'phone clock was wrong, corrected' });
  const at = takenAt ? exactAt(takenAt) : null;
  const note = (language: 'zh' | 'en'): string => (marks.length > 0 ? `（${marks.map((mark) => mark[language]).join('，')}）` : '');
  return [
    { zh: `时间 ${at ?? '未知'}${note('zh')}`, en: `Time ${at ?? 'unknown'}${note('en')}` },
    ...(about.place ? [{ zh: `地点 ${about.place}`, en: `Place ${about.place}` }] : []),
    { zh: `主题 ${about.theme}`, en: `Theme ${about.theme}` },
    { zh: `单位 ${about.unit}`, en: `Unit ${about.unit}` },
  ];
}

/** Draws the lines into a copy of the picture, in the fonts of this device; answers the address of the copy, to be revoked by the caller. */
export async function drawCaptioned(url: string, lines: readonly string[]): Promise<string> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.naturalWidth, height: picture.naturalHeight });
  const context = canvas.getContext('2d')!;
  const { width, height } = canvas;
  context.drawImage(picture, 0, 0);
  const size = Math.max(12, Math.round(Math.max(width, height) / 47));
  const line = Math.round(size * 1.5);
  context.font = `${size}px "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif`;
  const margin = size;
  const rows = lines.flatMap((text) => wrapped(context, text, width - margin * 2 - size));
  const top = height - rows.length * line - margin;
  const fade = context.createLinearGradient(0, top - line * 2, 0, height);
  fade.addColorStop(0, 'rgb(0 0 0 / 0%)');
  fade.addColorStop(0.4, 'rgb(0 0 0 / 62%)');
  fade.addColorStop(1, 'rgb(0 0 0 / 72%)');
  context.fillStyle = fade;
  context.fillRect(0, top - line * 2, width, height);
  context.fillStyle = '#b0261d';
  context.fillRect(margin, top, Math.round(size / 5), rows.length * line - line / 4);
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  for (const [i, row] of rows.entries()) context.fillText(row, margin + size, top + i * line + line / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob) throw new Error('no picture');
  return URL.createObjectURL(blob);
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const character of text) {
    if (row && context.measureText(row + character).width > width) {
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return [...rows, row];
}
