import { columns, listOf, type RowOf, type Sql, statement } from '../database/index.js';
import { PersonIdentityEntity, RoleGrantEntity } from './entities.js';

const IDENTITY = columns(PersonIdentityEntity, 'personId', 'source', 'externalId', 'owns', 'linkedAt');
const READ_IDENTITIES = statement(
  IDENTITY,
  `select ${listOf(IDENTITY, 'i')} from person_identity i where i.person_id = any($1::uuid[]) order by i.source, i.external_id`,
);

/** The visible identities of these people, by source. */
export const readIdentities = (sql: Sql, ids: readonly string[]): Promise<RowOf<typeof IDENTITY>[]> =>
  sql.rows(READ_IDENTITIES, [ids]);

const GRANT = columns(RoleGrantEntity, 'personId', 'role', 'departmentId', 'source', 'grantedAt', 'grantedBy');
const READ_GRANTS = statement(
  GRANT,
  `select ${listOf(GRANT, 'g')} from role_grant g where g.person_id = any($1::uuid[]) order by g.role, g.department_id nulls first, g.source`,
);

/** The visible role grants of these people one by one, with where they come from. */
export const readGrants = (sql: Sql, ids: readonly string[]): Promise<RowOf<typeof GRANT>[]> =>
  sql.rows(READ_GRANTS, [ids]);
