/** Stages of a plan: 具体实施阶段（2018年4月-9月）. A blank in the source stays a null. */
import type { Stage } from '../plan.ts';
import { isoDay } from './dates.ts';
import { matchesOf, type Passage } from './text.ts';

const stage = /([一-龥“”、]{2,20}阶段|第[一二三四五六]阶段[：:][一-龥]{2,16})[（(]([^（）()]{2,40})[）)]/g;
const point = /(?:(\d{4})年)?(?:(\d{1,2})月(?:份)?)?(?:(\d{1,2})日)?/;
const between = /-|—{1,2}|–|―|～|~|至|到/;

export function stagesIn(passage: Passage): Stage[] {
  return matchesOf(passage, stage).flatMap((match) => {
    const [first = '', last] = match
      .group(2)
      .replace(/[\s\u3000]/g, '')
      .split(between);
    if (!/\d(?:年|月|日)|__/.test(match.group(2))) return [];
    const from = readPoint(first, { year: passage.year, month: null });
    const to = last === undefined ? from : readPoint(last, { year: from?.year ?? passage.year, month: from?.month ?? null });
    return [{ name: match.group(1), from: printed(from), to: printed(to), span: match.span }];
  });
}

interface Point {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

/** What is left out is taken from the point before: 2018年4月-9月, 4月20日至30日. */
function readPoint(words: string, before: { year: number | null; month: number | null }): Point | null {
  const found = point.exec(words);
  const year = found?.[1] === undefined ? before.year : Number(found[1]);
  const month = found?.[2] === undefined ? before.month : Number(found[2]);
  const day = found?.[3] === undefined ? null : Number(found[3]);
  return year === null || month === null || found?.[0] === '' || isoDay(year, month, day ?? 1) === null ? null : { year, month, day };
}

function printed(at: Point | null): string | null {
  if (at === null) return null;
  return at.day === null ? `${at.year}-${String(at.month).padStart(2, '0')}` : isoDay(at.year, at.month, at.day);
}
