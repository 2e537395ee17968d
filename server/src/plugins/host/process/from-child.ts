import type { Json } from '@planwright/plugin-sdk';
import { z } from 'zod';
import type { ToHost } from '../wire.js';

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
  z.object({ t: z.literal('broken'), reason: z.enum(['no-plugin', 'threw', 'bytes']), message: z.string() }),
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
    message: z.string(),
    fields: z.record(z.string(), value).catch({}),
  }),
]);

/** One line of a plugin's process; undefined when it is none of ours. */
export function readLine(line: string): ToHost | undefined {
  try {
    const parsed = message.safeParse(JSON.parse(line));
    return parsed.success ? (parsed.data as ToHost) : undefined;
  } catch {
    return undefined;
  }
}
