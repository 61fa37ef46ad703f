/** A summary as a Word file: title, its parts, a table by place, the photos with their captions, the unit and the day. */

import type { BodyLine } from '#domain/dispatch/body.ts';
import { dayOf, writtenDay } from '#domain/kernel/day.ts';
import type { Figures } from '#domain/summary/figures.model.ts';
import { percent } from '#domain/summary/sentences.ts';
import { summaryPaper } from '#domain/summary/summary.contract.ts';
import type { SummaryView } from '#domain/summary/summary.model.ts';
import { type SummaryPart, summaryParts } from '#domain/summary/summary.states.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import type { FileStore } from '#server/platform/files.ts';
import { label, pictured, value } from '../../papers/forms/layout.ts';
import { loadPhotos } from '../../papers/photos.ts';
import { bodyParagraphs, titleLines } from '../../papers/word/body.ts';
import { pageFeet } from '../../papers/word/feet.ts';
import { type Album, openAlbum, packDocx } from '../../papers/word/package.ts';
import { emptyLine, paragraph } from '../../papers/word/paragraph.ts';
import type { Picture } from '../../papers/word/picture.ts';
import { signature } from '../../papers/word/signature.ts';
import { table } from '../../papers/word/table.ts';
import { viewSummary } from './summary.routes.ts';
import { getSummary } from './summary.store.ts';

export function summaryPaperRoutes(endpoint: Endpoints, files: FileStore): void {
  endpoint.download(summaryPaper, async ({ input, actor, db, now }) => {
    const summary = await viewSummary(db, await getSummary(db, input.id, actor), actor, now);
    const chosen = summary.photos.filter((photo) => photo.chosen);
    const pictures = await loadPhotos(
      db,
      files,
      chosen.map(({ id, caption }) => ({ id, alt: caption })),
    );
    return { fileName: `${summary.title}.docx`.replace(/[\\/:*?"<>|]/g, ' '), body: writeSummary(summary, pictures) };
  });
}

/** `pictures` in the order of the chosen photos; null where a file is gone. */
export function writeSummary(summary: SummaryView, pictures: readonly (Picture | null)[]): Buffer {
  const album = openAlbum();
  const chosen = summary.photos.filter((photo) => photo.chosen);
  const body = [
    ...titleLines(summary.title),
    emptyLine(),
    ...textOf(summary),
    ...signature({ issuer: summary.unitName, day: writtenDay(dayOf(summary.issuedAt ?? summary.countedAt)), sealed: true }),
    ...photoPages(album, chosen, pictures),
  ].join('');
  return packDocx({ title: summary.title, body, feet: pageFeet, pictures: album.pictures });
}

/** The table stands with the problems it counts, so that text and not a table comes before the name. */
function textOf({ sentences, figures }: SummaryView): string[] {
  const ahead = partLines(sentences, ['ahead']);
  return [
    ...bodyParagraphs(partLines(sentences, ['opening', 'patrols', 'problems']), ahead.length === 0),
    ...placesTable(figures, ahead.length === 0),
    ...bodyParagraphs(ahead, true),
  ];
}

/** Each part is one heading and one paragraph: a clerk reads sentences, a reader reads a text. */
function partLines(sentences: SummaryView['sentences'], parts: readonly SummaryPart[]): BodyLine[] {
  return parts.flatMap((part) => {
    const words = sentences.filter((sentence) => sentence.part === part && sentence.text.trim() !== '').map(({ text }) => text.trim());
    if (words.length === 0) return [];
    const heading = summaryParts[part].zh ? [{ level: 1 as const, head: summaryParts[part].zh, rest: '' }] : [];
    return [
      ...heading,
      ...words
        .join('')
        .split('\n')
        .map((rest) => ({ level: 0 as const, head: '', rest })),
    ];
  });
}

const MOST_ROWS = 30;

/** Where the name follows at once, the last row holds on to it. */
function placesTable({ places }: Figures, isLast: boolean): string[] {
  if (places.length === 0) return [];
  const shown = places.slice(0, MOST_ROWS);
  const rows = shown.map(({ name, patrols, found, closed }, at) => {
    const keepNext = isLast && at === shown.length - 1;
    const cell = (words: string | number) => value(`${words}`, { size: '五号', align: 'center', keepNext });
    return [value(name, { size: '五号', keepNext }), cell(patrols), cell(found), cell(closed), cell(percent(closed, found))];
  });
  return [
    emptyLine({ line: 200, keepNext: true }),
    paragraph('各地点巡查和问题情况', { font: '黑体', size: '小四', align: 'center', line: 460, keepNext: true }),
    table([['地点', '巡查次数', '发现问题', '已销号', '销号率'].map((head) => label(head, '五号')), ...rows], {
      columns: [44, 14, 14, 14, 14],
      head: 1,
      rowHeight: 380,
    }),
    emptyLine({ line: 200, keepNext: isLast }),
  ];
}

/** Two beside each other, on pages of their own behind the signature. */
function photoPages(album: Album, photos: SummaryView['photos'], pictures: readonly (Picture | null)[]): string[] {
  if (photos.length === 0) return [];
  const box = { widthMm: 74, heightMm: 52 };
  const cells = photos.map(({ caption }, at) => {
    const picture = pictures[at];
    return {
      content: picture
        ? album.place(picture, box, { align: 'center', line: 'auto' }) + captionOf(caption)
        : pictured('（照片缺失）', caption).content,
    };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [
    cells[row * 2]!,
    cells[row * 2 + 1] ?? { content: emptyLine() },
  ]);
  return [
    paragraph('附图', { font: '黑体', align: 'left', newPage: true, keepNext: true }),
    table(rows, { columns: [1, 1], borders: 'none' }),
    emptyLine({ line: 20 }),
  ];
}

const captionOf = (caption: string): string => paragraph(caption, { size: '五号', align: 'center', line: 300, after: 120 });
