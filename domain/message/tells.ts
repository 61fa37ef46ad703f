/**
 * Which fact tells whom, by which way and in which words: the table as delivered. A unit switches rows off, chooses ways, people and words,
 * and says which may come in quiet hours. The same table drives the sending, the settings on screen and their preview.
 */
import type { Words } from '../kernel/words.ts';
import type { Tell } from './tell.ts';
import { issueTells } from './tells.issue.ts';
import { patrolTells } from './tells.patrol.ts';
import { rosterTells } from './tells.roster.ts';
import { taskTells } from './tells.task.ts';

export const tells = { ...rosterTells, ...patrolTells, ...issueTells, ...taskTells } as const satisfies Record<string, Tell>;

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
