import type { Sql } from '../../database/index.js';

const STATEMENT = `select id from cohort where id = any($1::uuid[])`;

/** Which of these cohorts the transaction's policies show. */
export async function visibleCohorts(sql: Sql, boardIds: readonly string[]): Promise<Set<string>> {
  return new Set((await sql.rows<{ id: string }>(STATEMENT, [boardIds])).map(({ id }) => id));
}
