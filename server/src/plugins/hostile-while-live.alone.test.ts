import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { uuidOf } from '../access/graphql/global-id.js';
import { BoardFixture } from '../boards/testing/board-fixture.js';
import { BOARD_CHANGED, BoardModel, type Change, liveClient, until, watch } from '../boards/testing/board-reader.js';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import type { Called, LoadedRelease } from './host/plugin-host.js';
import { environment, someone } from './host/testing/test-host.js';
import { CANARIES, type EchoService, echoService, everyRow, leaksIn } from './testing/canaries.js';
import { ATTACKS, type Attack, HOSTILE, tellingConfig, WAYS, writeHostilePlugins } from './testing/hostile-plugins.js';
import { type PluginFolders, pluginFolders } from './testing/plugin-folder.js';
import { CREATE, ENABLE, INTEGRATIONS, PLUGINS, TEST } from './testing/plugin-queries.js';

jest.setTimeout(600_000);
const BOARDS = 10;
const READERS = 10;
const ROUNDS = 2;

interface Watched {
  board: BoardFixture;
  enrolmentId: string;
  readers: BoardModel[];
  /** Cells as they were written, in order. */
  written: string[];
}

let folders: PluginFolders;
let service: EchoService;
let server: TestServer;
let world: PlanWorld;
const clients: Client[] = [];
const boards: Watched[] = [];
const integrations = new Map<string, string>();
const releases = new Map<string, LoadedRelease>();
/** Whatever came over sockets, and whatever was answered to requests. */
const frames: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  service = await echoService();
  folders = pluginFolders();
  writeHostilePlugins(folders, 600);
  server = await startTestServer({
    environment: { ...folders.environment, PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' },
    live: { windowMilliseconds: 10 },
    sockets: { socketsPerPerson: READERS * BOARDS },
  });
  world = await makeWorld(server);
  for (const { id, key, permissions } of await call(PLUGINS)) {
    await call(ENABLE, { pluginId: id, consent: permissions });
    if (!ATTACKS.some(({ plugin, rule }) => plugin === key && rule === undefined)) continue;
    const config = key === 'tells-secrets' ? tellingConfig(service.url, CANARIES, 'error') : {};
    const made = await call(CREATE, { pluginId: id, name: key, config });
    expect(made.userErrors).toEqual([]);
    integrations.set(key, made.integration.id);
  }
  const { registry } = server.running.plugins;
  for (const key of [...HOSTILE, 'harmless']) {
    const release = await server.database.look((tx) => registry.release(tx, world.workspace.id, key));
    if (release) releases.set(key, release);
  }
  for (let n = 0; n < BOARDS; n += 1) boards.push(await liveBoard());
}, 600_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await server?.stop();
  service?.stop();
  folders?.erase();
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
async function call(query: string, input?: object): Promise<any> {
  const answer = await ask(server, query, input ? { input } : {}, { as: world.admin });
  answers.push(JSON.stringify(answer));
  return answer;
}

/** A board with one learner and ten readers, each on a socket of their own. */
async function liveBoard(): Promise<Watched> {
  const board = await BoardFixture.make(server, world.workspace.id);
  const learner = await world.workspace.person({ name: 'Li' });
  const [enrolmentId = ''] = await board.enrol([learner], await board.version(1, ['a', 'b', 'c', 'd']));
  const token = await server.token(world.hr);
  const readers = Array.from({ length: READERS }, () => {
    const client = liveClient(server.wsUrl, { token, on: { message: (said) => frames.push(JSON.stringify(said)) } });
    clients.push(client);
    const model = new BoardModel();
    watch<{ boardChanged: Change }>(client, BOARD_CHANGED, { cohortId: board.cohortId }, ({ boardChanged }) => {
      expect(model.apply(boardChanged)).toBe(true);
    });
    return model;
  });
  await until(() => readers.every(({ cursor }) => cursor !== undefined), 'ten readers have the board');
  return { board, enrolmentId, readers, written: [] };
}

/** One change of every board, until all hundred readers show theirs. */
async function changeEveryBoard(): Promise<void> {
  await Promise.all(
    boards.map(async ({ board, enrolmentId, readers, written }) => {
      const done = (written.length % 3) + 1;
      await board.progress(enrolmentId, done);
      written.push('d'.repeat(done).padEnd(4, 'o'));
      await until(
        () => readers.every(({ changes }) => changes.length === 1 + written.length),
        `change ${written.length} came to ten readers`,
      );
    }),
  );
}

const releaseOf = (plugin: string): LoadedRelease => {
  const release = releases.get(plugin);
  if (!release) throw new Error(`no release of ${plugin}`);
  return release;
};

async function attackOnce({ plugin, rule }: Attack): Promise<Called<unknown>> {
  const { host, sessions } = server.running.plugins;
  if (rule) return host.occurrences(releaseOf(plugin), rule, [someone('a')], {}, environment);
  const opened = await sessions.open(uuidOf('Integration', integrations.get(plugin) ?? '') ?? '');
  if ('closed' in opened) throw new Error(opened.closed);
  return host.check(opened.release, opened.session);
}

