import { z } from 'zod';
import { act, Done, day, download, FactLine, id, read } from '../kernel/contract.ts';
import { DOCX } from '../kernel/mime.ts';
import { MOST_PHOTOS, SentenceKeySchema, SentenceText, SummaryRow, SummaryView } from './summary.model.ts';

export const summaryList = read('summary.list', {
  words: { zh: '总结', en: 'Summaries' },
  input: z.object({}),
  output: z.object({
    rows: z.array(SummaryRow),
    stages: z.array(z.object({ id: z.string(), name: z.string() })).describe('stages of the adopted notices that a summary can speak of'),
    today: day,
  }),
});

export const summaryGet = read('summary.get', {
  words: { zh: '总结详情', en: 'One summary' },
  input: z.object({ id }),
  output: z.object({ summary: SummaryView, history: z.array(FactLine) }),
});

export const summaryDraft = act('summary.draft', {
  words: { zh: '起草总结', en: 'Draft a summary' },
  input: z.object({
    id,
    time: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['week', 'month', 'year']), day: day.describe('any day within it') }),
      z.object({ kind: z.literal('stage'), stageId: id }),
    ]),
  }),
  output: Done,
  problems: ['record.exists', 'summary.exists', 'summary.ahead', 'summary.stageWithoutMonths'],
});

export const summaryEdit = act('summary.edit', {
  words: { zh: '修改句子', en: 'Edit a sentence' },
  input: z.object({
    id,
    key: SentenceKeySchema,
    text: SentenceText.nullable().describe('null: back to what the figures say; empty: left out'),
  }),
  output: Done,
});

export const summaryChoosePhotos = act('summary.choosePhotos', {
  words: { zh: '选照片', en: 'Choose photos' },
  input: z.object({ id, photoIds: z.array(id).max(MOST_PHOTOS) }),
  output: Done,
  problems: ['record.notFound'],
});

export const summaryRefresh = act('summary.refresh', {
  words: { zh: '更新数字', en: 'Refresh the figures' },
  input: z.object({ id }),
  output: Done,
});

export const summaryIssue = act('summary.issue', {
  words: { zh: '定稿', en: 'Make final' },
  input: z.object({ id }),
  output: Done,
  problems: ['summary.changed'],
});

export const summaryDiscard = act('summary.discard', {
  words: { zh: '作废草稿', en: 'Discard the draft' },
  input: z.object({ id }),
  output: Done,
});

export const summaryPaper = download('summary.paper', {
  words: { zh: '总结 Word 文件', en: 'The summary as a Word file' },
  mime: DOCX,
  input: z.object({ id }),
});
