import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Keyring, NoKey, rotateSecrets, seal, sealingKey, unseal } from '../../secrets/index.js';
import { makeWorkspace } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { integrationSecrets } from './sealed-tables.js';
import { type SecretOwner, SecretStore } from './secret-store.js';

const NOW = '2026-01-05T01:00:00.000Z';
const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const ring = (...keys: Buffer[]) => new Keyring({ from: 'environment', keys });

describe('a sealed secret', () => {
  const place = 'workspace/integration/secret/password';

  test('opens with its key in its place, and nowhere else', () => {
    const keys = [sealingKey(one)];
    const sealed = seal(keys, place, Buffer.from('hunter2'));
    expect(unseal(keys, place, sealed).toString()).toBe('hunter2');
    expect(() => unseal(keys, 'workspace/another/secret/password', sealed)).toThrow();
    expect(() => unseal([sealingKey(two)], place, sealed)).toThrow(NoKey);
  });

  test('is noticed when one bit of it was changed', () => {
    const keys = [sealingKey(one)];
    const { keyId, sealed } = seal(keys, place, Buffer.from('hunter2'));
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => unseal(keys, place, { keyId, sealed: changed })).toThrow();
    }
  });

  test('never looks the same twice', () => {
    const keys = [sealingKey(one)];
    expect(seal(keys, place, Buffer.from('x')).sealed).not.toEqual(seal(keys, place, Buffer.from('x')).sealed);
  });
});

describe('keys in a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planwright-keys-'));
  const file = path.join(folder, 'deeper', 'secret-key');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are made once, for the owner alone; others who come at the same time get the same', async () => {
    const rings = [1, 2, 3].map(() => new Keyring({ from: 'file', file }));
    const ids = await Promise.all(rings.map(async (made) => (await made.keys())[0]?.id));
    expect(new Set(ids).size).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a server that may not make one has none, and says so when something is to be sealed', async () => {
    expect(await new Keyring({ from: 'absent' }).keys()).toEqual([]);
    expect(() => seal([], 'place', Buffer.from('x'))).toThrow(NoKey);
  });

  test('are renewed: the new one before the old, and then alone', async () => {
    const keyring = new Keyring({ from: 'file', file });
    const [before] = await keyring.keys();
    const renewed = await keyring.renew();
    expect(renewed.map(({ id }) => id)).toEqual([expect.not.stringMatching(before?.id ?? ''), before?.id]);
    await keyring.forgetOld();
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
    expect((await new Keyring({ from: 'file', file }).keys()).map(({ id }) => id)).toEqual([renewed[0]?.id]);
  });
});

describe('rotation', () => {
  let server: TestServer;
  let owner: SecretOwner;

  beforeAll(async () => {
    server = await startTestServer();
    const workspace = await makeWorkspace(server.sql);
    const row = await server.sql.row<{ id: string }>(
      `insert into integration (workspace_id, plugin_key, name, config, config_version, created_at) values ($1, 'x', 'X', '{}', 1, $2) returning id`,
      [workspace.id, NOW],
    );
    owner = { workspaceId: workspace.id, integrationId: row?.id ?? '' };
  });
  afterAll(() => server?.stop());

  const open = (keyring: Keyring) =>
    server.database.look(async (tx) => (await new SecretStore(keyring).open(tx, owner)).get('password')?.toString());

  test('seals everything with the new key; the old one is no longer needed', async () => {
    const old = new SecretStore(ring(one));
    await server.database.work((tx) => old.write(tx, owner, new Map([['password', 'hunter2']]), NOW));
    expect(await rotateSecrets(server.database, ring(two, one), integrationSecrets)).toEqual({ changed: 1, lost: [] });
    expect(await open(ring(two))).toBe('hunter2');
    await expect(open(ring(one))).rejects.toThrow(NoKey);
    expect(await rotateSecrets(server.database, ring(two, one), integrationSecrets)).toEqual({ changed: 0, lost: [] });
  });

  test('names what it cannot open, and leaves it', async () => {
    const report = await rotateSecrets(server.database, ring(one), integrationSecrets);
    expect(report).toEqual({
      changed: 0,
      lost: [{ called: `“password” of integration ${owner.integrationId}`, keyId: sealingKey(two).id }],
    });
    expect(await open(ring(two))).toBe('hunter2');
  });
});
