/** A row of the tell table: who is told of a fact, by which ways, in which words. */
import type { Words } from '../kernel/words.ts';
import type { Way } from './message.states.ts';

export const audiences = {
  concerned: { zh: '本人', en: 'The person concerned' },
  crew: { zh: '当班人员', en: 'The crew' },
  leaderOnDuty: { zh: '带班领导', en: 'The leader on duty' },
  finder: { zh: '发现人', en: 'Who found it' },
  handler: { zh: '承办单位联系人', en: 'The handling unit’s people' },
  holder: { zh: '正在办理的人员', en: 'Those whose time runs' },
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
  /** Brought up when the limit of a record nears or passes, whatever the hour. */
  readonly atLimit?: true;
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

export const tell = (row: Tell): Tell => row;
