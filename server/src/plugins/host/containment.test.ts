import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoadedRelease, PluginReadError } from './plugin-host.js';
import { residentMemory } from './process/resident-memory.js';
import { underAttack } from './testing/attack.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { hostilePlugin } from './testing/hostile-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { environment, someone, startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
const INNOCENT = pluginCode(
  `reminderRules: { rule: { occurrences: (people, _, { from }) => people.map(({ person }) => ({ person, key: 'k', at: from, hard: false, about: {}, why: {} })) } }`,
);

let test: TestHost;
/** Ends soon who holds its process; all others have their time. */
let hasty: TestHost;
let innocent: LoadedRelease;
beforeAll(async () => {
  test = await startTestHost();
  hasty = await startTestHost({ ruleMs: 1_500, callMs: 1_500 });
  innocent = await buildPlugin({ code: INNOCENT, contributes: [{}] });
  console.log(`at isolation level ${test.host.isolation.level}`);
});
afterAll(async () => {
  await test.host.stop();
  await hasty.host.stop();
});

const rule = (release: LoadedRelease, key: string, { host } = test) =>
  host.occurrences(release, key, [someone('a')], {}, environment);

/** The server went on: other plugins were served and its timers fired all along. */
const expectServed = ({ served, ticks }: { served: number; ticks: number }): void => {
  expect(served).toBeGreaterThan(1);
  expect(ticks).toBeGreaterThan(1);
};

describe('G1: an endless loop never stalls the server', () => {
  it.each(['rule', 'pattern'])('in a %s it is ended at its deadline', async (key) => {
    const release = await hostilePlugin('endless-loop');
    const attack = await underAttack(test.host, innocent, () => rule(release, key, hasty));
    expect(attack.result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expectServed(attack);
  });

  it('after an await, too; and the plugin is there again for the next call', async () => {
    const release = await hostilePlugin('endless-loop');
    const attack = await underAttack(test.host, innocent, () => hasty.host.check(release, memorySession()));
    expect(attack.result).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
    expectServed(attack);
    let again = await rule(release, 'fine', hasty);
    while (!again.ok) again = await rule(release, 'fine', hasty);
    expect(again).toEqual({ ok: true, value: [] });
    expect(hasty.host.health(release).restarts).toBeGreaterThan(0);
  });
});

describe('G2: the end of a plugin’s process is the end of its calls, and of nothing else', () => {
  it.each(['exit', 'abort'])('by %s', async (key) => {
    const release = await hostilePlugin('ends-itself');
    expect(await rule(release, key)).toMatchObject({ ok: false, failure: { kind: 'died' } });
    expect(await rule(innocent, 'rule')).toMatchObject({ ok: true });
  });

  it('by a rejection that nobody handles, and by a throw in a timer', async () => {
    const release = await hostilePlugin('ends-itself');
    // The rule's own answer, a promise, is refused first; the process goes down behind it.
    expect(await rule(release, 'rejection')).toMatchObject({ ok: false });
    expect(await test.host.check(release, memorySession())).toMatchObject({ ok: false, failure: { kind: 'died' } });
  });

  it('a stack overflow is an error like any other', async () => {
    const release = await hostilePlugin('ends-itself');
    expect(await rule(release, 'overflow')).toMatchObject({ ok: false, failure: { kind: 'error' } });
  });

  it('it cannot kill the server, nor by any function of the process itself', async () => {
    const release = await hostilePlugin('kills');
    const called = await test.host.check(release, memorySession());
    expect(called).toMatchObject({ ok: true });
    if (called.ok) for (const message of called.value.messages) expect(message.en).toMatch(/^refused/);
  });

  it('killed from outside, its call settles as died and the next one is served', async () => {
    const release = await buildPlugin({
      code: pluginCode('check: (ctx) => ctx.kv.get("x").then(() => ({ verdict: "ok", messages: [] }))'),
    });
    const session = memorySession();
    const asked = new Promise<void>((resolve) => {
      session.kv.get = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const called = test.host.check(release, session);
    await asked;
    for (const pid of test.host.pids(release)) process.kill(-pid, 'SIGKILL');
    expect(await called).toMatchObject({ ok: false, failure: { kind: 'died' } });
    expect(await test.host.check(release, memorySession())).toMatchObject({ ok: true });
  });

  it('one that keeps ending is started less and less often, and calls are told when to come back', async () => {
    const eager = await startTestHost({ backoff: { firstMs: 60_000, lastMs: 120_000, patienceMs: 10 } });
    const release = await hostilePlugin('ends-itself');
    const call = () => eager.host.occurrences(release, 'exit', [someone('a')], {}, environment);
    expect(await call()).toMatchObject({ ok: false, failure: { kind: 'died' } });
    const second = await call();
    expect(second).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
    expect(!second.ok && (second.failure.retryAfterMs ?? 0) > 10).toBe(true);
    expect(eager.host.health(release).state).toBe('backing-off');
    await eager.host.stop();
  });
});

describe('G3: a leak is contained', () => {
  it.each(['buffers', 'heap'])('a bomb of %s ends its own process only', async (key) => {
    const release = await hostilePlugin('memory-bomb');
    const attack = await underAttack(test.host, innocent, () => rule(release, key));
    expect(attack.result).toMatchObject({ ok: false });
    expectServed(attack);
    expect(await residentMemory(process.pid).then((bytes) => (bytes ?? 0) < 3 * 1024 ** 3)).toBe(true);
  });

  it('one that grows without holding its process is seen and ended', async () => {
    const watched = await startTestHost({ pollMs: 20, heapMb: 64, beyondHeapMb: 128, callMs: 60_000 });
    const release = await hostilePlugin('memory-bomb');
    const called = await watched.host.check(release, memorySession());
    expect(called).toMatchObject({ ok: false, failure: { kind: 'died' } });
    expect(called.ok ? '' : called.failure.message).toMatch(/MiB/);
    await watched.host.stop();
  });

  it('a process is replaced after a number of calls, before its leaks add up', async () => {
    const short = await startTestHost({ recycleCalls: 3 });
    const release = await hostilePlugin('memory-bomb');
    const processes = new Set<number>();
    for (let n = 0; n < 9; n += 1) {
      expect(await short.host.occurrences(release, 'leak', [someone('a')], {}, environment)).toEqual({
        ok: true,
        value: [],
      });
      const pid = short.host.pids(release).at(-1);
      if (pid !== undefined) processes.add(pid);
    }
    expect(processes.size).toBe(3);
    expect(short.host.health(release)).toEqual({ state: 'ready', restarts: 0 });
    await short.host.stop();
  });
});

describe('G4: no flood of messages or logs', () => {
  it('lines of log are counted and dropped', async () => {
    const release = await hostilePlugin('flood');
    const before = hasty.lines.length;
    await underAttack(test.host, innocent, () => rule(release, 'console', hasty)).then(expectServed);
    expect(hasty.lines.length - before).toBeLessThan(500);
  });

  it('more questions at once than allowed end the process', async () => {
    const release = await hostilePlugin('flood');
    const session = memorySession();
    session.kv.get = () => new Promise(() => undefined);
    const attack = await underAttack(test.host, innocent, () => test.host.check(release, session));
    expect(attack.result).toMatchObject({ ok: false, failure: { kind: 'protocol' } });
  });

  it('an answer of 50 MB is refused', async () => {
    const release = await hostilePlugin('flood');
    const called = await rule(release, 'huge');
    // Refused by its own side, or ended over its memory before that.
    expect(['protocol', 'died']).toContain(called.ok ? 'ok' : called.failure.kind);
  });

  it('of a million records only those are made that somebody reads', async () => {
    const release = await hostilePlugin('flood');
    let last: unknown;
    let consumed = 0;
    for await (const message of test.host.read(release, 'million', memorySession(), 'x.stream', null)) {
      last = message;
      consumed += 1;
      if (consumed === 500) break;
    }
    expect(last).toEqual({ t: 'record', data: { n: 499, read: 500 } });
    // Made so far: what was read and at most the credit beyond it.
    for await (const message of test.host.read(release, 'million', memorySession(), 'x.stream', null)) {
      const { data } = message as { t: 'record'; data: Record<string, number> };
      expect(data.read).toBeLessThanOrEqual(500 + 64 + 1);
      break;
    }
  });

  it.each([
    ['a record of 50 MB', 'huge', ['error', 'died', 'timeout']],
    ['silence', 'silent', ['timeout']],
  ])('%s ends the read', async (_, connector, kind) => {
    const release = await hostilePlugin('flood');
    const reading = (async () => {
      for await (const _message of hasty.host.read(release, connector, memorySession(), 'x.stream', null));
    })();
    const failure = await reading.then(
      () => undefined,
      (error: PluginReadError) => error.failure,
    );
    expect(kind).toContain(failure?.kind);
  });
});

describe('doors', () => {
  it.each([1, 2] as const)(
    'at level %i at most: environment, files, network, processes, modules and engine are closed',
    async (atMost) => {
      const walled = await startTestHost({}, { atMost });
      expect(walled.host.isolation.level).toBeLessThanOrEqual(atMost);
      for (const name of ['escapes', 'kills'] as const) {
        const called = await walled.host.check(await hostilePlugin(name), memorySession());
        const open = called.ok
          ? called.value.messages.filter(({ en }) => !/^(closed|refused)/.test(en ?? ''))
          : [called.failure];
        expect(open).toEqual([]);
      }
      const loop = await hostilePlugin('endless-loop');
      const slow = await startTestHost({ ruleMs: 300 }, { atMost });
      const called = await slow.host.occurrences(loop, 'rule', [someone('a')], {}, environment);
      expect(called).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
      await slow.host.stop();
      await walled.host.stop();
    },
  );
});
