/**
 * What the text leaves unsure. The plan holds only what stands in the notice; here it says where a careful clerk would look twice,
 * with a reason. Few and useful: a doubt about everything is a doubt about nothing.
 */
import type { Line } from './blocks.ts';
import { hasHardFacts, itemAt } from './facts.ts';
import { numberOf } from './numbering.ts';
import type { Doubt, Item, Plan, Span } from './plan.ts';
import { isoDay } from './recognise/dates.ts';

type Reading = Omit<Plan, 'doubts' | 'conflicts'>;

interface Source {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly year: number | null;
  /** Paths of items that were read out of running text only because a day, a number or an owner stands in them. */
  readonly outOfProse: ReadonlySet<string>;
}

/** The least certain first; those of one confidence in the order of the text. */
export function doubtsIn(plan: Reading, source: Source): Doubt[] {
  return [
    ...plan.items.flatMap((item) => aboutItem(plan, item, source)),
    ...numbersOutOfOrder(plan.items),
    ...blankDeadlines(plan.items),
    ...unreadOrders(plan, source),
    ...aboutNotice(plan, source),
  ].sort((a, b) => a.confidence - b.confidence || a.span[0] - b.span[0]);
}

function aboutItem(plan: Reading, item: Item, source: Source): Doubt[] {
  const about = (what: Doubt['about'], confidence: number, zh: string, en: string, span: Span = item.span): Doubt => ({
    path: item.path,
    about: what,
    confidence,
    reason: { zh, en },
    span,
  });
  const doubts: Doubt[] = [];
  for (const match of item.text.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/g)) {
    const year = match[1] === undefined ? (source.year ?? 2000) : Number(match[1]);
    if (isoDay(year, Number(match[2]), Number(match[3])) === null)
      doubts.push(about('deadlines', 0.1, `“${match[0]}”不是日历上的日子`, `'${match[0]}' is no day of the calendar`));
  }
  const early = item.deadlines.find((one) => one.date !== undefined && plan.issueDate !== null && one.date < plan.issueDate);
  if (early !== undefined)
    doubts.push(
      about(
        'deadlines',
        0.3,
        `期限“${early.raw}”早于成文日期 ${plan.issueDate}`,
        `The day '${early.raw}' is before the notice's own date`,
        early.span,
      ),
    );
  const vague = /尽快|限期|近期|抓紧时间|择期|适时/.exec(item.text);
  if (vague !== null && !item.deadlines.some((one) => one.date !== undefined))
    doubts.push(about('deadlines', 0.6, `只写“${vague[0]}”，没有写明哪一天`, `It says '${vague[0]}' and names no day`));
  const rhythm = /每(?:两|二|三|隔一?)[个]?(?:天|日|周|个?月|年)|隔[天日周月]/.exec(item.text);
  if (rhythm !== null)
    doubts.push(
      about('deadlines', 0.4, `“${rhythm[0]}”没有读成周期，请补充期限`, `'${rhythm[0]}' was not read as a cadence; add the days by hand`),
    );
  const nobody =
    /(?:(?:各?有关|各?相关|责任)(?:部门|单位|科室))(?=负责|牵头|配合|要|应)|责任(?:单位|科室|部门)[：:]\s{0,4}(?:各?有关|各?相关)[一-龥]{2,4}/.exec(
      item.text,
    );
  if (nobody !== null && item.owners.length === 0)
    doubts.push(about('owners', 0.5, `只写“${nobody[0]}”，没有指明是谁`, `It says '${nobody[0]}' and names nobody`));
  if (source.outOfProse.has(item.path) && item.owners.length === 0)
    doubts.push(about('item', 0.7, '从叙述文字里读出，没有写明由谁负责', 'Read out of running text, and nobody is named for it'));
  return doubts;
}

