/** A summary: figures counted from the records, sentences drafted from them, what the clerk made of them, photos. */
import { z } from 'zod';
import { line, OfferedAct } from '../kernel/contract.ts';
import { Figures } from './figures.model.ts';
import {
  type SentenceKey,
  type SummaryKind,
  type SummaryPart,
  type SummaryState,
  sentenceKeys,
  summaryKinds,
  summaryParts,
  summaryStates,
} from './summary.states.ts';

export const SummaryKindSchema = z.enum(Object.keys(summaryKinds) as [SummaryKind, ...SummaryKind[]]);
export const SentenceKeySchema = z.enum(Object.keys(sentenceKeys) as [SentenceKey, ...SentenceKey[]]);
const SummaryStateSchema = z.enum(Object.keys(summaryStates) as [SummaryState, ...SummaryState[]]);

export const SentenceText = line(3_000);

export const Edit = z.object({
  text: z.string().describe('empty: the clerk left the sentence out'),
  basis: z.string().describe('what the figures had drafted when the clerk last looked'),
  byName: z.string(),
  at: z.string(),
});
export type Edit = z.infer<typeof Edit>;

const Sentences = z.partialRecord(SentenceKeySchema, z.string());
const Edits = z.partialRecord(SentenceKeySchema, Edit);
export const MOST_PHOTOS = 12;

export const Summary = z.object({
  id: z.string(),
  unitId: z.string(),
  kind: SummaryKindSchema,
  state: SummaryStateSchema,
  from: z.string(),
  to: z.string(),
  name: z.string().describe('the time in words: 2026年5月'),
  figures: Figures,
  drafted: Sentences.describe('the sentences as the figures draft them'),
  edits: Edits.describe('what the clerk wrote instead; it outlives every refresh'),
  photoIds: z.array(z.string()),
  photosChosen: z.boolean().describe('a person chose them: a refresh leaves them alone'),
  countedAt: z.string(),
  issuedAt: z.string().nullable(),
  issuedById: z.string().nullable(),
});
export type Summary = z.infer<typeof Summary>;

export const SummarySentence = z.object({
  key: SentenceKeySchema,
  part: z.enum(Object.keys(summaryParts) as [SummaryPart, ...SummaryPart[]]),
  text: z.string().describe('as it stands on the paper'),
  drafted: z.string().describe('as the figures say it now; empty where they say nothing'),
  edited: z.boolean(),
  changed: z.boolean().describe('the figures say something else than when it was edited'),
});
export type SummarySentence = z.infer<typeof SummarySentence>;

export const SummaryPhoto = z.object({
  id: z.string(),
  issueNo: z.int(),
  role: z.enum(['before', 'after']),
  caption: z.string().describe('time, place and what it shows'),
  chosen: z.boolean(),
});
export type SummaryPhoto = z.infer<typeof SummaryPhoto>;

export const SummaryRow = Summary.pick({ id: true, kind: true, state: true, from: true, to: true, name: true, countedAt: true }).extend({
  changed: z.int().describe('edited sentences whose figures have changed'),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

export const SummaryView = Summary.omit({ drafted: true, edits: true, photoIds: true }).extend({
  title: z.string(),
  unitName: z.string(),
  sentences: z.array(SummarySentence),
  photos: z.array(SummaryPhoto).describe('those chosen, and the others of the problems of this time'),
  acts: z.array(OfferedAct),
});
export type SummaryView = z.infer<typeof SummaryView>;
