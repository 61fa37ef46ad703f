/** Keyset paging: the cursor names the last row seen, so that page 500 costs what page 1 does. */
import { type ExpressionBuilder, type ReferenceExpression, sql } from 'kysely';
import { z } from 'zod';
import { day, instant, id as uuid } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';

const CursorParts = z.tuple([z.union([day, instant]), uuid]);

export interface Cursor {
  readonly at: string;
  readonly id: string;
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString('base64url');
}

export function decodeCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, string];
    if (CursorParts.safeParse([at, id]).success) return { at, id };
  } catch {
    // falls through to the one answer for every cursor that is none
  }
  throw new Problem('request.invalid', { field: 'after', zh: '翻页标记无效', en: 'the paging cursor is not valid' });
}

/** `(at, id) < (cursor.at, cursor.id)`: the rows after the cursor, newest first. */
export function after<DB, TB extends keyof DB>(
  eb: ExpressionBuilder<DB, TB>,
  at: ReferenceExpression<DB, TB>,
  id: ReferenceExpression<DB, TB>,
  cursor: Cursor,
) {
  return sql<boolean>`(${eb.ref(at as never)}, ${eb.ref(id as never)}) < (${cursor.at}, ${cursor.id}::uuid)`;
}

/** Cuts the one row read too many and says where the next page begins. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => string,
): { readonly rows: Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? encodeCursor({ at: at(last), id: last.id }) : null };
}
