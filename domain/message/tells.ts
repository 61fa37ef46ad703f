/**
 * Which fact tells whom, by which way and in which words: the table as delivered. A unit switches rows off, chooses ways and people, and
 * says which may come in quiet hours. The same table drives the sending, the settings on screen and their preview.
 */
import type { Words } from '../kernel/words.ts';
import type { Way } from './message.states.ts';

export const audiences = {
  concerned: { zh: '本人', en: 'The person concerned' },
  crew: { zh: '当班人员', en: 'The crew' },
  leaderOnDuty: { zh: '带班领导', en: 'The leader on duty' },
  finder: { zh: '发现人', en: 'Who found it' },
  handler: { zh: '承办单位联系人', en: 'The handling unit’s people' },
  owners: { zh: '责任科室', en: 'The responsible section' },
  leaderInCharge: { zh: '分管领导', en: 'The deputy in charge' },
  clerk: { zh: '创城专员', en: 'The campaign clerk' },
} as const satisfies Record<string, Words>;
export type Audience = keyof typeof audiences;

export interface Tell {
  readonly about: 'roster' | 'patrol' | 'issue' | 'task';
  readonly words: Words;
  /** The hour of the office at which the clock brings it up; without one a fact does. */
  readonly clock?: string;
  readonly to: readonly Audience[];
  readonly ways: readonly Way[];
  /** Whether it may be read in a group; what concerns one person may not. */
  readonly mayGroup: boolean;
  /** Comes in quiet hours too. */
  readonly urgent: boolean;
  readonly title: Words;
  readonly body: Words;
  /** The body says it all and stands alone in a group. */
  readonly bodyAlone?: true;
}

const tell = (row: Tell): Tell => row;

