/** The notice compiler: the text of a notice to its plan. No clock, no network, no guess: what the text does not say is null or missing. */
import { joinWrapped, type Line, linesOf } from './blocks.ts';
import { conflictsIn } from './conflicts.ts';
import type { NoticeDocument } from './document.ts';
import { doubtsIn } from './doubts.ts';
import { hasHardFacts, itemAt } from './facts.ts';
import { type Front, issuerInTitle, readFront, type Signature, signaturesIn } from './front.ts';
import { outline, shortTitle } from './outline.ts';
import { headingOf, type Part, Parts } from './parts.ts';
import type { Item, Plan, RosterPerson, Stage } from './plan.ts';
import { documentNumbersIn, regulationsIn } from './recognise/citations.ts';
import { deadlinesIn } from './recognise/dates.ts';
import { splitBodies } from './recognise/owners.ts';
import { officeHoldersIn, officeSectionIn, type Roster, rosterIn } from './recognise/people.ts';
import { placesIn } from './recognise/places.ts';
import { stagesIn } from './recognise/stages.ts';
import { type Passage, unique } from './recognise/text.ts';
import { type RowItem, rowItems } from './rows.ts';
import { shapedTables } from './shapes.ts';
import { asPlanTable, type TextTable, tablesIn } from './tables.ts';