/** As `attackOnce`, again when its process may be started again. One that must end is waited for: its call fails before it is gone. */
async function attack(which: Attack): Promise<Called<unknown>> {
  const { host } = server.running.plugins;
  const release = releaseOf(which.plugin);
  const restarts = () => host.health(release).restarts;
  for (;;) {
    const before = restarts();
    const called = await attackOnce(which);
    if (called.ok || called.failure.kind !== 'unavailable' || !called.failure.retryAfterMs) {
      if (which.ends) await until(() => restarts() > before, `${which.plugin} lost its process`);
      return called;
    }
    await until(
      () => host.health(releaseOf(which.plugin)).state !== 'backing-off',
      `${which.plugin} may be started again`,
    );
  }
}

describe('seven hostile plugins beside a hundred live boards', () => {
  const ended: [Attack, Called<unknown>][] = [];
  let harmless = 0;

  test('every change comes to every reader, once and in order, while processes are ended', async () => {
    let over = false;
    // The ways of one plugin one after the other, the plugins all at once.
    const attacks = Promise.all(
      HOSTILE.map(async (plugin) => {
        // On a slow machine longer: the boards must have moved meanwhile.
        for (let round = 0; round < ROUNDS || harmless <= 20; round += 1)
          for (const which of ATTACKS.filter((one) => one.plugin === plugin)) ended.push([which, await attack(which)]);
      }),
    ).finally(() => {
      over = true;
    });
    while (!over) {
      await changeEveryBoard();
      const called = await server.running.plugins.host.occurrences(
        releaseOf('harmless'),
        'rule',
        [someone('a')],
        {},
        environment,
      );
      expect(called).toEqual({ ok: true, value: [] });
      harmless += 1;
    }
    await attacks;
    await changeEveryBoard();
    for (const { readers, written } of boards)
      for (const { changes } of readers) {
        expect(changes.map(({ kind }) => kind)).toEqual(['SNAPSHOT', ...written.map(() => 'PATCH')]);
        expect(changes.slice(1).map(({ rows }) => rows.map(({ states }) => states))).toEqual(
          written.map((cells) => [cells]),
        );
      }
    // Boards moved and the harmless plugin answered all along, not before and after.
    expect(harmless).toBeGreaterThan(20);
  });

  test('each that holds, bursts or floods its process lost it, and the harmless one kept its own', async () => {
    const { host } = server.running.plugins;
    expect(ended.length).toBeGreaterThanOrEqual(ROUNDS * ATTACKS.length);
    for (const [{ plugin, rule, ends }, called] of ended)
      if (ends) expect([plugin, rule, called.ok ? 'ok' : 'failed']).toEqual([plugin, rule, 'failed']);
    const restarts = (key: string) => host.health(releaseOf(key)).restarts;
    for (const plugin of HOSTILE) {
      const ends = ended.filter(([one]) => one.plugin === plugin && one.ends).length;
      expect([plugin, restarts(plugin) >= ends]).toEqual([plugin, true]);
    }
    expect(restarts('harmless')).toBe(0);
    // Refused to kill, and found no door: both still answer.
    for (const [{ plugin }, called] of ended)
      if (plugin === 'kills' || plugin === 'escapes') {
        expect(called.ok).toBe(true);
        expect(JSON.stringify(called)).not.toMatch(/OPEN|"done"/);
      }
  });

  test('a plugin that has the secrets leaks them in every way it has, and they are in no table, log line, answer or frame', async () => {
    const { id: pluginId } = (await call(PLUGINS)).find(({ key }: { key: string }) => key === 'tells-secrets');
    const told: Record<string, string> = {};
    for (const way of WAYS) {
      const config = tellingConfig(service.url, CANARIES, way);
      const { integration } = await call(CREATE, { pluginId, name: `tells by ${way}`, config });
      await changeEveryBoard();
      const checked = await call(TEST, { integrationId: integration.id });
      expect(checked).toMatchObject({ ok: false });
      told[way] = JSON.stringify(checked.messages);
    }
    await call(PLUGINS);
    await call(INTEGRATIONS);
    // The service was really asked with them, so whatever it repeated held them.
    const heard = service.heard.join('\n');
    expect(leaksIn(heard)).toEqual(expect.arrayContaining([CANARIES.apiKey, encodeURIComponent(CANARIES.password)]));
    for (const way of WAYS) expect([way, told[way]]).toEqual([way, expect.stringContaining('***')]);
    const texts = {
      rows: await everyRow(server.sql),
      log: JSON.stringify(server.log),
      answers: answers.join('\n'),
      frames: frames.join('\n'),
      attacks: JSON.stringify(ended),
    };
    expect(frames.length).toBeGreaterThan(BOARDS * READERS);
    // What was said arrived everywhere but on boards, and so would the secrets have.
    for (const [where, text] of Object.entries(texts))
      expect([where, text.includes('***')]).toEqual([where, where !== 'frames']);
    expect(Object.entries(texts).map(([where, text]) => [where, leaksIn(text)])).toEqual(
      Object.keys(texts).map((where) => [where, []]),
    );
  });
});