/** 三、 after 一、, or 五、 twice: a sentence may be missing, or two belong together. */
function numbersOutOfOrder(items: readonly Item[]): Doubt[] {
  const doubts: Doubt[] = [];
  const last = new Map<string, number>();
  for (const item of items) {
    if (takesNumberFromAbove(item)) continue;
    const steps = item.path.replace(/#\d+$/, '').split('>');
    const number = numberOf(steps.at(-1) ?? '');
    const above = steps.slice(0, -1).join('>');
    const before = last.get(above);
    if (number === null) continue;
    last.set(above, number);
    if (before === undefined || number === before + 1 || number === 1) continue;
    const zh =
      number === before
        ? `编号 ${number} 出现两次`
        : number > before
          ? `编号从 ${before} 跳到 ${number}，中间可能缺项`
          : `编号从 ${before} 回到 ${number}`;
    const en = number === before ? `Number ${number} stands twice` : `The numbers go from ${before} to ${number}; something may be missing`;
    doubts.push({ path: item.path, about: 'item', confidence: 0.5, reason: { zh, en }, span: item.span });
  }
  return doubts;
}

/** A row whose cell of the number is merged with the one above. */
const takesNumberFromAbove = (item: Item): boolean =>
  Object.entries(item.cells ?? {}).some(([header, cell]) => /^(?:序号|编号|项次)$/.test(header.replace(/\s/g, '')) && cell === '');

/** Rows of a table whose other rows have a day: the blank one is truly blank there, not merged. */
function blankDeadlines(items: readonly Item[]): Doubt[] {
  const dueOf = (item: Item): string | undefined =>
    item.cells && Object.entries(item.cells).find(([header]) => /时限|期限|完成时间|节点/.test(header))?.[1];
  const rows = items.filter((item) => dueOf(item) !== undefined);
  if (rows.every((item) => dueOf(item) === '')) return [];
  return rows
    .filter((item) => dueOf(item) === '' && item.deadlines.length === 0)
    .map((item) => ({
      path: item.path,
      about: 'deadlines',
      confidence: 0.4,
      reason: { zh: '完成时限一格是空的', en: 'The cell of the deadline is blank' },
      span: item.span,
    }));
}

/** Sentences that order something by a day or in a rhythm and belong to no duty. */
function unreadOrders(plan: Reading, source: Source): Doubt[] {
  const covered = [...plan.items, ...plan.tables, ...plan.headings, ...plan.people, ...plan.stages]
    .map((one) => one.span)
    .sort((a, b) => a[0] - b[0]);
  let reached = 0;
  let next = 0;
  return source.lines.flatMap((line): Doubt[] => {
    for (let span = covered[next]; span !== undefined && span[0] <= line.start; span = covered[next]) {
      reached = Math.max(reached, span[1]);
      next++;
    }
    const within = covered[next];
    if (line.text.length < 12 || line.start < reached || (within !== undefined && within[0] < line.end)) return [];
    if (!/报送|上报|提交|完成|开展|组织|负责/.test(line.text)) return [];
    const read = itemAt(source.text, [line.start, line.end], source.year, '', '');
    if (!hasHardFacts(read) || !(read.owners.length > 0 || read.deadlines.some((one) => one.date !== undefined))) return [];
    return [
      {
        path: null,
        about: 'item',
        confidence: 0.45,
        reason: { zh: '这句话有期限或责任人，但没有读成责任事项', en: 'It names a day or an owner, and was not read as a duty' },
        span: [line.start, line.end],
      },
    ];
  });
}

function aboutNotice(plan: Reading, source: Source): Doubt[] {
  const doubts: Doubt[] = [];
  const say = (confidence: number, zh: string, en: string, span: Span): void => {
    doubts.push({ path: null, about: 'notice', confidence, reason: { zh, en }, span });
  };
  const undated = plan.items.flatMap((item) => item.deadlines).find((one) => one.kind === 'fixed' && one.date === undefined);
  if (undated !== undefined)
    say(
      0.2,
      `没有读到成文日期，“${undated.raw}”等期限不知道是哪一年`,
      `The notice bears no date, so the year of '${undated.raw}' is unknown`,
      undated.span,
    );
  if (plan.items.length === 0 && /(?:办法|条例|规定|细则|规则|章程)(?:（[^（）]{1,16}）)?(?:$|》?的通知)/.test(plan.title ?? ''))
    say(
      0.7,
      '这是一份规章，条文不作为任务；需要办理的请从原文中手工添加',
      'This is a regulation; its articles order no tasks. Add by hand what is to be done',
      [0, Math.min(source.text.length, 1)],
    );
  return doubts;
}
