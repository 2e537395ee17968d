import { setTimeout as wait } from 'node:timers/promises';
import { columns, type Database, statement } from '../../database/index.js';
import { type Keyring, seal, unseal } from '../../secrets/index.js';
import { IntegrationTokenEntity } from '../entities.js';
import { placeOf, type SecretOwner } from '../secrets/secret-store.js';

export interface FetchedToken {
  secret: Uint8Array;
  expiresInSeconds: number;
}

interface TokenRow {
  keyId: string | null;
  sealed: Buffer | null;
  isFresh: boolean;
  isValid: boolean;
}

const READ = statement(
  { ...columns(IntegrationTokenEntity, 'keyId', 'sealed'), isFresh: 'boolean', isValid: 'boolean' },
  `
select key_id as "keyId", sealed, coalesce(refresh_at > now(), false) as "isFresh",
  coalesce(expires_at > now(), false) as "isValid"
from integration_token where integration_id = $1::uuid and name = $2`,
);

/** One server fetches; if it is gone, another may after a while. */
const CLAIM = statement(
  { claimed: 'int' },
  `
insert into integration_token as t (workspace_id, integration_id, name, fetch_until)
values ($1::uuid, $2::uuid, $3, now() + $4::float8 * interval '1 millisecond')
on conflict (integration_id, name) do update set fetch_until = excluded.fetch_until
  where (t.fetch_until is null or t.fetch_until <= now()) and coalesce(t.refresh_at <= now(), true)
returning 1 as claimed`,
);

const STORE = statement(
  {},
  `
update integration_token set key_id = $3, sealed = $4, fetch_until = null,
  refresh_at = now() + $5::float8 * $6::float8 * interval '1 second', expires_at = now() + $5::float8 * interval '1 second'
where integration_id = $1::uuid and name = $2`,
);

const FETCH_MS = 40_000;
const LOOK_AGAIN_MS = 100;
/** Renewed after this share of its life, so that nobody ever holds one that ends while it is used. */
const RENEW_AFTER = 0.8;

const UPDATE_INTEGRATION_TOKEN = statement(
  {},
  'update integration_token set fetch_until = null where integration_id = $1::uuid and name = $2',
);

/** Short-lived tokens of providers: fetched once for all servers, sealed, renewed early. */
export class Tokens {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** The token's bytes. Rejects as `fetch` does when there is no valid one. */
  async get(owner: SecretOwner, name: string, fetch: () => Promise<FetchedToken>): Promise<Uint8Array> {
    for (;;) {
      const row = await this.#read(owner, name);
      if (row?.isFresh) return this.#open(owner, name, row);
      if (await this.#claim(owner, name)) return this.#renew(owner, name, row, fetch);
      // Somebody else is fetching it: the old one does until it ends.
      if (row?.isValid) return this.#open(owner, name, row);
      await wait(LOOK_AGAIN_MS);
    }
  }

  async #renew(
    owner: SecretOwner,
    name: string,
    before: TokenRow | undefined,
    fetch: () => Promise<FetchedToken>,
  ): Promise<Uint8Array> {
    try {
      const { secret, expiresInSeconds } = await fetch();
      const { keyId, sealed } = seal(await this.keyring.keys(), placeOf(owner, 'token', name), secret);
      const life = Math.max(1, expiresInSeconds);
      await this.database.work((tx) => tx.rows(STORE, [owner.integrationId, name, keyId, sealed, life, RENEW_AFTER]));
      return secret;
    } catch (error) {
      await this.database.work((tx) => tx.rows(UPDATE_INTEGRATION_TOKEN, [owner.integrationId, name]));
      if (before?.isValid) return this.#open(owner, name, before);
      throw error;
    }
  }

  async #open(owner: SecretOwner, name: string, { keyId, sealed }: TokenRow): Promise<Uint8Array> {
    if (keyId === null || sealed === null) throw new Error('a token without its ciphertext');
    return unseal(await this.keyring.keys(), placeOf(owner, 'token', name), { keyId, sealed });
  }

  #read(owner: SecretOwner, name: string): Promise<TokenRow | undefined> {
    return this.database.look((tx) => tx.row(READ, [owner.integrationId, name]));
  }

  async #claim(owner: SecretOwner, name: string): Promise<boolean> {
    const row = await this.database.work((tx) =>
      tx.row(CLAIM, [owner.workspaceId, owner.integrationId, name, FETCH_MS]),
    );
    return row !== undefined;
  }
}
