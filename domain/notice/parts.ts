/** The documents a notice contains: its own letter, then every plan, list and annex behind it, each as a tree of numbers. */
import { isTitleLike, type Line } from './blocks.ts';
import { isStatuteNumber, type Marker, markerOf } from './numbering.ts';
import type { Heading, Plan, Span } from './plan.ts';
import { wholeDate } from './recognise/dates.ts';
import { roleLabel } from './recognise/people.ts';
import type { TextTable } from './tables.ts';

export interface Node {
  readonly marker: Marker;
  readonly line: Line;
  /** Unnumbered paragraphs before the first child. */
  readonly body: Line[];
  readonly children: Node[];
}

export interface Part {
  /** '附件2', or '' for the letter and for a document without a number. */
  readonly number: string;
  /** null for the letter. */
  readonly title: string | null;
  readonly span: Span;
  readonly roots: Node[];
  readonly tables: TextTable[];
  /** 第一章, 第一条: a statute binds everybody and sets nobody to work by a day. */
  statute: boolean;
}

/** What has been settled about the lines before the parts are told apart. */
export interface Settled {
  readonly bodyFrom: number;
  readonly tables: readonly TextTable[];
  /** Signature lines and roster lines. */
  readonly taken: ReadonlySet<number>;
}

const documentNoun =
  /(?:清单|方案|办法|细则|规定|意见|计划|名单|分工|分工表|一览表|任务表|分解表|安排表|表|制度|指标|要点|规划|条例|预案|规则|标准|目录|体系)(?:（[^（）]{1,16}）)?$/;
