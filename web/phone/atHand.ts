/** Read with a connection, so that everything a day needs is on the phone before anybody walks into a stairwell. */
import { useEffect } from 'react';
import { keepAhead, useRead } from '#web/api/hooks.ts';

/** The reads of the lists, so that what fetches ahead and what shows ask the same question. */
export const listReads = {
  mine: { mine: 'true', limit: 50 },
  open: { open: 'true', limit: 50 },
  all: { limit: 50 },
} as const;
export const ledgerRead = { limit: 30 } as const;

/** So many of my open problems and of the latest patrols can be opened without ever having been opened before. */
const DETAILS = 8;
/** The page itself goes first on a weak line. */
const AFTER_MS = 2_500;

/** The day with its places and checklists, my duties and problems, the latest logs. */
export function useAtHand(me: string): void {
  useRead('patrol.today', {}, { keep: true });
  useRead('presence.day', {}, { keep: true });
  useRead('roster.mine', {}, { keep: true });
  useRead('overview.today', {}, { keep: true });
  const issues = useRead('issue.list', listReads.mine, { keep: true }).data?.rows;
  const patrols = useRead('patrol.list', ledgerRead, { keep: true }).data?.rows;
  useEffect(() => {
    const later = setTimeout(async () => {
      const open = issues?.filter((issue) => issue.state !== 'closed').slice(0, DETAILS);
      const walked = patrols?.filter(({ leader, members }) => leader?.id === me || members.some((member) => member.id === me));
      for (const { id } of walked?.slice(0, DETAILS) ?? []) await keepAhead('patrol.get', { id });
      for (const { id } of open ?? []) await keepAhead('issue.get', { id });
    }, AFTER_MS);
    return () => clearTimeout(later);
  }, [issues, patrols, me]);
}
