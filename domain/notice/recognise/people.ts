/** Rosters of leading groups: role labels (组　长：), names with inner spaces, posts after spaces or in brackets, and the office sentence. */
import type { Line } from '../blocks.ts';
import type { Mention, RosterPerson } from '../plan.ts';
import { matchesOf, type Passage } from './text.ts';

const label = /^((?:常务)?副?(?:组长|主任|召集人|总指挥|指挥长|指挥|主席|会长)|成员|成员单位|联络员|秘书长)[：:]/;
const spacedLabel = /^[一-龥\s\u3000]{2,16}[：:]/;

/** The role a line begins with and where the names begin, or null. */
export function roleLabel(text: string): { role: string; length: number } | null {
  const printed = spacedLabel.exec(text)?.[0];
  const role = printed === undefined ? undefined : label.exec(printed.replace(/[\s\u3000]/g, ''))?.[1];
  return printed === undefined || role === undefined ? null : { role, length: printed.length };
}

const inBrackets = /^([一-龥·]{1,6}(?:[ \u3000]{1,4}[一-龥]{1,3})?)[（(]([^（）()]{2,40})[）)]?$/;
const spaced = /^([一-龥])[ \u3000]{1,6}([一-龥]{1,2})(?:[ \u3000]{1,12}(\S.{0,60}))?$/;
const plain = /^([一-龥·]{2,6}|[A-Za-z.\- ]{2,40})[ \t\u3000]{1,12}(\S.{0,60})$/;
const alone = /^[一-龥]{2,4}$/;

interface Entry {
  readonly name: string;
  readonly post: string | null;
}

/** One line of a roster; null when it is no person. */
function rosterEntry(printed: string): Entry | null {
  const text = printed.replace(/[，,\s]{0,4}(?:联系电话|联系方式|电话|手机)[：:]?[\d\-—\s、/]{5,40}$/, '');
  if (/[。；：，]/.test(text)) return null;
  const bracketed = inBrackets.exec(text);
  if (bracketed !== null) return { name: squeeze(bracketed[1]), post: bracketed[2] ?? null };
  const inner = spaced.exec(text);
  if (inner !== null) return { name: `${inner[1] ?? ''}${inner[2] ?? ''}`, post: inner[3]?.trim() ?? null };
  const found = plain.exec(text);
  if (found !== null) return { name: squeeze(found[1]), post: (found[2] ?? '').trim() };
  return alone.test(text) ? { name: text, post: null } : null;
}

function squeeze(name: string | undefined): string {
  return (name ?? '').replace(/[\s\u3000]/g, '');
}

export interface Roster {
  readonly people: RosterPerson[];
  /** Lines that stand in the roster and could not be read as a person. */
  readonly unread: Mention[];
  /** Indices of the lines it takes up. */
  readonly lines: ReadonlySet<number>;
}

/** A roster begins at a role label and goes on while the lines are people; `groupAt` names the group of a line. */
export function rosterIn(lines: readonly Line[], groupAt: (line: Line) => string): Roster {
  const people: RosterPerson[] = [];
  const unread: Mention[] = [];
  const taken = new Set<number>();
  let role: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const labelled = roleLabel(line.text);
    const words = labelled === null ? line.text : line.text.slice(labelled.length).trim();
    if (labelled !== null && !startsRoster(lines, index, words)) continue;
    role = labelled?.role ?? role;
    if (role === null) continue;
    const entries = entriesOf(words);
    if (labelled === null && entries.length === 0) {
      if (isUnreadable(line.text, lines[index + 1])) unread.push({ raw: line.text, span: [line.start, line.end] });
      else role = null;
      if (role === null) continue;
    }
    taken.add(index);
    for (const entry of entries)
      people.push({ group: groupAt(line), role, name: entry.name, post: entry.post, span: [line.start, line.end] });
  }
  return { people, unread, lines: taken };
}

/** 成员：各科室负责人 in the middle of a text is no roster unless a person stands there or on the next line. */
function startsRoster(lines: readonly Line[], index: number, words: string): boolean {
  if (entriesOf(words).length > 0) return true;
  const next = lines.slice(index + 1, index + 6).find((line) => line.text !== '');
  return words === '' && next !== undefined && rosterEntry(next.text) !== null;
}

/** 甲某某、乙某某 in one line are two; a person otherwise. */
function entriesOf(words: string): Entry[] {
  if (words === '') return [];
  const one = rosterEntry(words);
  if (one !== null) return [one];
  const names = words.split(/[、，]/);
  return names.length > 1 && names.every((name) => alone.test(name.trim())) ? names.map((name) => ({ name: name.trim(), post: null })) : [];
}

/** A short line between two people that is no person itself. */
function isUnreadable(text: string, next: Line | undefined): boolean {
  return text.length <= 30 && !/[。：；]/.test(text) && next !== undefined && next.text.length > 4 && rosterEntry(next.text)?.post != null;
}

const concurrent = /([一-龥]{2,4}?)同志(?:兼任|任|兼)(?:[一-龥]{0,20}?)(副主任|主任)/g;
const byPost = /主任由([一-龥]{2,30}?(?:副?[部局科处院厅市县区省]长|主任|书记|秘书长|调研员))([一-龥]{2,3})(?:同志)?(兼任|担任)/g;

/** …办公室设在甲科，某某同志兼任办公室主任，某某同志任办公室副主任. */
export function officeHoldersIn(passage: Passage, group: string): RosterPerson[] {
  const named = matchesOf(passage, concurrent).map(
    (match): RosterPerson => ({
      group,
      role: match.group(2),
      name: match.group(1),
      post: null,
      ...(match.raw.includes('兼') ? { concurrent: true } : {}),
      span: match.span,
    }),
  );
  const posted = matchesOf(passage, byPost).map(
    (match): RosterPerson => ({
      group,
      role: '主任',
      name: match.group(2),
      post: match.group(1),
      ...(match.group(3) === '兼任' ? { concurrent: true } : {}),
      span: match.span,
    }),
  );
  return [...named, ...posted];
}

/** The section that houses the office: 办公室设在秘书科. */
export function officeSectionIn(passage: Passage): Mention | null {
  const found = matchesOf(
    passage,
    /([一-龥]{0,20}?(?:领导小组|联席会议|指挥部|委员会)?(?:下设)?办公室)(?:，办公室)?设在([一-龥（）]{2,20}?)(?=[，。、；]|$)/g,
  )[0];
  if (found === undefined) return null;
  const section = found.group(2);
  return { raw: section, span: [found.span[1] - section.length, found.span[1]] };
}
