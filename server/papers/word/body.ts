/** Title and paragraphs as GB/T 9704-2012 sets them; used by every paper with a body. */
import type { BodyLine } from '#domain/dispatch/body.ts';
import { columnsOf } from '../text.ts';
import { type Look, paragraph } from './paragraph.ts';

/** 7.3.1: 2号小标宋, centred, broken where the sense allows, each line shorter or longer than the one before: a trapezoid. */
export function titleLines(title: string): string[] {
  return brokenTitle(title).map((line) => paragraph(line, { font: '小标宋', size: '2号', align: 'center', keepNext: true }));
}

/** 20 characters of 2号 stand in the type area. */
const TITLE_COLUMNS = 19;

/** In as few lines as hold it; in one more where those would be broken inside a word. */
export function brokenTitle(title: string): string[] {
  const lines = Math.ceil(columnsOf(title) / TITLE_COLUMNS);
  if (lines <= 1) return [title];
  const tight = breakInto(lines, title);
  const loose = tight.atSense ? tight : breakInto(lines + 1, title);
  return [...(loose.atSense ? loose : tight).broken];
}

function breakInto(lines: number, title: string): { readonly broken: readonly string[]; readonly atSense: boolean } {
  const characters = [...title];
  const broken: string[] = [];
  let atSense = true;
  let at = 0;
  for (let left = lines; left > 1; left--) {
    const ideal = at + Math.ceil((characters.length - at) / left);
    const fits = (from: number): boolean => columnsOf(characters.slice(from).join('')) <= (left - 1) * TITLE_COLUMNS;
    let from = at + 4;
    while (from < characters.length - 2 && !fits(from)) from++;
    const { cut, ...found } = breakNear(characters, Math.max(ideal, from), from, Math.max(from, lineEnd(characters, at)));
    atSense &&= found.atSense;
    broken.push(characters.slice(at, cut).join(''));
    at = cut;
  }
  broken.push(characters.slice(at).join(''));
  return { broken, atSense };
}

/** The last place at which a line that begins at `at` can end. */
function lineEnd(characters: readonly string[], at: number): number {
  let end = at;
  while (end < characters.length - 2 && columnsOf(characters.slice(at, end + 1).join('')) <= TITLE_COLUMNS) end++;
  return end;
}

/** After a word that opens or closes a part of the title, as near to the middle as there is one. */
function breakNear(
  characters: readonly string[],
  ideal: number,
  from: number,
  to: number,
): { readonly cut: number; readonly atSense: boolean } {
  const text = characters.join('');
  const cuts = new Set<number>();
  for (const found of text.matchAll(
    /(?<=关于|》|、|，|和)|(?=关于|《|文明城市|的(?:通知|报告|函|请示|意见|方案)$|创建|工作|情况|(?<!\d)\d{4}年)/g,
  ))
    cuts.add([...text.slice(0, found.index)].length);
  const possible = [...cuts].filter((cut) => cut >= from && cut <= to && mayBreak(characters, cut));
  possible.sort((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal));
  if (possible[0] !== undefined && Math.abs(possible[0] - ideal) <= 6) return { cut: possible[0], atSense: true };
  let cut = Math.min(ideal, to);
  while (cut > from && !mayBreak(characters, cut)) cut--;
  return { cut, atSense: false };
}

/** Not inside a number with its unit, and no line begins with a closing mark. */
const mayBreak = (characters: readonly string[], cut: number): boolean =>
  !/[、，。）》〕年月日号%]/.test(characters[cut] ?? '') &&
  !(/\d/.test(characters[cut - 1] ?? '') && /[\d年月日号%]/.test(characters[cut] ?? ''));

/** 7.3.3. The last paragraphs hold on to the signature, so that none stands alone on a page. */
export function bodyParagraphs(lines: readonly BodyLine[], holdOn: boolean): string[] {
  return lines.map(({ level, head, rest }, at) => {
    const isHeading = level > 0 && (rest === '' || head === '');
    const look: Look = { first: 2, keepNext: (holdOn && at >= lines.length - 1) || (isHeading && rest === '' && at < lines.length - 1) };
    return paragraph(
      [...(head ? [{ text: head, font: level === 1 ? ('黑体' as const) : ('楷体' as const) }] : []), ...(rest ? [rest] : [])],
      look,
    );
  });
}
