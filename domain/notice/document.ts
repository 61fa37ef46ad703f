/** What a reader makes of a file: its words as one text, and where its tables stand in that text. */
import { z } from 'zod';
import { Span } from './plan.ts';

/** One cell of a table. Its words stand at `span` of the text; a merged cell covers several rows or columns. */
export const TableCell = z.object({
  row: z.int().min(0),
  column: z.int().min(0),
  rows: z.int().positive().describe('how many rows it covers'),
  columns: z.int().positive(),
  span: Span,
});
export type TableCell = z.infer<typeof TableCell>;

/** A table of the document; `span` covers all its cells. Every cell begins on a line of its own in the text. */
export const DocumentTable = z.object({ span: Span, cells: z.array(TableCell) });
export type DocumentTable = z.infer<typeof DocumentTable>;

export const NoticeDocument = z.object({ text: z.string(), tables: z.array(DocumentTable) });
export type NoticeDocument = z.infer<typeof NoticeDocument>;
