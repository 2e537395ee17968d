import type { Json } from '@planwright/plugin-sdk';
import { columns, type Database, statement } from '../../database/index.js';
import { IntegrationKvEntity } from '../entities.js';
import type { SecretOwner } from '../secrets/secret-store.js';

const MOST_KEYS = 1000;
const LARGEST_VALUE = 64 * 1024;
const MOST_BYTES = 1024 * 1024;
const LONGEST_KEY = 200;

/** A plugin asked for more than it may keep. */
export class QuotaExceeded extends Error {}

const SET = statement(
  { written: 'int' },
  `
insert into integration_kv as k (workspace_id, integration_id, key, value)
select $1::uuid, $2::uuid, $3, $4::jsonb
where (select count(*) < $5 and coalesce(sum(length(o.value::text)), 0) + length($4::text) <= $6
       from integration_kv o where o.integration_id = $2::uuid and o.key <> $3)
on conflict (integration_id, key) do update set value = excluded.value
returning 1 as written`,
);

const GET = statement(
  columns(IntegrationKvEntity, 'value'),
  'select value from integration_kv where integration_id = $1::uuid and key = $2',
);

const DELETE_INTEGRATION_KV = statement({}, 'delete from integration_kv where integration_id = $1::uuid and key = $2');

/** What a plugin keeps for an integration between calls: a page it has read to, an id it has been given. */
export class KeyValues {
  constructor(private readonly database: Database) {}

  async get({ integrationId }: SecretOwner, key: string): Promise<Json> {
    const row = await this.database.look((tx) => tx.row(GET, [integrationId, key]));
    return row?.value ?? null;
  }

  /** null takes the key away. Rejects with `QuotaExceeded` beyond 1,000 keys, 64 KB a value or 1 MB in all. */
  async set({ workspaceId, integrationId }: SecretOwner, key: string, value: Json): Promise<void> {
    if (value === null) {
      await this.database.work((tx) => tx.rows(DELETE_INTEGRATION_KV, [integrationId, key]));
      return;
    }
    const text = JSON.stringify(value);
    if (key === '' || key.length > LONGEST_KEY || key.includes('\0'))
      throw new QuotaExceeded(`a key has 1 to ${LONGEST_KEY} characters`);
    if (Buffer.byteLength(text) > LARGEST_VALUE) throw new QuotaExceeded(`a value has at most ${LARGEST_VALUE} bytes`);
    const row = await this.database.work((tx) =>
      tx.row(SET, [workspaceId, integrationId, key, text, MOST_KEYS, MOST_BYTES]),
    );
    if (!row) throw new QuotaExceeded(`an integration keeps at most ${MOST_KEYS} keys and ${MOST_BYTES} bytes`);
  }
}