/** A text alone, or a document whose tables are known. */
export function compileNotice(given: string | NoticeDocument): Plan {
  const { text, tables: shapes } = typeof given === 'string' ? { text: given, tables: [] } : given;
  // A file that knows its tables knows its paragraphs too.
  const lines = shapes.length > 0 ? linesOf(text) : joinWrapped(linesOf(text), text);
  const tables = shapes.length > 0 ? shapedTables(shapes, lines, text) : tablesIn(lines);
  const front = readFront(tables[0] === undefined ? lines : lines.slice(0, tables[0].from));
  const signatures = signaturesIn(lines, front.bodyFrom);
  const issueDate = signatures[0]?.date ?? null;
  const whole: Passage = { text: withoutComment(text), base: 0, year: yearOf(issueDate, front) };
  const roster = readRoster(lines, front, signatures, tables);
  const taken = new Set([...signatures.flatMap((signature) => signature.lines), ...roster.lines]);
  const { parts, annexes } = new Parts(lines, { bodyFrom: front.bodyFrom, tables, taken });
  const prefixOf = prefixes(parts);
  const outlines = parts.map((part) => ({ part, ...outline(part, prefixOf(part)) }));
  const rows = parts.flatMap((part) => part.tables.map((table) => ({ part, table, ...rowItems(table) })));
  const outlined = outlines.flatMap(({ items: found }) => found);
  const items = [
    ...outlined.flatMap((one) => {
      const item = itemAt(text, one.span, whole.year, one.path, one.title);
      return one.onlyWithFacts && !hasHardFacts(item) ? [] : [item];
    }),
    ...rows.flatMap(({ part, items: found }) => itemsOfRows(text, whole.year, prefixOf(part), found)),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const plan: Plan = {
    title: front.title,
    documentNumber: front.documentNumber,
    issuingAuthority: signatures.find((signature) => signature.issuer !== null)?.issuer ?? issuerInTitle(front.title),
    issueDate,
    primaryRecipients: front.recipients,
    annexes,
    headings: [
      ...outlines.flatMap(({ part, headings }) => [...headingOf(part), ...headings]),
      ...rows.flatMap(({ headings }) => headings),
    ].sort((a, b) => a.span[0] - b.span[0] || a.level - b.level),
    items: withUniquePaths(items),
    people: [...roster.people, ...officeHoldersIn(whole, officeGroup(roster.people))],
    officeSection: officeSectionIn(whole),
    stages: distinctStages(stagesIn(whole)),
    places: distinctPlaces(placesIn(whole)),
    regulations: regulationsIn(whole, front.title),
    documentNumbers: unique([...(front.documentNumber === null ? [] : [front.documentNumber]), ...documentNumbersIn(whole)]),
    tables: tables.map(asPlanTable),
    conflicts: [],
    unread: roster.unread,
  };
  const outOfProse = new Set(outlined.filter((one) => one.onlyWithFacts).map((one) => one.path));
  return {
    ...plan,
    conflicts: conflictsIn(plan),
    doubts: doubtsIn(plan, { text: whole.text, lines: lines.slice(front.bodyFrom), year: whole.year, outOfProse }),
  };
}

/** The year of days printed without one: that of the signature, else of the document number, else of the title. */
function yearOf(issueDate: string | null, { documentNumber, title }: Front): number | null {
  const printed =
    issueDate?.slice(0, 4) ?? /[〔[【（(](\d{4})[〕\]】）)]/.exec(documentNumber ?? '')?.[1] ?? /(\d{4})年/.exec(title ?? '')?.[1];
  return printed === undefined ? null : Number(printed);
}

/** A first line that begins with # was added by whoever collected the text; blanked, so that spans hold. */
function withoutComment(text: string): string {
  return text.replace(/^#[^\n]*/, (comment) => ' '.repeat(comment.length));
}

function readRoster(lines: readonly Line[], front: Front, signatures: readonly Signature[], tables: readonly TextTable[]): Roster {
  const stops = new Set([...signatures.flatMap((signature) => signature.lines), ...tables.flatMap((table) => [table.from])]);
  const body = lines.map((line, index) =>
    index < Math.min(front.bodyFrom, lines.length) || stops.has(index) ? { ...line, text: stops.has(index) ? '。' : '' } : line,
  );
  const titles = lines.filter((line) => listOfMembers.test(line.text) && line.text.length <= 60 && !/[。：]/.test(line.text));
  return rosterIn(body, (line) => groupAt(titles, lines, line, front.title));
}

const listOfMembers = /(?:组成人员|人员|成员)?名单$/;

const founded = /(?:成立|组建|调整)([^，。；：《》]{2,40}?(?:领导小组|指挥部|工作专班|工作组|联席会议|委员会))/;

/** The group is named by the title of its list, by the sentence above that founds it, else by the title of the notice. */
function groupAt(listTitles: readonly Line[], lines: readonly Line[], at: Line, noticeTitle: string | null): string {
  const title = listTitles.findLast((line) => line.end <= at.start)?.text.replace(listOfMembers, '');
  if (title !== undefined) return title;
  const above = lines.slice(Math.max(0, lines.indexOf(at) - 40), lines.indexOf(at)).findLast((line) => founded.test(line.text));
  if (above !== undefined) return founded.exec(above.text)?.[1] ?? '';
  return /(?:成立|调整|组建)(.{2,40}?)(?:组成人员|成员)?的/.exec(noticeTitle ?? '')?.[1] ?? noticeTitle ?? '';
}

function officeGroup(people: readonly RosterPerson[]): string {
  const group = people[0]?.group ?? '领导小组';
  return `${group}办公室`;
}

/** Paths begin with the number of the annex, or with the title where several documents without a number stand in the notice. */
function prefixes(parts: readonly Part[]): (part: Part) => string {
  const nameless = parts.filter((part) => part.title !== null && part.number === '' && (part.roots.length > 0 || part.tables.length > 0));
  return (part) => (part.number !== '' ? part.number : nameless.length >= 2 ? (part.title ?? '') : '');
}

/** Each row an item; a blank cell of the deadline takes the deadlines of the row above, marked as inherited. */
function itemsOfRows(source: string, year: number | null, prefix: string, rows: readonly RowItem[]): Item[] {
  let above: Item['deadlines'] = [];
  return rows.map((row) => {
    const path = [...(prefix === '' ? [] : [prefix]), ...row.path].join('>');
    const item = itemAt(source, row.text.span, year, path, row.title === '' ? shortTitle(row.text.text) : row.title);
    const printed = row.due === null || row.due.text === '' ? [] : deadlinesIn({ text: row.due.text, base: row.due.span[0], year }, true);
    const inherits = row.due !== null && row.due.text === '' && row.mayInherit && item.deadlines.length === 0;
    const fromCell = inherits ? above.map((one) => ({ ...one, inherited: true })) : printed;
    if (row.due !== null) above = inherits ? above : printed;
    return {
      ...item,
      owners: row.owners === '' ? item.owners : splitBodies(row.owners),
      leaders: row.leaders === '' ? item.leaders : splitBodies(row.leaders),
      deadlines: [...item.deadlines, ...fromCell],
      cells: row.cells,
    };
  });
}

/** A number printed twice (two rows 30) must not make one key of two duties. */
function withUniquePaths(items: readonly Item[]): Item[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const times = (seen.get(item.path) ?? 0) + 1;
    seen.set(item.path, times);
    return times === 1 ? item : { ...item, path: `${item.path}#${times}` };
  });
}

function distinctStages(stages: readonly Stage[]): Stage[] {
  return [...new Map(stages.toReversed().map((stage) => [stage.name, stage])).values()].toReversed();
}

function distinctPlaces(places: Plan['places']): Plan['places'] {
  return [...new Map(places.toReversed().map((place) => [place.name, place])).values()].toReversed();
}
