/** Name and date under a document. */
import { columnsOf } from '../text.ts';
import { grid } from './measure.ts';
import { emptyLine, paragraph } from './paragraph.ts';

export interface Signed {
  readonly issuer: string;
  /** In words. */
  readonly day: string;
  readonly sealed: boolean;
}

/**
 * 7.3.5.1 with a seal: the date four characters from the right, the name centred over it. 7.3.5.2 without: a line below the text, the name two characters from
 * the right, the date beginning two characters to the right of the name's first.
 */
export function signature({ issuer, day, sealed }: Signed): string[] {
  const [name, date] = [columnsOf(issuer), columnsOf(day)];
  const whole = grid.characters;
  const room = (right: number, wide: number) => Math.max(0, Math.min(right, whole - wide));
  const place = sealed
    ? { name: room(4 + (date - name) / 2, name), date: room(4, date) }
    : name >= date + 2
      ? { name: room(2, name), date: room(name - date, date) }
      : { name: room(date - name + 4, name), date: room(2, date) };
  const line = (text: string, right: number, keepNext: boolean) => paragraph(text, { align: 'right', right, keepNext, keepLines: true });
  const gap = emptyLine({ keepNext: true }).repeat(sealed ? 2 : 1);
  return [gap, line(issuer, place.name, true), line(day, place.date, false)];
}
