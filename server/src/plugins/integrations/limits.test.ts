import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Database } from '../../database/database.js';
import { Keyring } from '../../secrets/keyring.js';
import { makeWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import type { SecretOwner } from '../secrets/secret-store.js';
import { Buckets, type Rate } from './buckets.js';
import { Circuit } from './circuit.js';
import { KeyValues, QuotaExceeded } from './key-values.js';
import { Tokens } from './tokens.js';

let server: TestServer;
let replica: Database;
let owner: SecretOwner;
let neighbour: SecretOwner;

beforeAll(async () => {
  server = await startTestServer();
  replica = await Database.open({ url: server.appUrl, poolSize: 5 });
});
afterAll(async () => {
  await replica?.close();
  await server?.stop();
});
beforeEach(async () => {
  const workspace = await makeWorkspace(server.sql);
  const made = async (name: string) => {
    const row = await server.sql.row<{ id: string }>(
      `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at) values ($1, 'x', $2, '{}', 1, now()) returning id`,
      [workspace.id, name],
    );
    return { workspaceId: workspace.id, integrationId: row?.id ?? '' };
  };
  owner = await made('One');
  neighbour = await made('Two');
});

describe('buckets', () => {
  const take = (database: Database, rate: Rate, of = owner) => new Buckets(database).take(of, [{ key: 'call', rate }]);
  /** As if so much time had passed. */
  const later = (ms: number) =>
    server.sql.rows(
      `update integration_bucket set full_until = full_until - $1::float8 * interval '1 millisecond',
         taken = array(select t - $1::float8 * interval '1 millisecond' from unnest(taken) t)`,
      [ms],
    );

  test('of a long window let through exactly their number, however many servers ask at once', async () => {
    const rate = { max: 5, perMs: 3_600_000 };
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, n) => take(n % 2 ? server.database : replica, rate)),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(5);
    const refused = asked.find(({ ok }) => !ok);
    expect(refused && 'retryAfterMs' in refused && refused.retryAfterMs).toBeGreaterThan(3_590_000);
    expect((await take(replica, rate, neighbour)).ok).toBe(true);
  });

  test('in no window are more than allowed, wherever it begins', async () => {
    const rate = { max: 5, perMs: 3_600_000 };
    for (let n = 0; n < 3; n += 1) expect((await take(replica, rate)).ok).toBe(true);
    await later(1_800_000);
    for (let n = 0; n < 2; n += 1) expect((await take(replica, rate)).ok).toBe(true);
    expect((await take(replica, rate)).ok).toBe(false);
    await later(1_801_000);
    const third = await Promise.all(Array.from({ length: 10 }, () => take(replica, rate)));
    expect(third.filter(({ ok }) => ok)).toHaveLength(3);
  });

  test('of a short window leak steadily, a tenth at once', async () => {
    const rate = { max: 100, perMs: 60_000 };
    const asked = await Promise.all(Array.from({ length: 30 }, () => take(replica, rate)));
    expect(asked.filter(({ ok }) => ok).length).toBe(10);
    await later(6000);
    const next = await Promise.all(Array.from({ length: 30 }, () => take(replica, rate)));
    expect(next.filter(({ ok }) => ok).length).toBe(10);
  });

  test('take from all or from none', async () => {
    const buckets = new Buckets(replica);
    const [wide, narrow] = [
      { max: 10, perMs: 3_600_000 },
      { max: 1, perMs: 3_600_000 },
    ];
    expect(
      await buckets.take(owner, [
        { key: 'a', rate: wide },
        { key: 'b', rate: narrow },
      ]),
    ).toEqual({ ok: true });
    expect(
      (
        await buckets.take(owner, [
          { key: 'a', rate: wide },
          { key: 'b', rate: narrow },
        ])
      ).ok,
    ).toBe(false);
    const row = await server.sql.row<{ n: number }>(
      `select cardinality(taken) as n from integration_bucket where integration_id = $1 and key = 'a'`,
      [owner.integrationId],
    );
    expect(row?.n).toBe(1);
  });
});

