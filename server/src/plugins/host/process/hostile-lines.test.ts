import { afterEach, describe, expect, it } from '@jest/globals';
import type { Json } from '@planwright/plugin-sdk';
import fc from 'fast-check';
import { Broker } from '../broker/broker.js';
import { Scrubber } from '../broker/scrubber.js';
import type { PluginFailure } from '../plugin-host.js';
import { buildPlugin, pluginCode } from '../testing/build-plugin.js';
import { memorySession } from '../testing/memory-session.js';
import { startTestHost } from '../testing/test-host.js';
import { readLine } from './from-child.js';
import { MAX_DEPTH, MAX_VALUES } from './measure-line.js';
import { PluginChild } from './plugin-child.js';
import { PROCESS_LIMITS } from './process-limits.js';
import type { Walled, WalledEvents } from './walled-process.js';

const RUNS = 10_000;
const escaped: unknown[] = [];
const catchEscaped = (reason: unknown): void => void escaped.push(reason);
process.on('unhandledRejection', catchEscaped);
afterEach(() => {
  expect(escaped).toEqual([]);
});

/** Stands where a process would: says what it is told to, and ends when it is killed. */
class Mouth implements Walled {
  readonly pid = undefined;
  alive = true;
  readonly exited = Promise.resolve();
  constructor(readonly on: WalledEvents) {}
  send(): boolean {
    return true;
  }
  kill(why: PluginFailure): void {
    if (!this.alive) return;
    this.alive = false;
    this.on.ended(why);
  }
}

const session = () => memorySession({ secrets: { key: 'a secret of eleven bytes' } });
const release = { id: 'x', version: '1.0.0', sha256: '', bundle: '', manifest: {} as never };
const broker = new Broker();

/** A process with a call, a read and a call without context in flight. */
async function inFlight() {
  const mouths: Mouth[] = [];
  const child = new PluginChild(['-'], PROCESS_LIMITS, { log: () => undefined, ended: () => undefined }, (on) => {
    const mouth = new Mouth(on);
    mouths.push(mouth);
    return mouth;
  });
  const scope = await broker.open(release, session(), 60_000, true);
  if (!scope.ok) throw new Error(scope.failure.message);
  const request = { operation: 'check' as const, key: '', args: {}, deadlineMs: 60_000 };
  const done = [
    child.call({ ...request, scope: scope.value }),
    child.read({ ...request, operation: 'read', scope: scope.value, credit: 3, item: () => undefined }).done,
    child.call(request),
  ];
  const [mouth] = mouths;
  if (!mouth) throw new Error('It was not started.');
  return { mouth, child, done };
}

const nested = (depth: number, [open, inner, close]: [string, string, string]): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const FORMS: [string, string, string][] = [
  ['[', '1', ']'],
  ['{"a":', '1', '}'],
  ['{"$join":[', '"x"', ']}'],
  ['[', '', ''],
];
// Made once: ten thousand lines are built of them.
const DEEP = [1, 10, MAX_DEPTH - 2, MAX_DEPTH + 1, 3900, 20_000].flatMap((depth) =>
  FORMS.map((form) => nested(depth, form)),
);
const WIDE = [10, 100, 1000, 10_000, MAX_VALUES + 1].map((wide) => `[${'0,'.repeat(wide)}0]`);

const texts = fc.oneof(
  fc.constantFrom(
    '\\ud800',
    '\\udc00\\ud800',
    '\\u0000',
    'a secret of eleven bytes',
    '__proto__',
    'constructor',
    '\\uffff',
    '*'.repeat(5000),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text).slice(1, -1)),
);
const numbers = fc.constantFrom(
  '1e999',
  '-1e999',
  '9'.repeat(400),
  '-0',
  '1e-999',
  '18446744073709551616',
  '0.1',
  '3',
  '2',
  '1',
);
const values: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: texts.map((text) => `"${text}"`) },
  { weight: 3, arbitrary: numbers },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'true',
      'null',
      '{}',
      '[]',
      '{"__proto__":{"polluted":1}}',
      '{"a":1,"a":{"a":2}}',
      '{"$secret":"s/key"}',
      '{"$join":[{"$secret":"s/key"}]}',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...DEEP),
  },
  { weight: 1, arbitrary: fc.constantFrom(...WIDE) },
);
const messages = fc
  .tuple(
    fc
      .constantFrom('ready', 'broken', 'result', 'ask', 'fetched', 'verdict', 'item', 'log', 'call', '__proto__')
      .map((t) => `"t":"${t}"`),
    fc.subarray(
      [
        'call',
        'ask',
        'ok',
        'value',
        'fault',
        'operation',
        'args',
        'message',
        'fields',
        'level',
        'verdict',
        'id',
        'version',
        'api',
        'classifies',
        'reason',
        '__proto__',
        't',
      ],
      { minLength: 3 },
    ),
    fc.infiniteStream(values),
    fc.constantFrom('http', 'smtp', 'token', 'hmac', 'aesCbc', 'kvGet', 'kvSet'),
    fc.constantFrom('1', '2', '3', '4', '-1', '1e999'),
    fc.boolean(),
  )
  .map(([t, names, stream, operation, call, sound]) => {
    const next = () => stream.next().value as string;
    const well: Record<string, () => string> = {
      call: () => call,
      ask: () => call,
      ok: () => 'true',
      operation: () => `"${operation}"`,
      level: () => '"info"',
      verdict: () => '"ok"',
      args: () => `{"key":"k","name":"n","value":${next()},"method":"GET","url":"https://a.example/"}`,
      message: () => (t.includes('item') ? next() : '"m"'),
      fields: () => `{"f":${next()}}`,
    };
    // Half of them right but for one value: those get furthest.
    return `{${[t, ...names.map((name) => `"${name}":${(sound && Object.hasOwn(well, name) ? well[name] : undefined)?.() ?? next()}`)].join(',')}}`;
  });
