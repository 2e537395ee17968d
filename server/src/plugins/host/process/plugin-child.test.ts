import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PluginFailure } from '../plugin-host.js';
import { PluginChild } from './plugin-child.js';
import { PROCESS_LIMITS } from './process-limits.js';

// Processes start slowly on a busy machine.
/** A process without any guard that says to the host what its script says: the host must bear that, too. */
async function unguarded(script: string) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'planwright-unguarded-')), 'child.mjs');
  // A pipe that is full says so; a flood goes on all the same.
  const say =
    'import { writeSync } from "node:fs"; const say = (text) => { for (;;) try { return writeSync(1, text); } catch {} };';
  await writeFile(file, say + script);
  const logged: string[] = [];
  let ended: (why: PluginFailure) => void = () => undefined;
  const end = new Promise<PluginFailure>((resolve) => {
    ended = resolve;
  });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const child = new PluginChild([process.execPath, file], PROCESS_LIMITS, {
    log: (_, message) => logged.push(message),
    ended,
  });
  return {
    child,
    logged,
    /** Until it has ended; what ended it, and the turns of our loop meanwhile. */
    end: async () => {
      const why = await end;
      clearInterval(timer);
      return { why, ticks };
    },
  };
}

describe('the host’s side of the pipes, against a process that keeps no rule (G4)', () => {
  it.each([
    ['a flood of text', 'for (;;) say("x".repeat(1000) + "\\n");'],
    ['a line without an end', 'for (;;) say("x".repeat(100_000));'],
    [
      'a flood of log lines',
      'for (;;) say(JSON.stringify({ t: "log", level: "info", message: "m", fields: {} }) + "\\n");',
    ],
    [
      'a flood of questions about no call',
      'for (;;) say(JSON.stringify({ t: "ask", call: 7, ask: 1, operation: "kvGet", args: {} }) + "\\n");',
    ],
    ['a flood of records nobody reads', 'for (;;) say(JSON.stringify({ t: "item", call: 7, message: {} }) + "\\n");'],
    ['nonsense', 'process.stdout.write("{\\"t\\":\\"ready\\"}\\n"); setInterval(() => {}, 1000);'],
  ])('%s ends it', async (_, script) => {
    const { end, logged } = await unguarded(script);
    const { why, ticks } = await end();
    expect(why.kind).toBe('protocol');
    expect(ticks).toBeGreaterThan(0);
    expect(logged.length).toBeLessThanOrEqual(PROCESS_LIMITS.logLinesPerSecond * 10);
  });

  it('records without credit end it', async () => {
    const { child, end } = await unguarded(
      'process.stdin.once("data", () => { for (let n = 0; n < 10; n += 1) process.stdout.write(JSON.stringify({ t: "item", call: 1, message: { t: "record", data: n } }) + "\\n"); });',
    );
    const items: unknown[] = [];
    const read = child.read({
      operation: 'read',
      key: 'x',
      args: {},
      deadlineMs: 60_000,
      credit: 3,
      item: (item) => items.push(item),
    });
    expect(await read.done).toMatchObject({ ok: false, failure: { kind: 'protocol' } });
    expect(items).toHaveLength(3);
    expect((await end()).why.message).toMatch(/credit/);
  });

  it('a flood of errors is heard in part, and its last words are told', async () => {
    const { child, end } = await unguarded(
      'for (let n = 0; n < 1000; n += 1) process.stderr.write("noise\\n"); process.stderr.write("Error: the reason\\n", () => process.exit(3));',
    );
    const called = await child.call({ operation: 'check', key: '', args: {}, deadlineMs: 60_000 });
    expect(called).toMatchObject({ ok: false, failure: { kind: 'died' } });
    expect((await end()).why.message).toBe('The process ended by itself (code 3): Error: the reason.');
  });

  it('one that cannot be started is told as such', async () => {
    let message = '';
    const child = new PluginChild(['/nowhere/node'], PROCESS_LIMITS, {
      log: () => undefined,
      ended: (why) => (message = why.message),
    });
    await child.exited;
    expect(message).toMatch(/did not start/);
  });
});