describe('the circuit', () => {
  const fail = (times: number) => async () => {
    for (let n = 0; n < times; n += 1)
      await new Circuit(n % 2 ? server.database : replica).report(owner, 'erp', 'transient');
  };
  const ask = (of = owner, host = 'erp') => new Circuit(replica).ask(of, host);
  const pauseOver = () => server.sql.rows(`update integration_circuit set open_until = now() - interval '1 second'`);
  const health = async () =>
    (await server.sql.row<{ health: string }>('select health from integration where id = $1', [owner.integrationId]))
      ?.health;

  test('opens after five faults of ten, for this integration and host alone', async () => {
    await fail(4)();
    expect(await ask()).toEqual({ state: 'closed' });
    await fail(1)();
    expect(await ask()).toMatchObject({ state: 'open' });
    expect(await health()).toBe('OPEN_CIRCUIT');
    expect(await ask(neighbour)).toEqual({ state: 'closed' });
    expect(await ask(owner, 'mail')).toEqual({ state: 'closed' });
  });

  test('is not opened by a host that is there but refuses, nor by faults among many answers', async () => {
    const circuit = new Circuit(replica);
    for (let n = 0; n < 20; n += 1)
      await circuit.report(owner, 'erp', n % 3 === 0 ? 'transient' : n % 3 === 1 ? 'auth' : 'throttled');
    expect(await ask()).toEqual({ state: 'closed' });
  });

  test('lets one caller find out when its pause is over; a fault opens it for longer, an answer closes it', async () => {
    await fail(5)();
    await pauseOver();
    const states = await Promise.all(Array.from({ length: 10 }, () => ask()));
    expect(states.filter(({ state }) => state === 'probe')).toHaveLength(1);
    expect(states.filter(({ state }) => state === 'open')).toHaveLength(9);
    await fail(1)();
    const again = await ask();
    expect(again.state === 'open' && again.retryAfterMs).toBeGreaterThan(50_000);
    await pauseOver();
    expect(await ask()).toEqual({ state: 'probe' });
    await new Circuit(replica).report(owner, 'erp', 'ok');
    expect(await ask()).toEqual({ state: 'closed' });
    expect(await health()).toBe('HEALTHY');
    await fail(4)();
    expect(await ask()).toEqual({ state: 'closed' });
  });
});

describe('a token', () => {
  const keyring = new Keyring({ from: 'environment', keys: [Buffer.alloc(32, 3)] });
  const get = (database: Database, fetch: () => Promise<string>, expiresInSeconds = 7200) =>
    new Tokens(database, keyring)
      .get(owner, 'access', async () => ({ secret: Buffer.from(await fetch()), expiresInSeconds }))
      .then((bytes) => Buffer.from(bytes).toString());
  const age = (seconds: number) =>
    server.sql.rows(
      `update integration_token set refresh_at = refresh_at - $1 * interval '1 second', expires_at = expires_at - $1 * interval '1 second'`,
      [seconds],
    );

  test('is fetched once for all servers, and sealed', async () => {
    let fetched = 0;
    const fetch = async () => {
      fetched += 1;
      return `token-${fetched}`;
    };
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => get(n % 2 ? server.database : replica, fetch)));
    expect([fetched, new Set(all)]).toEqual([1, new Set(['token-1'])]);
    const row = await server.sql.row<{ sealed: Buffer }>(
      'select sealed from integration_token where integration_id = $1',
      [owner.integrationId],
    );
    expect(row?.sealed.toString('latin1')).not.toContain('token-1');
  });

  test('is renewed before it ends; while one server does, others use the old one', async () => {
    await get(replica, async () => 'old');
    await age(6000);
    let release: (token: string) => void = () => undefined;
    const renewing = get(replica, () => new Promise((resolve) => (release = resolve)));
    // The claim is visible when a second server no longer gets it.
    for (;;) {
      const row = await server.sql.row(
        'select 1 from integration_token where integration_id = $1 and fetch_until > now()',
        [owner.integrationId],
      );
      if (row) break;
    }
    expect(await get(server.database, async () => 'never')).toBe('old');
    release('new');
    expect(await renewing).toBe('new');
    expect(await get(server.database, async () => 'never')).toBe('new');
  });

  test('that cannot be renewed serves until it ends; without any the reason is told, and the next may try', async () => {
    await get(replica, async () => 'old');
    await age(6000);
    const broken = () => Promise.reject(new Error('the provider is down'));
    expect(await get(replica, broken)).toBe('old');
    await age(6000);
    await expect(get(replica, broken)).rejects.toThrow('the provider is down');
    expect(await get(replica, async () => 'new')).toBe('new');
  });
});

describe('what a plugin keeps', () => {
  test('is its own integration’s, within its quota', async () => {
    const values = new KeyValues(replica);
    await values.set(owner, 'page', { cursor: 7 });
    expect([await values.get(owner, 'page'), await values.get(neighbour, 'page')]).toEqual([{ cursor: 7 }, null]);
    await expect(values.set(owner, 'large', 'x'.repeat(65 * 1024))).rejects.toThrow(QuotaExceeded);
    await expect(values.set(owner, '', 1)).rejects.toThrow(QuotaExceeded);
    const chunk = 'x'.repeat(60 * 1024);
    let kept = 0;
    await expect(
      (async () => {
        for (; kept < 40; kept += 1) await values.set(owner, `chunk-${kept}`, chunk);
      })(),
    ).rejects.toThrow(QuotaExceeded);
    expect(kept).toBe(17);
    await values.set(owner, 'chunk-0', null);
    await values.set(owner, 'chunk-17', chunk);
    expect(await values.get(owner, 'chunk-0')).toBeNull();
  });
});
