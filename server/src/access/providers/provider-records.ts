import { columns, listOf, type RowOf, type Sql, statement } from '../../database/index.js';
import { type Keyring, sealedTable, unseal } from '../../secrets/index.js';
import { IdentityProviderEntity } from './entities.js';
import type { ProviderAccess } from './provider-connections.js';

const PROVIDER = columns(
  IdentityProviderEntity,
  'id',
  'workspaceId',
  'name',
  'issuer',
  'clientId',
  'keyId',
  'sealed',
  'enabled',
  'createsPeople',
  'onlyWay',
  'emailDomains',
  'sameAsScim',
  'roleMapping',
  'emergencyPersonId',
  'changedAt',
);
export type ProviderRecord = RowOf<typeof PROVIDER>;
const LISTED = listOf(PROVIDER, 'p');

const FIND = statement(PROVIDER, `select ${LISTED} from identity_provider p where p.id = $1`);
/** For a browser that is sent to it: of a live workspace, and switched on. */
export const findProvider = (sql: Sql, id: string): Promise<ProviderRecord | undefined> => sql.row(FIND, [id]);

const LIST = statement(
  PROVIDER,
  `select ${LISTED} from identity_provider p where p.workspace_id = $1 order by p.created_at, p.id`,
);
export const listProviders = (sql: Sql, workspaceId: string): Promise<ProviderRecord[]> =>
  sql.rows(LIST, [workspaceId]);

const OFFERED = statement(
  { ...columns(IdentityProviderEntity, 'id', 'name', 'onlyWay'), workspaceName: 'text' },
  `select p.id, p.name, p.only_way as "onlyWay", w.name as "workspaceName" from identity_provider p
   join workspace w on w.id = p.workspace_id and w.kind = 'LIVE' where p.enabled order by p.created_at, p.id`,
);
/** What the sign-in page offers. */
export const offeredProviders = (sql: Sql) => sql.rows(OFFERED);

/** What the secret of a provider is sealed for. */
export const placeOfSecret = ({ workspaceId, id }: { workspaceId: string; id: string }): string =>
  `${workspaceId}/identity_provider/${id}/client-secret`;

/** The provider with its secret, opened. Throws `NoKey` when the key is gone. */
export async function accessTo(keyring: Keyring, record: ProviderRecord): Promise<ProviderAccess> {
  const { id, issuer, clientId, changedAt } = record;
  const clientSecret = unseal(await keyring.keys(), placeOfSecret(record), record).toString('utf8');
  return { id, issuer, clientId, clientSecret, changedAt };
}

/** Client secrets of all providers. */
export const sealedClientSecrets = sealedTable({
  old: statement(
    columns(IdentityProviderEntity, 'id', 'workspaceId', 'name', 'keyId', 'sealed'),
    `select id, workspace_id as "workspaceId", name, key_id as "keyId", sealed
     from identity_provider where key_id <> $1 order by id for update`,
  ),
  sealAgain: statement({}, 'update identity_provider set key_id = $2, sealed = $3 where id = $1::uuid'),
  of: (row) => ({
    ...row,
    place: placeOfSecret(row),
    called: `The client secret of the sign-in provider “${row.name}”`,
  }),
});
