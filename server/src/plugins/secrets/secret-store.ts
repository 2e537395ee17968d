import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../../database/index.js';
import { type Keyring, seal, unseal } from '../../secrets/index.js';
import { IntegrationSecretEntity } from '../entities.js';

export interface SecretOwner {
  workspaceId: string;
  integrationId: string;
}

/** What a ciphertext is bound to: moved to another row it does not open. */
export const placeOf = ({ workspaceId, integrationId }: SecretOwner, kind: 'secret' | 'token', name: string): string =>
  `${workspaceId}/${integrationId}/${kind}/${name}`;

const DELETE_INTEGRATION_SECRET = statement(
  {},
  'delete from integration_secret where integration_id = $1::uuid and name = $2',
);

const INSERT_INTEGRATION_SECRET = statement(
  {},
  `insert into integration_secret (workspace_id, integration_id, name, key_id, sealed, changed_at)
         values ($1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz)
         on conflict (integration_id, name) do update set key_id = excluded.key_id, sealed = excluded.sealed,
           changed_at = excluded.changed_at`,
);

const OPEN = statement(
  columns(IntegrationSecretEntity, 'name', 'keyId', 'sealed'),
  'select name, key_id as "keyId", sealed from integration_secret where integration_id = $1::uuid and workspace_id = $2::uuid',
);

const NAMES = statement(
  columns(IntegrationSecretEntity, 'integrationId', 'name'),
  'select integration_id as "integrationId", name from integration_secret where integration_id = any($1::uuid[]) order by name',
);

/** Secrets of integrations, sealed in the database. Statements run as the worker. */
export class SecretStore {
  constructor(readonly keyring: Keyring) {}

  /** Stores each; null erases. Throws `NoKey` when there is none to seal with. */
  async write(sql: Sql, owner: SecretOwner, secrets: ReadonlyMap<string, string | null>, now: Instant): Promise<void> {
    for (const [name, text] of secrets) {
      if (text === null) {
        await sql.rows(DELETE_INTEGRATION_SECRET, [owner.integrationId, name]);
        continue;
      }
      const { keyId, sealed } = seal(await this.keyring.keys(), placeOf(owner, 'secret', name), Buffer.from(text));
      await sql.rows(INSERT_INTEGRATION_SECRET, [owner.workspaceId, owner.integrationId, name, keyId, sealed, now]);
    }
  }

  /** All secrets of an integration, opened. Throws `NoKey` with the id of the key that is gone. */
  async open(sql: Sql, owner: SecretOwner): Promise<Map<string, Buffer>> {
    const rows = await sql.rows(OPEN, [owner.integrationId, owner.workspaceId]);
    if (rows.length === 0) return new Map();
    const keys = await this.keyring.keys();
    return new Map(rows.map((row) => [row.name, unseal(keys, placeOf(owner, 'secret', row.name), row)]));
  }

  /** Names of the secrets that are set, by integration. */
  async names(sql: Sql, integrationIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await sql.rows(NAMES, [integrationIds]);
    const names = new Map<string, string[]>();
    for (const { integrationId, name } of rows) names.set(integrationId, [...(names.get(integrationId) ?? []), name]);
    return names;
  }
}
