import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoadedRelease } from './plugin-host.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { environment, someone, startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
let built = 0;
/** A plugin with which nothing is wrong, with bytes of its own. */
const fine = () => {
  built += 1;
  return pluginCode(`check: async () => ({ verdict: 'ok', messages: [{ en: '${built}' }] })`);
};

let test: TestHost;
/** Waits less for what never loads. */
let hurried: TestHost;
beforeAll(async () => {
  test = await startTestHost();
  hurried = await startTestHost({ loadMs: 3_000 });
});
afterAll(async () => {
  await test.host.stop();
  await hurried.host.stop();
});

const BROKEN: [string, () => Promise<LoadedRelease>, RegExp][] = [
  [
    'of an interface the server does not speak',
    () => buildPlugin({ code: fine(), manifest: { api: 99 } }),
    /interface 99/,
  ],
  [
    'whose file is missing',
    async () => {
      const release = await buildPlugin({ code: fine() });
      await rm(release.bundle);
      return release;
    },
    /missing/,
  ],
  [
    'whose file was changed',
    async () => {
      const release = await buildPlugin({ code: fine() });
      await appendFile(release.bundle, '\n// more');
      return release;
    },
    /hash/,
  ],
  ['that throws while it loads', () => buildPlugin({ code: 'throw new Error("too early")' }), /too early/],
  ['that does not parse', () => buildPlugin({ code: 'export default {' }), /SyntaxError/],
  [
    'that imports what it has not',
    () => buildPlugin({ code: 'import fs from "node:fs"; export default fs' }),
    /node:fs/,
  ],
  ['that exports no plugin', () => buildPlugin({ code: 'export const a = 1' }), /default/],
  ['that is another plugin than its manifest says', () => buildPlugin({ code: fine(), id: 'other' }), /other@1.0.0/],
  [
    'that never finishes loading',
    () => buildPlugin({ code: 'await new Promise((r) => setTimeout(r, 1e9))' }),
    /in time/,
  ],
  ['that loops while it loads', () => buildPlugin({ code: 'for (;;);' }), /in time/],
];

describe('G11: a plugin that cannot run is off with a sentence, and blocks nothing', () => {
  it.each(BROKEN)('one %s', async (_, build, sentence) => {
    const release = await build();
    const { host, lines } = sentence.source === 'in time' ? hurried : test;
    expect(host.health(release)).toEqual({ state: 'idle', restarts: 0 });
    expect(await host.check(release, memorySession())).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
    const { state, problem } = host.health(release);
    expect(state).toBe('broken');
    expect(problem?.en).toMatch(sentence);
    expect(problem?.['zh-CN']).toMatch(/\p{Script=Han}/u);
    // It is not tried again and again.
    const before = lines.length;
    expect(await host.check(release, memorySession())).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
    expect(lines.length).toBe(before);
  });

  it('one whose file comes back runs again', async () => {
    const release = await buildPlugin({ code: fine() });
    const bytes = await readFile(release.bundle);
    await rm(release.bundle);
    expect(await test.host.check(release, memorySession())).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    });
    await writeFile(release.bundle, bytes);
    expect(await test.host.check(release, memorySession())).toMatchObject({ ok: true });
    expect(test.host.health(release)).toEqual({ state: 'ready', restarts: 0 });
  });

  it('others are served meanwhile', async () => {
    const other = await buildPlugin({ code: fine() });
    expect(await test.host.check(other, memorySession())).toMatchObject({ ok: true });
  });

  it('answers of the wrong shape are refused', async () => {
    const rules = [
      '"text"',
      '[{}]',
      '[{ person: "stranger", key: "k", at: environment.from, hard: false, about: {}, why: {} }]',
      '[{ person: "a", key: "k", at: environment.until, hard: false, about: {}, why: {} }]',
      '[1, 2].map(() => ({ person: "a", key: "k", at: environment.from, hard: false, about: {}, why: {} }))',
      '[{ person: "a", key: "k", at: environment.from, hard: false, about: {}, why: {}, extra: 1 }]',
    ];
    const members = rules
      .map((answer, n) => `r${n}: { occurrences: (people, _, environment) => ${answer} }`)
      .join(', ');
    const release = await buildPlugin({
      code: pluginCode(`reminderRules: { ${members} }`),
      contributes: rules.map((_, n) => ({ key: `r${n}` })),
    });
    for (const n of rules.keys())
      expect(await test.host.occurrences(release, `r${n}`, [someone('a')], {}, environment)).toMatchObject({
        ok: false,
        failure: { kind: 'protocol' },
      });
  });

  it('a plugin built again takes the place of the one before, and what runs there ends first', async () => {
    const code = (word: string) =>
      pluginCode(
        `check: async (ctx) => { await ctx.kv.get('x'); return { verdict: 'ok', messages: [{ en: '${word}' }] }; }`,
      );
    const before = await buildPlugin({ code: code('before') });
    const after = await buildPlugin({ code: code('after') });
    const session = memorySession();
    let release: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      session.kv.get = () => {
        resolve();
        return new Promise((answer) => {
          release = () => answer(null);
        });
      };
    });
    const running = test.host.check(before, session);
    await asked;
    expect(await test.host.check(after, memorySession())).toMatchObject({ value: { messages: [{ en: 'after' }] } });
    release();
    expect(await running).toMatchObject({ value: { messages: [{ en: 'before' }] } });
    await test.host.retire(before);
    expect(test.host.pids(before)).toEqual([]);
    expect(test.host.health(after)).toEqual({ state: 'ready', restarts: 0 });
  });
});
