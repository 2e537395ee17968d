// The `ctx` of a call: every member is a question to the host.
import type { Bytes, Context, HttpResponse, Json, Log, Plugin, SecretRef, SmtpResponse } from '@planwright/plugin-sdk';
import type { CallContext } from '../wire.ts';
import type { Asks } from './asks.mts';
import type { Lines } from './lines.mts';

const base64 = (bytes: Bytes): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const bytesOf = (value: Json): Bytes => new Uint8Array(Buffer.from(String(value), 'base64'));

const isRef = (value: unknown): value is SecretRef =>
  typeof value === 'object' && value !== null && typeof (value as { $secret?: unknown }).$secret === 'string';

/** Fields that nobody set take the defaults of the plugin's own schema; secrets are references and are not parsed. */
function withDefaults(plugin: Plugin, config: Record<string, Json>): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...config };
  for (const [name, field] of Object.entries(plugin.config?.shape ?? {})) {
    if (filled[name] !== undefined) continue;
    const parsed = (field as { safeParse(value: unknown): { success: boolean; data?: unknown } }).safeParse(undefined);
    if (parsed.success && parsed.data !== undefined) filled[name] = parsed.data;
  }
  return filled;
}

export function contextOf(
  plugin: Plugin,
  call: number,
  given: CallContext,
  { asks, lines, signal }: { asks: Asks; lines: Lines; signal: AbortSignal },
): Context {
  const config = withDefaults(plugin, given.config);
  const log =
    (level: keyof Log) =>
    (message: string, fields: Record<string, Json> = {}) =>
      lines.log({ call, level, message, fields });
  return {
    config,
    secret(name) {
      const value = config[name];
      if (!isRef(value)) throw new Error(`The secret “${name}” is not set.`);
      return value;
    },
    async http(request) {
      const { value, ask } = await asks.ask(call, 'http', request as unknown as Json);
      const response = value as unknown as HttpResponse;
      if (plugin.classify) lines.send({ t: 'verdict', call, ask, verdict: plugin.classify(response) });
      return response;
    },
    async smtp(request) {
      return (await asks.ask(call, 'smtp', request as unknown as Json)).value as unknown as SmtpResponse;
    },
    async token(name, fetch) {
      const { value } = await asks.ask(call, 'token', { name }, async () => (await fetch()) as unknown as Json);
      return value as unknown as SecretRef;
    },
    crypto: {
      async hmac(algorithm, key, data, keySuffix = '') {
        const args = { algorithm, key: key.$secret, data: base64(data), keySuffix };
        return bytesOf((await asks.ask(call, 'hmac', args)).value);
      },
      async aesCbc(operation, key, iv, data) {
        const args = { operation, key: key.$secret, iv: base64(iv), data: base64(data) };
        return bytesOf((await asks.ask(call, 'aesCbc', args)).value);
      },
    },
    kv: {
      get: async (key) => (await asks.ask(call, 'kvGet', { key })).value,
      set: async (key, value) => {
        await asks.ask(call, 'kvSet', { key, value });
      },
    },
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    signal,
    now: given.now,
    deadline: given.deadline,
  };
}
