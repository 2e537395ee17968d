import { type Database, statement } from '../../database/index.js';
import type { Keyring, Keys } from './keyring.js';
import { seal, unseal } from './seal.js';
import { placeOf } from './secret-store.js';

export interface Rotated {
  /** Secrets that were encrypted again. */
  changed: number;
  /** By integration and name: the key that sealed them is not known. They stay as they are. */
  lost: { integrationId: string; name: string; keyId: string }[];
}

const WHERE = { id: 'uuid', workspaceId: 'uuid', integrationId: 'uuid', name: 'text' } as const;

function statementsOf<Sealed extends { keyId: 'text' | 'text!'; sealed: 'bytea' | 'bytea!' }>(
  table: 'integration_secret' | 'integration_token',
  sealed: Sealed,
) {
  return {
    /** What another key than $1 has sealed. */
    old: statement(
      { ...WHERE, ...sealed },
      `select id, workspace_id as "workspaceId", integration_id as "integrationId", name, key_id as "keyId", sealed
       from ${table} where sealed is not null and key_id <> $1 order by id for update`,
    ),
    sealAgain: statement({}, `update ${table} set key_id = $2, sealed = $3 where id = $1::uuid`),
  };
}

const STATEMENTS = {
  secret: statementsOf('integration_secret', { keyId: 'text', sealed: 'bytea' }),
  // A token that is being fetched has none yet.
  token: statementsOf('integration_token', { keyId: 'text!', sealed: 'bytea!' }),
};

/**
 * Seals everything with a fresh key (or the first of the environment's) and forgets the old one when nothing needs it any
 * more. May be run while servers work with keys of the environment; with a key file, servers are started again afterwards.
 */
export async function rotateSecrets(database: Database, keyring: Keyring): Promise<Rotated> {
  const keys = await keyring.renew();
  const report: Rotated = { changed: 0, lost: [] };
  for (const kind of ['secret', 'token'] as const) await rotateTable(database, keys, kind, report);
  if (report.lost.length === 0) await keyring.forgetOld();
  return report;
}

async function rotateTable(database: Database, keys: Keys, kind: 'secret' | 'token', report: Rotated): Promise<void> {
  await database.work(async (tx) => {
    const rows = await tx.rows(STATEMENTS[kind].old, [keys[0]?.id ?? '']);
    for (const row of rows) {
      const { id, name, keyId, integrationId } = row;
      if (!keys.some((key) => key.id === keyId)) {
        report.lost.push({ integrationId, name, keyId });
        continue;
      }
      const place = placeOf(row, kind, name);
      const fresh = seal(keys, place, unseal(keys, place, row));
      await tx.rows(STATEMENTS[kind].sealAgain, [id, fresh.keyId, fresh.sealed]);
      report.changed += 1;
    }
  });
}
