/** Empties the public schema of what this program's account made in it; extensions and the work of other accounts stay. */
import type pg from 'pg';

const EMPTY = `
  do $$
  declare one record;
  begin
    for one in
      select format('drop %s if exists %I.%I cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, 'public', relname) as drop
      from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relowner = current_user::regrole and not relispartition
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    loop execute one.drop; end loop;
    for one in
      select format('drop routine if exists %s cascade', oid::regprocedure) as drop
      from pg_proc
      where pronamespace = 'public'::regnamespace and proowner = current_user::regrole
        and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    loop execute one.drop; end loop;
    for one in
      select format('drop type if exists %s cascade', oid::regtype) as drop
      from pg_type
      where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r') and typowner = current_user::regrole
        and not exists (select from pg_depend where objid = pg_type.oid and deptype = 'e')
    loop execute one.drop; end loop;
  end $$`;

export async function emptyDatabase(db: Pick<pg.Pool, 'query'>): Promise<void> {
  await db.query(EMPTY);
}
