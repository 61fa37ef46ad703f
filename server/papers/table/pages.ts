/** The rows of a list, page after page, as a table is written from them. */
interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A page is fetched when the one before it has gone out. */
export async function* pagesOf<Row>(fetch: (after: string | undefined, limit: number) => Promise<ListPage<Row>>): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const page: ListPage<Row> = await fetch(after, ROWS_AT_ONCE);
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

const ROWS_AT_ONCE = 500;
