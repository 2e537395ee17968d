// A plugin's process: loads one bundle, then answers calls until the host lets it go.
import { EventEmitter } from 'node:events';
import type { Json, Plugin } from '@planwright/plugin-sdk';
import type { Answered, ToChild } from '../wire.ts';
import { Asks, faultOf } from './asks.mts';
import { contextOf } from './context.mts';
import { freezeReachable } from './frozen.mts';
import { harmlessModules, loadBundle, real } from './guard.mts';
import { Lines } from './lines.mts';
import './no-clock.mts';
import { runOperation } from './operations.mts';
import { Credits, readStream } from './reads.mts';

const lines = new Lines();
const asks = new Asks(lines);
const running = new Map<number, { abort: AbortController; credits?: Credits }>();
let plugin: Plugin | undefined;

const print =
  (level: 'info' | 'warn' | 'error') =>
  (...values: unknown[]) =>
    lines.log({
      level,
      message: values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '),
      fields: {},
    });

function inspect(value: unknown): string {
  try {
    return value instanceof Error ? String(value.stack) : (JSON.stringify(value) ?? String(value));
  } catch {
    return String(value);
  }
}

/** An object of our own: Node's leads to the process's streams. */
const console = {
  log: print('info'),
  info: print('info'),
  debug: print('info'),
  warn: print('warn'),
  error: print('error'),
  trace: print('info'),
  dir: print('info'),
  table: print('info'),
};
Object.defineProperty(globalThis, 'console', { value: console, writable: false, configurable: false });

async function load(order: Extract<ToChild, { t: 'load' }>): Promise<void> {
  lines.configure(order.maxLine, order.logLinesPerSecond);
  try {
    freezeReachable(harmlessModules(), EventEmitter.prototype);
    const bundle = (await loadBundle(order.bundle, order.sha256)) as { default?: Plugin };
    const found = bundle.default;
    if (typeof found !== 'object' || found === null || typeof found.id !== 'string') {
      lines.send({ t: 'broken', reason: 'no-plugin', message: '' });
      return;
    }
    plugin = found;
    const { id, version, api } = found;
    lines.send({ t: 'ready', id, version, api, classifies: typeof found.classify === 'function' });
  } catch (thrown) {
    const changed = thrown instanceof Error && thrown.message === 'bytes';
    lines.send({ t: 'broken', reason: changed ? 'bytes' : 'threw', message: faultOf(thrown).message });
  }
}

async function answer(order: Extract<ToChild, { t: 'call' }>): Promise<Json> {
  const { call, operation, key, context } = order;
  if (!plugin) throw new Error('The plugin is not loaded.');
  const loaded = plugin;
  const args = order.args as Record<string, unknown>;
  const credits = operation === 'read' ? new Credits(order.credit ?? 0) : undefined;
  const abort = new AbortController();
  running.set(call, { abort, ...(credits ? { credits } : {}) });
  const ctx = () => {
    if (!context) throw new Error('This call has no context.');
    return contextOf(loaded, call, context, { asks, lines, signal: abort.signal });
  };
  if (operation === 'read' && credits) {
    const { stream, state } = args as { stream: string; state: Json };
    return readStream(loaded, key, { stream, state }, ctx(), { call, credits, lines });
  }
  if (operation === 'read') return null;
  return (await runOperation(loaded, operation, key, args, ctx)) as Json;
}

async function call(order: Extract<ToChild, { t: 'call' }>): Promise<void> {
  let answered: Answered;
  try {
    answered = { ok: true, value: (await answer(order)) ?? null };
  } catch (thrown) {
    answered = { ok: false, fault: faultOf(thrown) };
  }
  running.delete(order.call);
  try {
    lines.send({ t: 'result', call: order.call, ...answered });
  } catch (thrown) {
    lines.send({ t: 'result', call: order.call, ok: false, fault: { ...faultOf(thrown), code: 'too-large' } });
  }
}

lines.listen((message) => {
  switch (message.t) {
    case 'load':
      void load(message);
      break;
    case 'call':
      void call(message);
      break;
    case 'answer':
      asks.answered(message);
      break;
    case 'fetch':
      void asks.fetch(message.ask);
      break;
    case 'credit':
      running.get(message.call)?.credits?.add(message.n);
      break;
    case 'abort':
      running.get(message.call)?.credits?.close();
      running.get(message.call)?.abort.abort();
      break;
    case 'bye':
      real.exit(0);
      break;
    default:
      message satisfies never;
  }
});
