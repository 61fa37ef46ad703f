/** The day's log for the group chat: short, numbers first, each problem with its disposal, nothing found said plainly. */
import { type Disposal, disposals } from '../issue/issue.states.ts';
import { type At, timeOf } from '../kernel/day.ts';
import type { Help, Patrol } from './patrol.model.ts';
import { helpKinds, type Verdict } from './patrol.states.ts';

export interface LogContent {
  readonly patrol: Pick<Patrol, 'day' | 'answers' | 'help' | 'note' | 'startedAt' | 'submittedAt'>;
  readonly unitName: string;
  readonly placeName: string;
  readonly leaderName: string | null;
  readonly memberNames: readonly string[];
  readonly checklistLength: number;
  readonly issues: readonly {
    readonly no: number;
    readonly text: string;
    readonly spot: string;
    readonly disposal: string | null;
    readonly handlerName: string | null;
  }[];
}

export function writeLog(content: LogContent): string {
  const { patrol, issues } = content;
  const [year, month, day] = patrol.day.split('-').map(Number);
  const lines = [
    `【巡查日志】${year}年${month}月${day}日 ${content.placeName}`,
    `检查：${countByVerdict(content)}；发现问题 ${issues.length} 个${issues.length > 0 ? `（${countByWay(issues)}）` : ''}。`,
  ];
  if (issues.length === 0) lines.push('问题：本次巡查未发现问题。');
  else
    lines.push('问题：', ...issues.map((issue, i) => `${i + 1}. ${issue.spot ? `${issue.spot}，` : ''}${issue.text}——${outcome(issue)}`));
  const help = helpGiven(patrol.help);
  if (help) lines.push(`帮助：${help}。`);
  if (patrol.note.trim()) lines.push(`说明：${patrol.note.trim()}`);
  lines.push(
    `人员：${[content.leaderName ? `${content.leaderName}（带班）` : null, ...content.memberNames].filter(Boolean).join('、') || '未登记'}`,
    `时间：${hours(patrol.startedAt, patrol.submittedAt)}`,
    `单位：${content.unitName}`,
  );
  return lines.join('\n');
}

export interface Amendment {
  readonly version: number;
  readonly reason: string;
}

/** A log that takes the place of one already sent says so before anything else. */
export const amendedLog = (text: string, { version, reason }: Amendment): string =>
  `【更正】以第${version}版为准，更正原因：${reason.replace(/\s+/g, ' ')}\n${text}`;

/** The log without the line that says it was amended: what one version says and another does not. */
export const plainLog = (text: string): string => text.replace(/^【更正】.*\n/, '');

/** Every item of the checklist is in one of the numbers. */
function countByVerdict({ patrol: { answers }, checklistLength }: LogContent): string {
  const count = (verdict: Verdict): number => answers.filter((answer) => answer.verdict === verdict).length;
  const faulty = count('problem');
  const notApplicable = count('notApplicable');
  const unchecked = checklistLength - count('fine') - faulty - notApplicable;
  return [
    `共 ${checklistLength} 项`,
    `合格 ${count('fine')} 项`,
    ...(faulty > 0 ? [`不合格 ${faulty} 项`] : []),
    ...(notApplicable > 0 ? [`不适用 ${notApplicable} 项`] : []),
    ...(unchecked > 0 ? [`未查 ${unchecked} 项`] : []),
  ].join('，');
}

function hours(startedAt: At | null, submittedAt: At | null): string {
  if (!startedAt) return '未登记';
  return submittedAt ? `${timeOf(startedAt)}—${timeOf(submittedAt)}` : `${timeOf(startedAt)} 起`;
}

function countByWay(issues: LogContent['issues']): string {
  const parts = (Object.keys(disposals) as Disposal[])
    .map((way) => [disposals[way].zh, issues.filter((issue) => issue.disposal === way).length] as const)
    .filter(([, n]) => n > 0)
    .map(([label, n]) => `${label} ${n} 个`);
  const open = issues.filter((issue) => issue.disposal === null).length;
  if (open > 0) parts.push(`待处置 ${open} 个`);
  return parts.join('，');
}

function outcome(issue: LogContent['issues'][number]): string {
  if (issue.disposal === 'onTheSpot') return '已当场解决';
  if (issue.disposal === 'coordinated') return `已协调${issue.handlerName ?? '有关部门'}`;
  if (issue.disposal === 'escalated') return `已上报${issue.handlerName ?? '社区和创城办'}`;
  return '待处置';
}

const helpUnits: Record<keyof Help, string> = { dissuaded: '人次', cleaned: '处', tidied: '辆', explained: '人次' };

function helpGiven(help: Help): string {
  return (Object.keys(helpKinds) as (keyof Help)[])
    .filter((kind) => help[kind] > 0)
    .map((kind) => `${helpKinds[kind].zh} ${help[kind]} ${helpUnits[kind]}`)
    .join('，');
}
