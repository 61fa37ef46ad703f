/** Rows of a table of leave, as offices keep them, understood one by one: what can be recorded, and why the others cannot. */
import { type Day, daysBetween } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import type { Words } from '../kernel/words.ts';
import type { AbsenceKind } from './absence.model.ts';

export type ImportCell = string | number | { readonly day: Day };

export interface ImportedAbsence {
  readonly personId: string;
  readonly kind: AbsenceKind;
  readonly from: Day;
  readonly to: Day;
  readonly note: string;
}

export interface ImportRow {
  /** Of the table, counted as Excel does. */
  readonly row: number;
  readonly name: string;
  readonly absence: ImportedAbsence | null;
  /** Why it cannot be recorded; null when it can. */
  readonly why: Words | null;
}

export interface ImportGround {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Already recorded. */
  readonly known: readonly { readonly personId: string; readonly from: Day; readonly to: Day }[];
  /** The year of a day that names none. */
  readonly year: number;
  readonly mostDays: number;
}

/** What the head of each column may say. */
const heads = {
  name: /^(姓名|人员|请假人|申请人|职工姓名|name|who)$/i,
  kind: /^(事由|类型|类别|请假类型|请假类别|假别|kind|type|reason)$/i,
  from: /^(开始|起|自|从|开始日期|开始时间|起始日期|起始时间|起始|请假开始|from|start)$/i,
  to: /^(结束|止|至|到|结束日期|结束时间|截止日期|截止时间|终止日期|请假结束|to|end|until)$/i,
  note: /^(说明|备注|去向|原因|note|remark)$/i,
} as const;
type Column = keyof typeof heads;

export const importColumns = '姓名、事由、开始、结束、说明';

const kindsByWord: readonly (readonly [RegExp, AbsenceKind])[] = [
  [/出访|出国|出境/, 'abroad'],
  [/病/, 'sick'],
  [/出差|公差|外出/, 'travel'],
  [/培训|学习|党校/, 'training'],
  [/假|休/, 'leave'],
];

/** Throws `table.noHeader` where no row names person, first and last day. */
export function readAbsences(table: readonly (readonly ImportCell[])[], ground: ImportGround): ImportRow[] {
  const headAt = table.findIndex((row) => columnsOf(row).from !== undefined && columnsOf(row).name !== undefined);
  if (headAt < 0) throw new Problem('table.noHeader', { columns: importColumns });
  const columns = columnsOf(table[headAt]!);
  const taken = [...ground.known];
  return table.slice(headAt + 1).flatMap((row, at): ImportRow[] => {
    const text = (column: Column): string => wordsOf(row[columns[column] ?? -1]);
    if (row.every((cell) => wordsOf(cell) === '')) return [];
    const base = { row: headAt + at + 2, name: cut(text('name'), 60) };
    const from = dayIn(row[columns.from!], ground.year);
    const to = columns.to === undefined || text('to') === '' ? from : dayIn(row[columns.to], ground.year);
    const why = whyNot(base.name, from, to, { ...ground, known: taken });
    if (why) return [{ ...base, absence: null, why }];
    const absence: ImportedAbsence = {
      personId: namedLike(base.name, ground.people)[0]!.id,
      kind: kindsByWord.find(([word]) => word.test(text('kind')))?.[1] ?? 'other',
      from: from!,
      to: to!,
      note: cut(
        [text('kind'), text('note')]
          .filter((part, i) => part !== '' && !(i === 0 && kindsByWord.some(([word]) => word.test(part))))
          .join('，'),
        200,
      ),
    };
    taken.push(absence);
    return [{ ...base, absence, why: null }];
  });
}

function columnsOf(row: readonly ImportCell[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [at, cell] of row.entries()) {
    // 姓　名 is spread over the width of its column; behind a mark stands how to fill it in.
    const head = wordsOf(cell)
      .replace(/\s+/g, '')
      .replace(/[*：:（(].*$/, '');
    for (const column of Object.keys(heads) as Column[]) if (found[column] === undefined && heads[column].test(head)) found[column] = at;
  }
  return found;
}

const wordsOf = (cell: ImportCell | undefined): string =>
  cell === undefined
    ? ''
    : typeof cell === 'object'
      ? cell.day
      : String(cell)
          .replace(/[\p{Cc}]/gu, ' ')
          .trim();

/** No longer than the record holds, and no emoji cut in two. */
const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');

/** Names of two characters are often set apart to the width of three: 李　四. */
const namedLike = <Person extends { readonly name: string }>(name: string, people: readonly Person[]): Person[] => {
  const close = (text: string): string => text.replace(/\s+/g, '').normalize('NFC');
  return people.filter((person) => close(person.name) === close(name));
};

/** A real day, or one that is written: 2026-05-06, 2026.5.6, 2026年5月6日, 5月6日, 20260506. */
function dayIn(cell: ImportCell | undefined, year: number): Day | null {
  const text = wordsOf(cell);
  const [, y, m, d] =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^()(\d{1,2})\s*[-./月]\s*(\d{1,2})日?$/.exec(text) ??
    [];
  if (m === undefined || d === undefined) return null;
  const day = `${y || year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day ? null : day;
}

function whyNot(name: string, from: Day | null, to: Day | null, { people, known, mostDays }: ImportGround): Words | null {
  const named = namedLike(name, people);
  if (name === '') return { zh: '没有姓名', en: 'no name' };
  if (named.length === 0) return { zh: `本单位没有“${name}”`, en: `nobody here is called ${name}` };
  if (named.length > 1)
    return { zh: `有 ${named.length} 位“${name}”，请单独登记`, en: `${named.length} people are called ${name}; record it by hand` };
  if (!from || !to) return { zh: '日期看不懂', en: 'the days cannot be read' };
  if (!/^(19|20|21)\d\d-/.test(from) || !/^(19|20|21)\d\d-/.test(to)) return { zh: '日期看不懂', en: 'the days cannot be read' };
  if (to < from) return { zh: '结束早于开始', en: 'it ends before it begins' };
  if (daysBetween(from, to) >= mostDays) return { zh: `超过 ${mostDays} 天`, en: `longer than ${mostDays} days` };
  const twice = known.find((one) => one.personId === named[0]!.id && one.from <= to && one.to >= from);
  return twice ? { zh: `这几天已登记（${twice.from} 至 ${twice.to}）`, en: `recorded already (${twice.from} to ${twice.to})` } : null;
}
