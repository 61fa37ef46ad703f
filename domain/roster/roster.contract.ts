import { z } from 'zod';
import { act, Done, day, download, FactLine, id, month, read } from '../kernel/contract.ts';
import { XLSX } from '../kernel/mime.ts';
import { Explained, OneMore, RepairChoice } from './explain.model.ts';
import { RosterTerms, RosterView, SolvingState } from './roster.model.ts';

const seatRef = z.object({ day, placeId: id, n: z.int().min(0).max(50).describe('0 = leader on duty') });

export const rosterGet = read('roster.get', {
  words: { zh: '值班表', en: 'Duty roster' },
  input: z.object({ month }),
  output: RosterView.extend({ history: z.array(FactLine) }),
});

/** How the search for a fairer roster is going; light enough to be asked twice a second. */
export const rosterProgress = read('roster.progress', {
  words: { zh: '排班进度', en: 'Progress of the roster' },
  input: z.object({ id }),
  output: SolvingState,
});

export const rosterMake = act('roster.make', {
  words: { zh: '排班', en: 'Make the roster' },
  input: z.object({
    id: id.describe('of the roster; a draft of the same id is proposed anew and keeps its pinned seats'),
    month: month.describe('the first month'),
    months: z.int().min(1).max(12).default(1),
  }),
  output: Done.describe('complete at once; the server goes on making it fairer until it is done or stopped'),
  problems: ['roster.noPlaces', 'roster.noPeople', 'roster.exists'],
});

export const rosterStop = act('roster.stop', {
  words: { zh: '停止并采用目前最好的', en: 'Stop and keep the best so far' },
  input: z.object({ id }),
  output: z.object({ id: z.string() }),
});

export const rosterAssign = act('roster.assign', {
  words: { zh: '调整班次', en: 'Change seats' },
  input: z.object({
    id,
    changes: z
      .array(seatRef.extend({ was: id.nullable().describe('who the screen showed in this seat'), personId: id.nullable() }))
      .min(1)
      .max(60)
      .describe('made together or not at all: an exchange is two of them'),
  }),
  output: Done,
  problems: [
    'record.changed',
    'roster.seatTwice',
    'roster.mayNotLead',
    'roster.away',
    'roster.apart',
    'roster.unrested',
    'roster.past',
    'roster.patrolBegun',
  ],
});

export const rosterPin = act('roster.pin', {
  words: { zh: '固定班次', en: 'Pin seats' },
  input: z.object({ id, seats: z.array(seatRef).min(1).max(500), pinned: z.boolean() }),
  output: Done,
});

export const rosterPublish = act('roster.publish', {
  words: { zh: '发布值班表', en: 'Publish' },
  input: z.object({ id }),
  output: Done,
  problems: ['roster.emptySeats', 'roster.broken', 'roster.solving'],
});

export const rosterCut = act('roster.cut', {
  words: { zh: '余下另排', en: 'Make the rest anew' },
  input: z.object({ id, month: month.describe('the last month that stays; patrols planned after it are cancelled') }),
  output: Done,
  problems: ['roster.nothingLeft', 'roster.patrolBegun'],
});

export const rosterDiscard = act('roster.discard', {
  words: { zh: '作废草稿', en: 'Discard the draft' },
  input: z.object({ id }),
  output: Done,
});

export const rosterSetTerms = act('roster.setTerms', {
  words: { zh: '调整值班约定', en: 'Change the terms of duty' },
  input: z.object({ was: RosterTerms.describe('the terms the screen showed'), terms: RosterTerms }),
  output: RosterTerms,
  problems: ['record.changed'],
});

export const rosterExplain = read('roster.explain', {
  words: { zh: '为什么是他', en: 'Why this person' },
  input: seatRef.extend({ id, n: z.coerce.number().int().min(0).max(50) }),
  output: Explained,
});

export const rosterOneMore = read('roster.oneMore', {
  words: { zh: '再多一人会怎样', en: 'With one more person' },
  input: z.object({ id, role: z.enum(['leader', 'member']) }),
  output: OneMore,
});

export const rosterRepairs = read('roster.repairs', {
  words: { zh: '替换方案', en: 'Ways to repair' },
  input: z.object({ id, personId: id.describe('who cannot come'), from: day, to: day }),
  output: z.object({
    vacated: z.int().describe('seats of these days whose holder is away'),
    fewest: z.int().describe('no repair changes fewer seats'),
    choices: z.array(RepairChoice),
  }),
});

/** 值班表 as an Excel workbook: the days of a month, or of the whole roster it belongs to. */
export const rosterTable = download('roster.table', {
  words: { zh: '值班表（Excel）', en: 'Duty roster as a table' },
  input: z.object({ month, whole: z.enum(['true']).optional().describe('all months of the roster') }),
  mime: XLSX,
  problems: ['record.notFound'],
});
