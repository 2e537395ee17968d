import type { Json } from '@planwright/plugin-sdk';
import { z } from 'zod';
import type { ToHost } from '../wire.js';
import { measure } from './measure-line.js';
import { plainJson } from './plain-json.js';

/** A log line is a sentence, not a file; what a plugin is called and why it broke are shown to people. */
const TEXT = 4000;
const LOG_LINE = 64 * 1024;
const short = z.string().transform((text) => text.slice(0, TEXT));

const number = z.int().min(0);
// Checked by what uses it: answers go through their own shapes, a value that JSON.parse made is Json.
const value = z.custom<Json>(() => true);
const fault = z.object({
  message: z.string().max(10_000),
  code: z.enum(['refused', 'too-large']).optional().catch(undefined),
});
const level = z.enum(['info', 'warn', 'error']);

/** Both ways in which an answer ends. */
const answered = <T extends string, S extends z.ZodRawShape>(t: T, rest: S) =>
  z.discriminatedUnion('ok', [
    z.object({ t: z.literal(t), ...rest, ok: z.literal(true), value }),
    z.object({ t: z.literal(t), ...rest, ok: z.literal(false), fault }),
  ]);

const message = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ready'), id: z.string(), version: z.string(), api: z.number(), classifies: z.boolean() }),
  z.object({ t: z.literal('broken'), reason: z.enum(['no-plugin', 'threw', 'bytes']), message: short }),
  answered('result', { call: number }),
  z.object({
    t: z.literal('ask'),
    call: number,
    ask: number,
    operation: z.enum(['http', 'smtp', 'token', 'hmac', 'aesCbc', 'kvGet', 'kvSet']),
    args: value,
  }),
  answered('fetched', { ask: number }),
  z.object({
    t: z.literal('verdict'),
    call: number,
    ask: number,
    verdict: z.enum(['ok', 'throttled', 'transient', 'auth', 'config', 'permanent']),
  }),
  z.object({ t: z.literal('item'), call: number, message: value }),
  z.object({
    t: z.literal('log'),
    call: number.optional(),
    level,
    message: short,
    fields: z.record(z.string(), value).catch({}),
  }),
]);

/** One line of a plugin's process; undefined when it is not in our form. Measured before it is parsed; never throws. */
export function readLine(line: string): ToHost | undefined {
  if (!measure(line)) return undefined;
  try {
    const parsed = message.safeParse(plainJson(JSON.parse(line)));
    if (!parsed.success) return undefined;
    const found = parsed.data as ToHost;
    if (found.t === 'log' && line.length > LOG_LINE) return { ...found, fields: { dropped: 'too large' } };
    return found;
  } catch {
    return undefined;
  }
}
