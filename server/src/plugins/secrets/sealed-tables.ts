import { statement } from '../../database/index.js';
import { sealedTable } from '../../secrets/index.js';
import { placeOf } from './secret-store.js';

const WHERE = { id: 'uuid', workspaceId: 'uuid', integrationId: 'uuid', name: 'text' } as const;

function sealedIn<Sealed extends { keyId: 'text' | 'text!'; sealed: 'bytea' | 'bytea!' }>(
  table: 'integration_secret' | 'integration_token',
  kind: 'secret' | 'token',
  sealed: Sealed,
) {
  return sealedTable({
    old: statement(
      { ...WHERE, ...sealed },
      `select id, workspace_id as "workspaceId", integration_id as "integrationId", name, key_id as "keyId", sealed
       from ${table} where sealed is not null and key_id <> $1 order by id for update`,
    ),
    sealAgain: statement({}, `update ${table} set key_id = $2, sealed = $3 where id = $1::uuid`),
    of: (row) => ({
      ...row,
      place: placeOf(row, kind, row.name),
      called: `“${row.name}” of integration ${row.integrationId}`,
    }),
  });
}

/** What is sealed of integrations: secrets that somebody entered, and tokens that were fetched with them. */
export const integrationSecrets = [
  sealedIn('integration_secret', 'secret', { keyId: 'text', sealed: 'bytea' }),
  // A token that is being fetched has none yet.
  sealedIn('integration_token', 'token', { keyId: 'text!', sealed: 'bytea!' }),
];
