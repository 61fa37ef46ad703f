import { useRead } from '#web/api/hooks.ts';

/** The reads of the three lists, so that what fetches ahead and what shows ask the same question. */
export const listReads = {
  mine: { mine: 'true', limit: 50 },
  open: { open: 'true', limit: 50 },
  all: { limit: 50 },
} as const;

/** Read once with a connection, so that day, duties and problems are on the phone before anybody walks into a stairwell. */
export function useAtHand(): void {
  useRead('patrol.today', {}, { keep: true });
  useRead('presence.day', {}, { keep: true });
  useRead('roster.mine', {}, { keep: true });
  useRead('issue.list', listReads.mine, { keep: true });
}
