import { z } from 'zod';
import { act, Done, FactLine, id, line, OfferedAct, read } from '../kernel/contract.ts';
import { Correction } from './draft.model.ts';
import { NoticeRow, NoticeView } from './notice.model.ts';

/** The longest notice we read: a 200-page book is no notice. */
export const MAX_NOTICE_CHARACTERS = 400_000;
export const MAX_NOTICE_BYTES = 8 * 1024 * 1024;

export const noticeList = read('notice.list', {
  words: { zh: '来文', en: 'Notices' },
  input: z.object({}),
  output: z.object({ rows: z.array(NoticeRow), mayImport: z.boolean() }),
});

export const noticeGet = read('notice.get', {
  words: { zh: '来文与方案', en: 'A notice and its draft' },
  input: z.object({ id }),
  output: z.object({ notice: NoticeView, history: z.array(FactLine), acts: z.array(OfferedAct) }),
});

/** A sentence of a notice with a little before and after: what the 依据 mark opens. */
export const noticePassage = read('notice.passage', {
  words: { zh: '依据', en: 'Source' },
  input: z.object({ id, start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(0) }),
  output: z.object({
    noticeId: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    before: z.string(),
    passage: z.string(),
    after: z.string(),
  }),
});

export const noticeImport = act('notice.import', {
  words: { zh: '导入公文', en: 'Import a notice' },
  input: z.object({
    id,
    text: z
      .string()
      .max(MAX_NOTICE_CHARACTERS)
      .refine((text) => text.isWellFormed(), { message: '含有不能保存的字符 / it holds characters that cannot be kept' })
      .optional()
      .describe('pasted text'),
    html: z
      .string()
      .max(MAX_NOTICE_BYTES)
      .optional()
      .describe('the same as the clipboard holds it of a web page or of Word, with its tables'),
    file: z
      .object({ name: line(200), base64: z.base64().max(Math.ceil((MAX_NOTICE_BYTES * 4) / 3)) })
      .optional()
      .describe('Word (docx, doc, wps), PDF with text, web page or text; told by its bytes, not by its name'),
  }),
  output: z.object({ id, title: z.string() }),
  problems: [
    'notice.notText',
    'notice.empty',
    'notice.tooLong',
    'notice.wrongFile',
    'notice.damaged',
    'notice.encrypted',
    'notice.pictureOnly',
    'notice.tooComplex',
    'notice.imported',
    'record.exists',
  ],
});

export const noticeCorrect = act('notice.correct', {
  words: { zh: '更正', en: 'Correct' },
  input: z.object({ id, correction: Correction, was: z.json().describe('the value the screen showed') }),
  output: Done,
  problems: ['notice.badCorrection', 'record.changed'],
});

/** Many at once: a clerk goes down the list, or takes the rest of it as read. */
export const noticeReview = act('notice.review', {
  words: { zh: '核对', en: 'Check' },
  input: z.object({
    id,
    targets: z.array(z.string().max(500)).min(1).max(2000).describe("'duty:KEY', 'place:KEY', 'patrolRule:KEY', 'member:KEY', 'stage:KEY'"),
    accepted: z.boolean().describe('false puts them back among the unchecked'),
  }),
  output: Done,
  problems: ['notice.badCorrection'],
});

/** Takes the clerk's own correction of one field back: what the notice says stands again. */
export const noticeTakeBack = act('notice.takeBack', {
  words: { zh: '撤回更正', en: 'Take back' },
  input: z.object({ id, target: z.string().max(500), field: line(50) }),
  output: Done,
  problems: ['notice.nothingToTakeBack'],
});

export const noticeSettle = act('notice.settle', {
  words: { zh: '确认', en: 'Settle' },
  input: z.object({ id, question: z.string().max(2000), option: line(100) }),
  output: Done,
  problems: ['notice.unknownQuestion'],
});

/** Opens a settled question again: its answer and the corrections that came with it are taken back, in the other draft too. */
export const noticeUnsettle = act('notice.unsettle', {
  words: { zh: '重新确认', en: 'Open again' },
  input: z.object({ id, question: z.string().max(2000) }),
  output: Done,
  problems: ['notice.unknownQuestion'],
});

export const noticeChooseYear = act('notice.chooseYear', {
  words: { zh: '选择年份', en: 'Choose the year' },
  input: z.object({ id, applied: z.int().min(1949).max(2100) }),
  output: Done,
});

export const noticeAdopt = act('notice.adopt', {
  words: { zh: '采纳为工作方案', en: 'Adopt' },
  input: z.object({ id }),
  output: Done.extend({
    duties: z.int(),
    tasks: z.int(),
    places: z.int(),
    changes: z
      .object({ added: z.int(), changed: z.int(), same: z.int(), joined: z.int(), ended: z.int() })
      .describe('of the duties, against what was in force'),
  }),
  problems: ['notice.unsettled', 'notice.yearUndecided', 'notice.ordersNothing'],
});

export const noticeDiscard = act('notice.discard', { words: { zh: '作废', en: 'Discard' }, input: z.object({ id }), output: Done });
