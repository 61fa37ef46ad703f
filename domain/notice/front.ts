/** The head and the foot of a notice: title over several lines, document number, addressees; signature with issuer and date. */
import { isTitleLike, type Line } from './blocks.ts';
import { markerOf } from './numbering.ts';
import { wholeDocumentNumber } from './recognise/citations.ts';
import { wholeDate } from './recognise/dates.ts';
import { roleLabel } from './recognise/people.ts';

export interface Front {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly recipients: string[];
  /** Index of the first line after the head. */
  readonly bodyFrom: number;
}

const genre =
  /(?:通知|通报|决定|意见|批复|请示|报告|函|纪要|公告|通告|办法|细则|方案|条例|规定|规则|章程|计划|清单|名单|要点|任务书|责任书|台账|(?:分解|分工|任务|责任|安排|一览|明细|指标)表)(?:（[^（）]{1,16}）)?$/;
/** Added by whoever collected the text, or printed above the title: no part of it. */
const noise =
  /^#|^附件\s{0,2}[一二三四五六七八九十\d]{0,2}[：:]?$|^【[^】]{1,20}】|https?:\/\/|^签发人|^(?:特急|加急|急件|机密|秘密|内部)|文件$|^(?:主动公开|依申请公开)/;
const linesOfHead = 16;
const longestTitle = 120;

export function readFront(lines: readonly Line[]): Front {
  const head = new Head();
  let index = 0;
  let seen = 0;
  for (; index < lines.length && seen < linesOfHead; index++) {
    const line = lines[index];
    if (line === undefined || line.text === '') continue;
    seen++;
    if (!head.takes(line.text)) break;
  }
  return { title: head.title(), documentNumber: head.documentNumber, recipients: head.recipients, bodyFrom: index };
}

/** What has been read of the head so far. */
class Head {
  documentNumber: string | null = null;
  recipients: string[] = [];
  private words = '';
  private complete = false;
  private closed = false;

  /** False when the line belongs to the body. */
  takes(text: string): boolean {
    if (this.closed) return false;
    if (noise.test(text)) return true;
    const number = wholeDocumentNumber(text);
    if (number !== null) {
      this.documentNumber ??= number;
      return true;
    }
    return this.takesRecipients(text) || this.takesTitle(text);
  }

  title(): string | null {
    return this.words === '' || !this.complete ? (this.words.length >= 4 && genre.test(this.words) ? this.words : null) : this.words;
  }

  private takesRecipients(text: string): boolean {
    if (!/[：:]$/.test(text) || this.words === '' || roleLabel(text) !== null || /^附件/.test(text) || markerOf(text) !== null)
      return false;
    if (text.length > 160 || /。/.test(text)) return false;
    this.recipients = splitRecipients(text.slice(0, -1));
    this.closed = true;
    return true;
  }

  /** A title goes on until a line ends with the genre (…的通知); the same title printed twice is taken once. */
  private takesTitle(text: string): boolean {
    if (this.complete) return sameWords(text, this.words) || /^[（(]\d{4}年[^。]{2,60}[）)]$/.test(text);
    if (
      !isTitleLike(text.replace(/[，：；]/g, '').slice(0, 60)) ||
      text.length > longestTitle ||
      /。/.test(text) ||
      roleLabel(text) !== null ||
      wholeDate(text) !== null
    )
      return false;
    if (text.includes('\t')) return false;
    this.words += text.replace(/\s{2,}/g, '');
    this.complete = genre.test(this.words) && balanced(this.words);
    return true;
  }
}

/** A site prints the title above the text once more, with other brackets and dashes. */
function sameWords(a: string, b: string): boolean {
  const letters = (words: string) => words.replace(/[^一-龥\d]/g, '');
  return letters(a) === letters(b);
}

function balanced(words: string): boolean {
  return [...words].filter((mark) => mark === '《').length === [...words].filter((mark) => mark === '》').length;
}

/** Commas part the groups where there are any; 、 then belongs to a name (各省、自治区、直辖市人民政府). */
function splitRecipients(words: string): string[] {
  const parts = /[，,；;]/.test(words) ? words.split(/[，,；;]/) : words.split('、');
  return parts.map((name) => name.trim()).filter((name) => name !== '');
}

export interface Signature {
  readonly issuer: string | null;
  readonly date: string;
  /** Indices of its lines. */
  readonly lines: readonly number[];
}

/** Signatures in the order they stand: the letter's first, then those of what it carries. */
export function signaturesIn(lines: readonly Line[], from: number): Signature[] {
  const signatures: Signature[] = [];
  for (let index = from; index < lines.length; index++) {
    const text = lines[index]?.text ?? '';
    const together = /^([一-龥（）]{4,40})[\s\u3000]+(\d{4}年\d{1,2}月\d{1,2}日)$/.exec(text);
    const date = wholeDate(together?.[2] ?? text);
    if (date === null) continue;
    if (together !== null) signatures.push({ issuer: issuerName(together[1] ?? ''), date, lines: [index] });
    else signatures.push(signatureBefore(lines, index, date, from));
  }
  return signatures;
}

function signatureBefore(lines: readonly Line[], dateAt: number, date: string, from: number): Signature {
  for (let index = dateAt - 1; index >= from; index--) {
    const text = lines[index]?.text ?? '';
    if (text === '') continue;
    return isTitleLike(text) && text.length <= 40 && !/^附件/.test(text)
      ? { issuer: issuerName(text), date, lines: [index, dateAt] }
      : { issuer: null, date, lines: [dateAt] };
  }
  return { issuer: null, date, lines: [dateAt] };
}

function issuerName(text: string): string {
  return text.replace(/（代章）|[\s\u3000]/g, '');
}

/** 甲市人民政府办公室关于…: the issuer as the title names it. */
export function issuerInTitle(title: string | null): string | null {
  const before = title?.split('关于')[0] ?? '';
  return title?.includes('关于') === true && /(?:政府|办公室|办公厅|国务院|委员会|局|厅|部|办|党委|市委|县委|省委)$/.test(before)
    ? before
    : null;
}
