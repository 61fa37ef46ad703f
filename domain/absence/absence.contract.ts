import { z } from 'zod';
import { act, Done, day, download, id, line, month, read } from '../kernel/contract.ts';
import { XLSX } from '../kernel/mime.ts';
import { AbsenceKind, AbsenceRow } from './absence.model.ts';

/** About a megabyte of file. */
const MOST_BASE64 = 1_400_000;

/** Everybody's for the clerk and the leaders; their own for the others. */
export const absenceList = read('absence.list', {
  words: { zh: '请假出差', en: 'Absences' },
  input: z.object({ month }),
  output: z.object({ rows: z.array(AbsenceRow), mayRecordFor: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const absenceAdd = act('absence.add', {
  words: { zh: '登记请假出差', en: 'Record an absence' },
  input: z.object({ id, personId: id, kind: AbsenceKind, from: day, to: day, note: line(200) }),
  output: Done.extend({
    vacated: z
      .array(z.object({ day: z.string(), place: z.string() }))
      .describe('published duties that fall into it: they need somebody else'),
  }),
  problems: ['absence.endsBeforeStart', 'absence.tooLong', 'record.exists'],
});

export const absenceWithdraw = act('absence.withdraw', { words: { zh: '撤销', en: 'Withdraw' }, input: z.object({ id }), output: Done });

const file = z
  .string()
  .max(MOST_BASE64, { message: '表格文件太大，最大 1 MB / the table is too large, at most 1 MB' })
  .describe('the bytes of an xlsx or csv table, in base64');

const ImportRow = z.object({
  row: z.int(),
  name: z.string(),
  kind: AbsenceKind.nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  note: z.string(),
  why: z.object({ zh: z.string(), en: z.string() }).nullable().describe('why it is not recorded'),
});

const tableProblems = ['table.empty', 'table.wrongFile', 'table.oldExcel', 'table.damaged', 'table.tooLarge', 'table.noHeader'] as const;

/** Shows what a table holds and records nothing. */
export const absencePreviewImport = act('absence.previewImport', {
  words: { zh: '预览请假表', en: 'Look at a table of leave' },
  input: z.object({ file }),
  output: z.object({ rows: z.array(ImportRow) }),
  problems: tableProblems,
});

/** Records the rows that can be, all at once; the same table again records nothing twice. */
export const absenceImport = act('absence.import', {
  words: { zh: '导入请假表', en: 'Import a table of leave' },
  input: z.object({ file }),
  output: z.object({ recorded: z.int(), rows: z.array(ImportRow) }),
  problems: tableProblems,
});

export const absenceTemplate = download('absence.template', {
  words: { zh: '请假表模板', en: 'An empty table of leave' },
  input: z.object({}),
  mime: XLSX,
});