const lines = fc.oneof(
  { weight: 6, arbitrary: messages },
  { weight: 1, arbitrary: messages.chain((line) => fc.nat(line.length).map((at) => line.slice(0, at))) },
  { weight: 1, arbitrary: fc.tuple(messages, messages).map(([a, b]) => a.slice(0, a.length / 2) + b) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: values },
);

describe('nothing that a plugin’s process writes throws in the server', () => {
  it(`${RUNS} hostile lines: the server is there after each, and every call settles`, async () => {
    let now = await inFlight();
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        now.mouth.on.line(line);
        expect(({} as { polluted?: number }).polluted).toBeUndefined();
        if (now.mouth.alive) return;
        ended += 1;
        for (const called of await Promise.all(now.done)) expect(typeof called.ok).toBe('boolean');
        now = await inFlight();
      }),
      { numRuns: RUNS },
    );
    now.child.kill({ kind: 'unavailable', message: 'The test is over.' });
    await Promise.all(now.done);
    // Both kinds were met: lines that end the process, and lines that it lives through.
    expect(ended).toBeGreaterThan(RUNS / 100);
    expect(ended).toBeLessThan(RUNS);
  });

  it('deep and wide lines are turned away before they are parsed, ordinary ones are not', () => {
    const result = (value: string) => `{"t":"result","call":1,"ok":true,"value":${value}}`;
    expect(readLine(result(nested(MAX_DEPTH - 1, ['[', '1', ']'])))).toBeDefined();
    expect(readLine(result(nested(MAX_DEPTH, ['[', '1', ']'])))).toBeUndefined();
    expect(readLine(result(`[${'0,'.repeat(MAX_VALUES)}0]`))).toBeUndefined();
    // Brackets in a text are no depth, also behind an escaped quotation mark.
    expect(readLine(result(`"${'['.repeat(1000)}"`))).toBeDefined();
    expect(readLine(result(`"\\"${'['.repeat(1000)}"`))).toBeDefined();
  });

  it('what gets through can be stored: whole Unicode, finite numbers, no __proto__', () => {
    const line =
      '{"t":"result","call":1,"ok":true,"value":{"a\\u0000":"b\\ud800c\\u0000","n":1e999,"__proto__":{"x":1},"l":[-1e999,"\\udc00"]}}';
    expect(readLine(line)).toEqual({
      t: 'result',
      call: 1,
      ok: true,
      value: { 'a\ufffd': 'b\ufffdc\ufffd', n: null, l: [null, '\ufffd'] },
    });
  });

  it('secrets are taken out of a value of any depth', () => {
    const scrubber = new Scrubber();
    scrubber.add(Buffer.from('the-secret'));
    const deep = (inner: Json): Json => Array.from({ length: 100_000 }).reduce<Json>((value) => [value], inner);
    let clean = scrubber.json(deep({ 'the-secret': ['x the-secret y', 1, null], b: 2 }));
    while (Array.isArray(clean)) clean = clean[0] ?? null;
    expect(clean).toEqual({ '***': ['x *** y', 1, null], b: 2 });
    expect(Object.keys(clean as object)).toEqual(['***', 'b']);
  });

  it.each([
    [
      'a field of a log',
      'check: async (ctx) => { ctx.log.info("deep", { deep }); return { verdict: "ok", messages: [] }; }',
    ],
    ['a result', 'check: async () => ({ verdict: "ok", messages: [deep] })'],
    [
      'what it remembers',
      'check: async (ctx) => { await ctx.kv.set("k", deep); return { verdict: "ok", messages: [] }; }',
    ],
    [
      'a request',
      'check: async (ctx) => { await ctx.http({ method: "POST", url: "https://a.example/", body: { json: deep } }); return { verdict: "ok", messages: [] }; }',
    ],
  ])('%s 3,900 deep ends the plugin’s call and nothing else', async (_, members) => {
    const { host } = await startTestHost();
    const code = `let deep = 1; for (let n = 0; n < 3900; n += 1) deep = [deep]; ${pluginCode(members)}`;
    const called = await host.check(await buildPlugin({ code }), session());
    expect(called).toMatchObject({ ok: false });
    const fine = await buildPlugin({
      id: 'fine',
      code: pluginCode('check: async () => ({ verdict: "ok", messages: [] })', { id: 'fine' }),
    });
    expect(await host.check(fine, session())).toEqual({ ok: true, value: { verdict: 'ok', messages: [] } });
    await host.stop();
  });
});
