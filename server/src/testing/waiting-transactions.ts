import type { Sql } from '../database/sql.js';

/** A waiting transaction waits for another one, which belongs to no database: the waiter's other locks say where it is. */
const STATEMENT = `
select count(distinct l.pid)::int as count from pg_locks l
where not l.granted and l.pid in
  (select d.pid from pg_locks d where d.database = (select oid from pg_database where datname = current_database()))`;

/** Resolves when `count` transactions of this database wait for a lock, or when `over` says that none will. */
export async function untilWaiting(sql: Sql, count: number, over: () => boolean = () => false): Promise<void> {
  while (!over() && ((await sql.row<{ count: number }>(STATEMENT))?.count ?? 0) < count);
}
