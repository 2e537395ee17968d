import type { Json, SecretRef, Verdict } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';
import type { Admission, BrokerSession, LogLevel } from '../broker-session.js';

export interface MemorySession extends BrokerSession {
  readonly logged: { level: LogLevel; message: string; fields: Record<string, Json> }[];
  readonly refusals: LocalizedText[];
  readonly reports: { host: string; verdict: Verdict }[];
  readonly secrets: Map<string, Uint8Array>;
  readonly values: Map<string, Json>;
  readonly tokens: Map<string, SecretRef>;
  /** What the next `admit` says. */
  admission: Admission;
}

export interface MemorySessionOptions {
  config?: Record<string, Json>;
  /** Secret fields of the config. */
  secrets?: Record<string, string>;
  allow?: Partial<BrokerSession['allow']>;
  now?: string;
}

/** A session over plain maps, as the registry's is over PostgreSQL. */
export function memorySession(options: MemorySessionOptions = {}): MemorySession {
  const secrets = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries(options.secrets ?? {})) secrets.set(`s/${name}`, Buffer.from(text));
  const values = new Map<string, Json>();
  const tokens = new Map<string, SecretRef>();
  const logged: MemorySession['logged'] = [];
  const refused: LocalizedText[] = [];
  const reports: MemorySession['reports'] = [];
  const references = Object.keys(options.secrets ?? {}).map((name): [string, Json] => [name, { $secret: `s/${name}` }]);
  const session: MemorySession = {
    integrationId: 'integration-1',
    now: options.now ?? '2026-01-05T01:00:00.000Z',
    config: { ...options.config, ...Object.fromEntries(references) },
    allow: { http: [], smtp: [], privateHosts: [], ...options.allow },
    logged,
    refusals: refused,
    reports,
    secrets,
    values,
    tokens,
    admission: { ok: true },
    async secret(ref) {
      const bytes = secrets.get(ref);
      if (!bytes) throw new Error('No such secret in this integration.');
      return bytes;
    },
    async keepSecret(value) {
      const ref = `k/${secrets.size}`;
      secrets.set(ref, value);
      return { $secret: ref };
    },
    async token(name, fetch) {
      const known = tokens.get(name);
      if (known) return known;
      const { secret } = await fetch();
      tokens.set(name, secret);
      return secret;
    },
    kv: {
      get: async (key) => values.get(key) ?? null,
      set: async (key, value) => {
        values.set(key, value);
      },
    },
    admit: async () => session.admission,
    report: async (host, verdict) => {
      reports.push({ host, verdict });
    },
    refused: (why) => {
      refused.push(why);
    },
    log: (level, message, fields) => {
      logged.push({ level, message, fields });
    },
  };
  return session;
}
