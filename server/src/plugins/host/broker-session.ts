import type { Json, SecretRef, Verdict } from '@planwright/plugin-sdk';
import type { LocalizedText } from '@planwright/schema/text';

export type LogLevel = 'info' | 'warn' | 'error';

/** What a limit said. `ok: false` = nothing left the machine; come back after `retryAfterMs`. */
export type Admission = { ok: true } | { ok: false; retryAfterMs: number };

/** What the broker may do for one integration during one call. The registry makes it; the plugin never sees it. */
export interface BrokerSession {
  integrationId: string;
  /** The workspace's time when the call begins; plugins have no clock of their own. */
  now: string;
  /** Settings of the integration; each secret is a SecretRef. */
  config: Record<string, Json>;
  /**
   * Patterns of the manifest that the administrator agreed to (`{config.baseUrl}/*` is filled in by the broker), and the
   * hosts (`erp.internal`, `10.0.0.5`, or either with `:port`) that may lie in private or loopback ranges.
   */
  allow: { http: string[]; smtp: string[]; privateHosts: string[] };
  /** Bytes behind a reference; rejects for a reference of another integration. */
  secret(ref: string): Promise<Uint8Array>;
  /** Seals a value that came from a provider; the plugin gets only the reference. */
  keepSecret(value: Uint8Array): Promise<SecretRef>;
  /** The stored token while it is valid, else what `fetch` gives. The host lets one caller per integration and name through at a time. */
  token(name: string, fetch: () => Promise<{ secret: SecretRef; expiresInSeconds: number }>): Promise<SecretRef>;
  kv: { get(key: string): Promise<Json>; set(key: string, value: Json): Promise<void> };
  /** Buckets and circuit breaker, asked before bytes leave: `key` is the host that is called. */
  admit(scope: 'http' | 'smtp', key: string): Promise<Admission>;
  /** How the host answered, for the circuit breaker. */
  report(host: string, verdict: Verdict): Promise<void>;
  /** The host did not call a place that the plugin asked for: why, in both languages, without secrets. */
  refused(why: LocalizedText): void;
  /** Message and fields are scrubbed already. */
  log(level: LogLevel, message: string, fields: Record<string, Json>): void;
}
