/** Which fact tells whom: for each row of the tell table, who finds out whom it concerns and what fills its words. */
import type { TellName } from '#domain/message/tells.ts';
import type { ClockReporter, LimitReporter, Reporter } from '../../modules/message/telling.ts';
import { issueTells } from './issue.tells.ts';
import { issueDueSoon, issueLate } from './limit.tells.ts';
import { amendmentSentTells, logMissingTells, logReportedTells } from './patrol.tells.ts';
import { absenceTells, dutyTomorrowTells, rosterCutTells, rosterPublishedTells, seatsChangedTells, swapTells } from './roster.tells.ts';
import { dueSoonTells, dueTodayTells, lateTells, taskTells } from './task.tells.ts';

export const clockTells = {
  'duty.tomorrow': dutyTomorrowTells,
  'patrol.logMissing': logMissingTells,
  'task.dueSoon': dueSoonTells,
  'task.dueToday': dueTodayTells,
  'task.late': lateTells,
} as const satisfies Partial<Record<TellName, ClockReporter>>;

/** Looked at each minute. */
export const limitTells = {
  'issue.dueSoon': issueDueSoon,
  'issue.late': issueLate,
} as const satisfies Partial<Record<TellName, LimitReporter>>;

type ClockName = keyof typeof clockTells | keyof typeof limitTells;

export const factTells: Readonly<Record<Exclude<TellName, ClockName>, Reporter>> = {
  'roster.published': rosterPublishedTells,
  'roster.seatsChanged': seatsChangedTells,
  'roster.cut': rosterCutTells,
  'swap.asked': swapTells('other'),
  'swap.accepted': swapTells('asker'),
  'swap.declined': swapTells('asker'),
  'swap.withdrawn': swapTells('other'),
  'absence.recorded': absenceTells,
  'patrol.logReported': logReportedTells,
  'patrol.amendmentSent': amendmentSentTells,
  'issue.coordinated': issueTells,
  'issue.escalated': issueTells,
  'issue.fixed': issueTells,
  'issue.rejected': issueTells,
  'issue.verified': issueTells,
  'issue.closed': issueTells,
  'issue.declined': issueTells,
  'issue.assigned': issueTells,
  'issue.suspended': issueTells,
  'issue.extensionAsked': issueTells,
  'issue.extensionGranted': issueTells,
  'issue.extensionRefused': issueTells,
  'issue.dismissed': issueTells,
  'issue.reopenAsked': issueTells,
  'issue.completed': issueTells,
  'issue.reopened': issueTells,
  'task.reported': taskTells,
  'task.returned': taskTells,
  'task.confirmed': taskTells,
};

export const isClockTell = (name: string): name is keyof typeof clockTells => name in clockTells;
export const isLimitTell = (name: string): name is keyof typeof limitTells => name in limitTells;
export const isFactTell = (name: string): name is keyof typeof factTells => name in factTells;
