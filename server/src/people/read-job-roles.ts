import { columns, listOf, type RowOf, type Sql, statement } from '../database/index.js';
import { JobRoleEntity } from './entities.js';

const JOB_ROLE = columns(JobRoleEntity, 'id', 'key', 'titles', 'duties');
const COLUMNS = listOf(JOB_ROLE, 'j');
export type JobRoleRow = RowOf<typeof JOB_ROLE>;

const READ_ALL = statement(JOB_ROLE, `select ${COLUMNS} from job_role j order by j.key`);

/** All job roles of the workspace, by key. */
export const readJobRoles = (sql: Sql): Promise<JobRoleRow[]> => sql.rows(READ_ALL);

const COUNT_PEOPLE = statement(
  { key: 'text!', count: 'int' },
  `select p.job_role as key, count(*)::int as count from person p where p.active and p.job_role = any($1::text[]) group by 1`,
);

/** How many visible people who work here have each of these job roles. */
export const countPeopleOfJobRoles = (sql: Sql, keys: readonly string[]): Promise<{ key: string; count: number }[]> =>
  sql.rows(COUNT_PEOPLE, [keys]);