const annexStart = /^附件\s?(\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?$/;
const annexEntry = /^附件\s?(\d{1,2})?\s?[：:]\s{0,4}(?:(\d{1,2})[.．、]\s{0,4})?(\S.{1,80})$/;
const closing = /^(?:特此|[（(]?此件|[（(]联系|抄送|抄报|联系人|联系电话|主题词|印发|主送|— ?\d+ ?—$)/;

export class Parts {
  readonly parts: Part[] = [];
  readonly annexes: Plan['annexes'] = [];
  private readonly lines: readonly Line[];
  private readonly settled: Settled;
  private readonly stack: Node[] = [];
  private readonly tableAt: ReadonlyMap<number, TextTable>;
  private readonly lastAnnexStart: number;
  private expectsEntry = false;

  constructor(lines: readonly Line[], settled: Settled) {
    this.lines = lines;
    this.settled = settled;
    this.tableAt = new Map(settled.tables.map((table) => [table.from, table]));
    this.lastAnnexStart = lines.findLastIndex((line) => annexStart.test(line.text));
    this.open('', null, [0, 0]);
    this.walk();
  }

  private walk(): void {
    for (let index = this.settled.bodyFrom; index < this.lines.length; index++) {
      const table = this.tableAt.get(index);
      if (table !== undefined) {
        this.parts.at(-1)?.tables.push(table);
        index = table.to - 1;
        continue;
      }
      const line = this.lines[index];
      if (line === undefined || line.text === '' || this.settled.taken.has(index) || closing.test(line.text)) continue;
      index = this.take(line, index);
    }
  }

  /** The index of the last line it used. */
  private take(line: Line, index: number): number {
    if (annexStart.test(line.text)) return this.takeAnnexStart(line, index);
    if (this.takeAnnexEntry(line, index)) return index;
    const title = this.titleAt(index);
    if (title !== null) {
      this.open('', title.text, title.span);
      return title.last;
    }
    this.takeParagraph(line);
    return index;
  }

  private open(number: string, title: string | null, span: Span): void {
    this.parts.push({ number, title, span, roots: [], tables: [], statute: false });
    this.stack.length = 0;
    this.expectsEntry = false;
  }

  private takeAnnexStart(line: Line, index: number): number {
    if (/[：:]$/.test(line.text) && this.laterStart(index)) {
      this.expectsEntry = true;
      return index;
    }
    const number = line.text.replace(/[\s：:]/g, '');
    const title = this.titleAfterAnnex(index);
    this.open(number, title?.text ?? null, title === null ? [line.start, line.end] : [line.start, title.span[1]]);
    this.noteAnnex(number, title?.text ?? '', title?.span ?? [line.start, line.end]);
    return title?.last ?? index;
  }

  /** 附件1：… under the letter announces an annex; without a later page of its own it is the annex itself. */
  private takeAnnexEntry(line: Line, index: number): boolean {
    const found = annexEntry.exec(line.text);
    const follows = this.expectsEntry ? /^(?:(\d{1,2})[.．、]\s{0,4})?([^。（][^。]{1,80})$/.exec(line.text) : null;
    const digits = found?.[1] ?? found?.[2] ?? follows?.[1];
    const title = found?.[3] ?? follows?.[2];
    if (title === undefined || /。$/.test(title)) {
      this.expectsEntry = false;
      return false;
    }
    if (this.laterStart(index)) {
      this.noteAnnex(`附件${digits ?? ''}`, title, [line.start, line.end]);
      this.expectsEntry = true;
      return true;
    }
    if (found === null) return false;
    this.open(`附件${digits ?? ''}`, title, [line.start, line.end]);
    this.noteAnnex(`附件${digits ?? ''}`, title, [line.start, line.end]);
    return true;
  }

  private laterStart(index: number): boolean {
    return this.lastAnnexStart > index;
  }

  private noteAnnex(number: string, title: string, span: Span): void {
    const n = Number(/\d+/.exec(number)?.[0] ?? 0) || this.annexes.length + 1;
    if (!this.annexes.some((annex) => annex.number === n || (/\d/.test(number) === false && annex.title === title)))
      this.annexes.push({ number: n, title, span });
  }

  /** Behind 附件2: every title-like line until one ends with the noun of a document. */
  private titleAfterAnnex(index: number): Title | null {
    return this.gatherTitle(index + 1, false);
  }

  private titleAt(index: number): Title | null {
    const title = this.gatherTitle(index, true);
    return title !== null && title.text.length >= 5 ? title : null;
  }

  private gatherTitle(from: number, mustEndWithNoun: boolean): Title | null {
    const taken: { line: Line; index: number }[] = [];
    for (let index = from; index < this.lines.length && taken.length < 4; index++) {
      const line = this.lines[index];
      if (line === undefined || line.text === '') continue;
      const fits =
        isTitleLike(line.text) &&
        roleLabel(line.text) === null &&
        wholeDate(line.text) === null &&
        !isStatuteNumber(line.text) &&
        !annexStart.test(line.text);
      if (!fits || this.settled.taken.has(index) || this.tableAt.has(index)) break;
      taken.push({ line, index });
      if (documentNoun.test(line.text)) return titleOf(taken);
    }
    const only = mustEndWithNoun ? undefined : taken[0];
    return only === undefined ? null : titleOf([only]);
  }

  private takeParagraph(line: Line): void {
    const part = this.parts.at(-1);
    if (part === undefined) return;
    if (isStatuteNumber(line.text)) part.statute = true;
    const marker = markerOf(line.text);
    if (marker === null) {
      this.stack.at(-1)?.body.push(line);
      return;
    }
    while ((this.stack.at(-1)?.marker.level ?? 0) >= marker.level) this.stack.pop();
    const node: Node = { marker, line, body: [], children: [] };
    (this.stack.at(-1)?.children ?? part.roots).push(node);
    this.stack.push(node);
  }
}

interface Title {
  readonly text: string;
  readonly span: Span;
  readonly last: number;
}

function titleOf(taken: readonly { line: Line; index: number }[]): Title | null {
  const first = taken[0];
  const last = taken.at(-1);
  if (first === undefined || last === undefined) return null;
  return { text: taken.map(({ line }) => line.text).join(''), span: [first.line.start, last.line.end], last: last.index };
}

/** The heading of a contained document; the letter has none. */
export function headingOf(part: Part): Heading[] {
  return part.title === null ? [] : [{ level: 0, number: part.number, text: part.title, span: part.span }];
}
