import { columns, listOf, type RowOf, type Sql, statement } from '../database/index.js';
import { DeputyEntity } from './entities.js';

const PERIOD = columns(DeputyEntity, 'id', 'mentorId', 'deputyId', 'fromOn', 'untilOn', 'state');

/** Who stands in for a mentor, from which day and until the end of which. */
export type DeputyRow = RowOf<typeof PERIOD>;

const OF_MENTORS = statement(
  PERIOD,
  `select ${listOf(PERIOD, 'd')} from deputy d where d.mentor_id = any($1::uuid[]) and d.state <> 'ENDED'`,
);

/** The visible period of each of these mentors that runs or is to come; there is one at most. */
export const readDeputies = (sql: Sql, mentorIds: readonly string[]): Promise<DeputyRow[]> =>
  sql.rows(OF_MENTORS, [mentorIds]);

const OF_DEPUTIES = statement(
  PERIOD,
  `select ${listOf(PERIOD, 'd')} from deputy d where d.deputy_id = any($1::uuid[]) and d.state <> 'ENDED' order by d.from_on, d.id`,
);

/** The visible periods in which these people stand in for others, running or to come. */
export const readStandingIn = (sql: Sql, deputyIds: readonly string[]): Promise<DeputyRow[]> =>
  sql.rows(OF_DEPUTIES, [deputyIds]);
