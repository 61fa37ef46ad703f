import { z } from 'zod';
import { act, Done, download, FactLine, id, read } from '../kernel/contract.ts';
import { DOCX } from '../kernel/mime.ts';
import { DispatchKindSchema, DispatchRow, DispatchText, DispatchView } from './dispatch.model.ts';

export const dispatchList = read('dispatch.list', {
  words: { zh: '发文', en: 'Documents issued' },
  input: z.object({}),
  output: z.object({ rows: z.array(DispatchRow) }),
});

export const dispatchGet = read('dispatch.get', {
  words: { zh: '发文详情', en: 'One document' },
  input: z.object({ id }),
  output: z.object({ dispatch: DispatchView, history: z.array(FactLine) }),
});

export const dispatchDraft = act('dispatch.draft', {
  words: { zh: '起草公文', en: 'Draft a document' },
  input: z.object({ id, kind: DispatchKindSchema }),
  output: Done,
  problems: ['record.exists'],
});

export const dispatchWrite = act('dispatch.write', {
  words: { zh: '保存公文', en: 'Save the document' },
  input: DispatchText.extend({ id, was: z.int().min(0).describe('the revision it was written on') }),
  output: Done,
  problems: ['record.changed'],
});

export const dispatchIssue = act('dispatch.issue', {
  words: { zh: '印发公文', en: 'Issue the document' },
  input: z.object({ id }),
  output: Done,
  problems: ['dispatch.incomplete'],
});

export const dispatchDiscard = act('dispatch.discard', {
  words: { zh: '作废草稿', en: 'Discard the draft' },
  input: z.object({ id }),
  output: Done,
});

export const dispatchPaper = download('dispatch.paper', {
  words: { zh: '发文 Word 文件', en: 'The document as a Word file' },
  mime: DOCX,
  input: z.object({ id }),
});