export const tells = {
  'roster.published': tell({
    about: 'roster',
    words: { zh: '值班表发布', en: 'A roster is published' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '{span}值班表已发布', en: 'The roster of {span} is published' },
    body: { zh: '您有 {count} 个班次：{duties}。', en: 'You have {count} duties: {duties}.' },
  }),
  'roster.seatsChanged': tell({
    about: 'roster',
    words: { zh: '已发布的班次有变动', en: 'A published duty changes' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '您的值班有变动', en: 'Your duties have changed' },
    body: { zh: '{changes}。{by}调整。', en: '{changes}. Changed by {by}.' },
  }),
  'swap.asked': tell({
    about: 'roster',
    words: { zh: '有人请您换班或替班', en: 'A colleague asks for a swap' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '{by}请您{how}', en: '{by} asks you to {how}' },
    body: { zh: '{seat}。{note}请在手机“我的班次”里答复。', en: '{seat}. {note}Answer under My duties on the phone.' },
  }),
  'swap.accepted': tell({
    about: 'roster',
    words: { zh: '换班已同意', en: 'A swap is accepted' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '{by}同意了您的{how}请求', en: '{by} agreed to {how}' },
    body: { zh: '{seat}，值班表已更新。', en: '{seat}; the roster is changed.' },
  }),
  'swap.declined': tell({
    about: 'roster',
    words: { zh: '换班被婉拒', en: 'A swap is declined' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '{by}不能{how}', en: '{by} cannot {how}' },
    body: { zh: '{seat}，仍由您值班，可另请他人。', en: '{seat} stays yours; you can ask somebody else.' },
  }),
  'swap.withdrawn': tell({
    about: 'roster',
    words: { zh: '换班请求已撤回', en: 'A request is withdrawn' },
    to: ['concerned'],
    ways: ['inbox'],
    mayGroup: false,
    urgent: false,
    title: { zh: '{by}撤回了{how}请求', en: '{by} no longer asks you to {how}' },
    body: { zh: '{seat}，不用再答复。', en: '{seat}; no answer is needed.' },
  }),
  'absence.recorded': tell({
    about: 'roster',
    words: { zh: '请假空出了已发布的班次', en: 'An absence leaves duties empty' },
    to: ['clerk'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: true,
    title: { zh: '{who}请假，{count} 个班次要换人', en: '{who} is away: {count} duties need somebody else' },
    body: { zh: '{duties}。', en: '{duties}.' },
  }),
  'duty.tomorrow': tell({
    about: 'roster',
    clock: '17:00',
    words: { zh: '明天值班', en: 'On duty tomorrow' },
    to: ['crew', 'leaderOnDuty'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '明天 {starts} {place}值班', en: 'On duty tomorrow {starts}, {place}' },
    body: { zh: '{day} {starts}—{ends}，{crew}。', en: '{day} {starts}–{ends}: {crew}.' },
  }),
  'patrol.logReported': tell({
    about: 'patrol',
    words: { zh: '巡查日志已上报', en: 'The log of the day is sent' },
    to: ['leaderOnDuty'],
    ways: ['inbox', 'group'],
    mayGroup: true,
    urgent: true,
    title: { zh: '{place}巡查日志已上报', en: 'The log of {place} is sent' },
    body: { zh: '{log}', en: '{log}' },
    bodyAlone: true,
  }),
  'patrol.logMissing': tell({
    about: 'patrol',
    clock: '20:00',
    words: { zh: '到 20 点日志还没报', en: 'No log by 8 p.m.' },
    to: ['crew', 'leaderOnDuty'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: true,
    title: { zh: '{place}今天的日志还没有上报', en: 'The log of {place} has not been sent today' },
    body: { zh: '{day} {crew}。请在今天 24 点前上报，过后算迟报。', en: '{day}: {crew}. Send it before midnight; after that it is late.' },
  }),
  'issue.coordinated': tell({
    about: 'issue',
    words: { zh: '问题交部门协调', en: 'A problem goes to a department' },
    to: ['handler'],
    ways: ['inbox', 'mail'],
    mayGroup: true,
    urgent: false,
    title: { zh: '请协调处置问题 #{no}', en: 'Problem #{no} for you to handle' },
    body: { zh: '{where}{text}。{unit}{by}。{note}', en: '{where}{text}. From {by}, {unit}. {note}' },
  }),
  'issue.escalated': tell({
    about: 'issue',
    words: { zh: '问题上报', en: 'A problem is escalated' },
    to: ['handler', 'clerk'],
    ways: ['inbox', 'mail'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 上报{handler}', en: 'Problem #{no} is escalated to {handler}' },
    body: { zh: '{where}{text}。{unit}{by}。{note}', en: '{where}{text}. From {by}, {unit}. {note}' },
  }),
  'issue.fixed': tell({
    about: 'issue',
    words: { zh: '问题整改完成，待核查', en: 'A fix is reported' },
    to: ['finder', 'clerk'],
    ways: ['inbox'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 已整改，待核查', en: 'Problem #{no} is fixed and waits to be verified' },
    body: { zh: '{where}{text}。{by}报整改完成。{note}', en: '{where}{text}. Reported fixed by {by}. {note}' },
  }),
  'issue.rejected': tell({
    about: 'issue',
    words: { zh: '核查不通过，退回', en: 'A fix is sent back' },
    to: ['concerned', 'handler'],
    ways: ['inbox', 'mail'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 核查不通过，退回整改', en: 'Problem #{no} is sent back' },
    body: { zh: '{where}{text}。{by}：{reason}', en: '{where}{text}. {by}: {reason}' },
  }),
  'issue.verified': tell({
    about: 'issue',
    words: { zh: '核查通过，待销号', en: 'A fix is verified' },
    to: ['clerk'],
    ways: ['inbox'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 核查通过，可以销号', en: 'Problem #{no} is verified and can be closed' },
    body: { zh: '{where}{text}。{by}核查。{note}', en: '{where}{text}. Verified by {by}. {note}' },
  }),
  'issue.closed': tell({
    about: 'issue',
    words: { zh: '问题销号', en: 'A problem is closed' },
    to: ['finder', 'handler'],
    ways: ['inbox'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 已销号', en: 'Problem #{no} is closed' },
    body: { zh: '{where}{text}。{note}', en: '{where}{text}. {note}' },
  }),
  'issue.reopened': tell({
    about: 'issue',
    words: { zh: '销号的问题重新打开', en: 'A closed problem is reopened' },
    to: ['finder', 'handler'],
    ways: ['inbox', 'mail'],
    mayGroup: true,
    urgent: false,
    title: { zh: '问题 #{no} 重新打开', en: 'Problem #{no} is reopened' },
    body: { zh: '{where}{text}。{by}：{reason}', en: '{where}{text}. {by}: {reason}' },
  }),
  'task.reported': tell({
    about: 'task',
    words: { zh: '办理结果上报，待确认', en: 'A result is reported' },
    to: ['clerk'],
    ways: ['inbox'],
    mayGroup: false,
    urgent: false,
    title: { zh: '“{task}”已上报，待确认', en: '“{task}” is reported and waits for you' },
    body: { zh: '{by}：{result}', en: '{by}: {result}' },
  }),
  'task.returned': tell({
    about: 'task',
    words: { zh: '办理结果被退回', en: 'A result is returned' },
    to: ['concerned'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '“{task}”被退回', en: '“{task}” is returned' },
    body: { zh: '{by}：{reason}', en: '{by}: {reason}' },
  }),
  'task.confirmed': tell({
    about: 'task',
    words: { zh: '办结已确认', en: 'A result is confirmed' },
    to: ['concerned'],
    ways: ['inbox'],
    mayGroup: false,
    urgent: false,
    title: { zh: '“{task}”已确认办结', en: '“{task}” is confirmed' },
    body: { zh: '{by}确认。', en: 'Confirmed by {by}.' },
  }),
  'task.dueSoon': tell({
    about: 'task',
    clock: '08:30',
    words: { zh: '应办事项还有 3 天', en: 'A task is due in 3 days' },
    to: ['owners'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '“{task}”还有 3 天截止', en: '“{task}” is due in 3 days' },
    body: { zh: '{due}前完成。{duty}', en: 'Due {due}. {duty}' },
  }),
  'task.dueToday': tell({
    about: 'task',
    clock: '08:30',
    words: { zh: '应办事项今天截止', en: 'A task is due today' },
    to: ['owners', 'leaderInCharge'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: true,
    title: { zh: '“{task}”今天截止', en: '“{task}” is due today' },
    body: { zh: '{due}前完成。{duty}', en: 'Due {due}. {duty}' },
  }),
  'task.late': tell({
    about: 'task',
    clock: '08:30',
    words: { zh: '应办事项逾期（第 1、3、7 天，此后每周）', en: 'A task is late (day 1, 3, 7, then weekly)' },
    to: ['owners', 'leaderInCharge', 'clerk'],
    ways: ['inbox', 'mail'],
    mayGroup: false,
    urgent: false,
    title: { zh: '“{task}”已逾期 {days} 天', en: '“{task}” is {days} days late' },
    body: { zh: '应于 {due} 前完成。{duty}', en: 'It was due {due}. {duty}' },
  }),
} as const satisfies Record<string, Tell>;

export type TellName = keyof typeof tells;
export const tellNames = Object.keys(tells) as TellName[];
export const isTellName = (name: string): name is TellName => name in tells;

export const tellGroups: Readonly<Record<Tell['about'], Words>> = {
  roster: { zh: '值班', en: 'Roster' },
  patrol: { zh: '巡查', en: 'Patrols' },
  issue: { zh: '问题', en: 'Problems' },
  task: { zh: '应办', en: 'Due tasks' },
};

/** On which days late a task is brought up again. */
export const isLateDay = (days: number): boolean => days === 1 || days === 3 || (days > 0 && days % 7 === 0);
