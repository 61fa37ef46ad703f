import { z } from 'zod';
import { act, Done, day, FactLine, id, month, read } from '../kernel/contract.ts';
import { RosterView } from './roster.model.ts';

export const rosterGet = read('roster.get', {
  words: { zh: '值班表', en: 'Duty roster' },
  input: z.object({ month }),
  output: RosterView.extend({ history: z.array(FactLine) }),
});

export const rosterMake = act('roster.make', {
  words: { zh: '排班', en: 'Make the roster' },
  input: z.object({ id: id.describe('of the roster; a draft of the same month is proposed anew and keeps the seats set by hand'), month }),
  output: Done,
  problems: ['roster.noPlaces', 'roster.noPeople', 'roster.exists'],
});

export const rosterAssign = act('roster.assign', {
  words: { zh: '调整班次', en: 'Change a seat' },
  input: z.object({
    id,
    day,
    placeId: id,
    n: z.int().min(0).max(50).describe('0 = leader on duty'),
    was: id.nullable().describe('who the screen showed in this seat'),
    personId: id.nullable(),
  }),
  output: Done,
  problems: ['record.changed', 'roster.seatTwice', 'roster.mayNotLead', 'roster.past'],
});

export const rosterPublish = act('roster.publish', {
  words: { zh: '发布值班表', en: 'Publish' },
  input: z.object({ id }),
  output: Done,
  problems: ['roster.emptySeats'],
});
