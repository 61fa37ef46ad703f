/** A notice in the house: its text, what was read out of it, what a clerk corrected and settled, whether it is in force. */
import { z } from 'zod';
import { NoticeChanges } from './compare.model.ts';
import { DocumentTable } from './document.ts';
import { Correction, Draft, Question } from './draft.model.ts';
import { Plan } from './plan.ts';

/** What to do with the dates of a notice of a past year. The record keeps both. */
export const YearChoice = z.object({ printed: z.int(), applied: z.int().describe('equal to printed when the dates stay') });
export type YearChoice = z.infer<typeof YearChoice>;

export const Settlement = z.object({
  question: z.string(),
  option: z.string(),
  zh: z.string(),
  en: z.string(),
  byName: z.string(),
  at: z.string(),
});
export type Settlement = z.infer<typeof Settlement>;

export const Notice = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(['draft', 'adopted', 'replaced', 'discarded']),
  title: z.string(),
  number: z.string().nullable(),
  fileName: z.string().nullable(),
  text: z.string(),
  tables: z.array(DocumentTable).describe('where the tables of the file stand in the text; none for plain text'),
  plan: Plan,
  corrections: z.array(Correction),
  settlements: z.array(Settlement),
  yearChoice: YearChoice.nullable(),
  importedAt: z.string(),
  adoptedAt: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeRow = Notice.pick({ id: true, state: true, title: true, number: true, importedAt: true, adoptedAt: true }).extend({
  issuer: z.string().nullable(),
  issueDate: z.string().nullable(),
  duties: z.int(),
  open: z.int().describe('questions still to settle'),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

/** One mark in the text: which entry of the draft stands here. */
export const Mark = z.object({
  start: z.int(),
  end: z.int(),
  target: z.string().describe("'duty:…', 'task:…', 'place:…', 'patrolRule:…#people', 'member:…', 'stage:…', 'notice#title'"),
  kind: z.string(),
});
export type Mark = z.infer<typeof Mark>;

export const NoticeView = Notice.omit({ plan: true }).extend({
  issuer: z.string().nullable(),
  issueDate: z.string().nullable(),
  recipients: z.array(z.string()),
  draft: Draft.describe('with corrections and the choice of year applied'),
  questions: z.array(Question).describe('still open'),
  marks: z.array(Mark),
  noticeYear: z.int().nullable(),
  changes: NoticeChanges.nullable().describe('against what is in force already; null once adopted, and where nothing is in force'),
  askYear: z.boolean().describe('the notice is of another year and nobody has decided yet'),
});
export type NoticeView = z.infer<typeof NoticeView>;
