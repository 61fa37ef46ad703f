/** A presence for tests: `aPresence({ saidAt: … })`. A patrol of 9:00 to 11:30 on 6 May 2026, owed by the roster, nobody there yet. */
import type { Presence } from './presence.model.ts';

export function aPresence(differing: Partial<Presence> = {}): Presence {
  return {
    id: 'patrol',
    unitId: 'unit',
    state: 'awaited',
    personId: 'member',
    personName: '李明',
    onCrew: true,
    leaderId: 'leader',
    day: '2026-05-06',
    starts: '09:00',
    ends: '11:30',
    rostered: true,
    how: null,
    saidAt: null,
    arrivedAt: null,
    saidById: null,
    position: null,
    distance: null,
    outside: false,
    note: '',
    judgedById: null,
    judgedAt: null,
    judgement: '',
    excuse: null,
    excusedById: null,
    excusedAt: null,
    ...differing,
  };
}
