/** A community notice board: pictures of a heart, a town, a leaf and a book instead of words. */
import type { Chance } from '../random.ts';
import { circle, fill, line, path, rect, shadow } from './pen.ts';

const heart = (x: number, y: number): string =>
  path(
    `M${x} ${y + 52} C${x - 96} ${y - 8} ${x - 52} ${y - 72} ${x} ${y - 26} C${x + 52} ${y - 72} ${x + 96} ${y - 8} ${x} ${y + 52} Z`,
    fill('#f7efe2'),
  );
const skyline = (x: number, y: number): string =>
  [
    [-60, 60],
    [-30, 100],
    [4, 76],
    [36, 120],
  ]
    .map(([dx, high]) => rect(x + dx!, y + 60 - high!, 26, high!, fill('#f7efe2')))
    .join('');
const leaf = (x: number, y: number): string =>
  path(`M${x - 56} ${y + 48} Q${x - 60} ${y - 52} ${x + 58} ${y - 56} Q${x + 60} ${y + 46} ${x - 56} ${y + 48} Z`, fill('#f7efe2')) +
  path(`M${x - 56} ${y + 48} L${x + 30} ${y - 28}`, line('#5c9160', 7));
const book = (x: number, y: number): string =>
  path(
    `M${x} ${y - 34} Q${x - 40} ${y - 56} ${x - 72} ${y - 38} L${x - 72} ${y + 40} Q${x - 40} ${y + 24} ${x} ${y + 44} Q${x + 40} ${y + 24} ${x + 72} ${y + 40} L${x + 72} ${y - 38} Q${x + 40} ${y - 56} ${x} ${y - 34} Z`,
    fill('#f7efe2'),
  ) + path(`M${x} ${y - 34} L${x} ${y + 44}`, line('#3f6f9e', 6));

interface Sheet {
  readonly x: number;
  readonly colour: string;
  readonly sign: (x: number, y: number) => string;
}
const sheets: readonly Sheet[] = [
  { x: -330, colour: '#c8503f', sign: heart },
  { x: -110, colour: '#3f6f9e', sign: book },
  { x: 110, colour: '#5c9160', sign: leaf },
  { x: 330, colour: '#d69a3c', sign: skyline },
];

const rows = (x: number): string =>
  [0, 1, 2, 3].map((row) => rect(x - 66, -430 + row * 34, row === 3 ? 76 : 132, 13, fill('#ffffff', 0.6), 6)).join('');

export function noticeBoard(moment: 'before' | 'after', place: Chance): string {
  const legs = rect(-440, -300, 36, 300, fill('#7d858c')) + rect(404, -300, 36, 300, fill('#7d858c'));
  const frame = rect(-500, -780, 1000, 520, fill('#8b939a'), 16) + rect(-470, -752, 940, 464, fill('#eef0ec'));
  const roof =
    path('M-560 -776 L-470 -880 L470 -880 L560 -776 Z', fill('#a9473a')) +
    path('M-560 -776 L560 -776 L560 -758 L-560 -758 Z', fill('#7f3329'));
  const glass =
    path('M-470 -752 L-250 -752 L-430 -288 L-470 -288 Z', fill('#ffffff', 0.22)) +
    path('M40 -752 L130 -752 L-60 -288 L-150 -288 Z', fill('#ffffff', 0.16));
  const face =
    moment === 'after'
      ? sheets.map(whole).join('')
      : whole(sheets[0]!) + torn(sheets[1]!) + faded(sheets[2]!) + hanging(sheets[3]!) + stuckOn(place);
  return shadow(560, 40, 0.1) + legs + frame + face + (moment === 'after' ? glass : '') + roof;
}

function whole({ x, colour, sign }: Sheet): string {
  return rect(x - 94, -728, 188, 416, fill(colour), 4) + sign(x, -580) + rows(x);
}

/** The lower half is ripped off along a ragged line. */
function torn({ x, colour, sign }: Sheet): string {
  return (
    path(
      `M${x - 94} -728 L${x + 94} -728 L${x + 94} -520 L${x + 60} -486 L${x + 34} -528 L${x - 2} -462 L${x - 30} -500 L${x - 62} -446 L${x - 94} -476 Z`,
      fill(colour),
    ) +
    sign(x, -600) +
    path(
      `M${x + 94} -520 L${x + 60} -486 L${x + 34} -528 L${x - 2} -462 L${x - 30} -500 L${x - 62} -446 L${x - 94} -476`,
      line('#ffffff', 12),
    ) +
    path(`M${x - 80} -330 L${x - 10} -372 L${x + 40} -328 Z`, fill(colour, 0.75))
  );
}

function faded({ x, sign }: Sheet): string {
  return (
    rect(x - 94, -728, 188, 416, fill('#c9cdbf'), 4) +
    `<g opacity="0.45">${sign(x, -580)}</g>` +
    path(`M${x - 94} -420 L${x - 20} -470 L${x + 20} -400 L${x + 94} -450`, line('#aab09d', 5))
  );
}

/** Hangs by one corner, its back showing. */
function hanging(sheet: Sheet): string {
  return (
    `<g transform="rotate(24 ${sheet.x - 90} -724)">${whole(sheet)}</g>` +
    path(`M${sheet.x + 20} -330 Q${sheet.x - 40} -250 ${sheet.x - 150} -300 L${sheet.x - 60} -392 Z`, fill('#f4eedd'))
  );
}

/** Small adverts stuck over it. */
function stuckOn(place: Chance): string {
  return (
    Array.from({ length: 5 }, () => {
      const x = place.between(-430, 360);
      const y = place.between(-420, -330);
      return `<g transform="rotate(${place.whole(-18, 18)} ${x.toFixed(0)} ${y.toFixed(0)})">${rect(x, y, 84, 56, fill(place.pick(['#f3f0d8', '#f0d9d0', '#dfe8f1'])), 2)}${rect(x + 10, y + 12, 62, 9, fill('#7a7f85', 0.7))}${rect(x + 10, y + 30, 46, 9, fill('#7a7f85', 0.5))}</g>`;
    }).join('') + circle(-210, -330, 9, fill('#7d858c'))
  );
}
