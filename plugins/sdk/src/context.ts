import type { LocalizedText } from '@planwright/schema/text';
import type { z } from 'zod';
import type { Bytes, Json } from './json.js';
import type { MaySecret, SecretRef } from './secret.js';

/** `config` as a plugin sees it: fields marked `.meta({ secret: true })` are references. The SDK cannot see marks in types: read secrets by `ctx.secret(name)`. */
export type PublicConfig<C extends z.ZodObject> = z.output<C>;

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Must match `permissions.http`. */
  url: string;
  query?: Record<string, MaySecret>;
  headers?: Record<string, MaySecret>;
  /** `json` may hold SecretRefs anywhere; `text` may be one. */
  body?: { json: unknown } | { text: MaySecret; contentType: string } | { form: Record<string, MaySecret> };
  timeoutMs?: number;
  /** Values of a JSON answer that are secrets, by a name of your own: `{ token: 'data.access_token' }`. They come back as `kept`. */
  keep?: Record<string, string>;
}
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  /** At most 1 MiB; secret bytes replaced by `***`. */
  text: string;
  /** What `keep` named and the answer had, as references; the values themselves never reach the plugin. */
  kept?: Record<string, SecretRef>;
}

/** How a call of the context rejects: an Error with these fields beside its message. */
export interface BrokerFault {
  name: 'BrokerFault';
  /**
   * `refused`: not allowed by the permissions, the address ranges or the size · `unreachable`: no connection · `timeout` · `cut`:
   * the connection ended early · `too-large`: the answer · `throttled`: a limit or an open circuit of the host · `failed`: anything else.
   */
  code: 'refused' | 'unreachable' | 'timeout' | 'cut' | 'too-large' | 'throttled' | 'failed';
  /** Whether bytes of the request may have reached the provider: `false` = safe to try again. */
  left: boolean;
  retryAfterMs?: number;
  /** With `refused`, for an address: why, and which setting would allow it. Show this rather than a guess of your own. */
  says?: LocalizedText;
}

export interface SmtpRequest {
  host: string;
  port: number;
  /** `tls` from the first byte (465), `starttls` required (587), `none` only where the integration allows private hosts. */
  security: 'tls' | 'starttls' | 'none';
  auth?: { user: string; password: SecretRef };
  envelope: { from: string; to: string[] };
  /** The whole RFC 5322 message, CRLF lines. */
  message: string;
}
export interface SmtpResponse {
  accepted: string[];
  rejected: { address: string; code: number; text: string }[];
  /** `before-data`: nothing of the message left; `after-data`: cut before the answer, nobody knows; `answered`. */
  stage: 'before-data' | 'after-data' | 'answered';
  code?: number;
  text: string;
}

/** How a call failed, for the host to decide about retries. */
export type Verdict = 'ok' | 'throttled' | 'transient' | 'auth' | 'config' | 'permanent';

export interface Log {
  info(message: string, fields?: Record<string, Json>): void;
  warn(message: string, fields?: Record<string, Json>): void;
  error(message: string, fields?: Record<string, Json>): void;
}

/** An AbortSignal, as far as plugins may count on it: their types know no DOM and no Node. */
export interface CallSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Everything a plugin can reach. No socket, no file, no environment beside it. */
export interface Context<C extends z.ZodObject = z.ZodObject> {
  config: PublicConfig<C>;
  /** A secret field of the config by its name. */
  secret(name: keyof z.output<C> & string): SecretRef;
  http(request: HttpRequest): Promise<HttpResponse>;
  smtp(request: SmtpRequest): Promise<SmtpResponse>;
  /** A short-lived token: fetched once for all callers, shared, renewed early. */
  token(name: string, fetch: () => Promise<{ secret: SecretRef; expiresInSeconds: number }>): Promise<SecretRef>;
  /** By reference: the key stays with the host. `keySuffix` is appended to it (Aliyun signs with `secret&`). */
  crypto: {
    hmac(algorithm: 'sha1' | 'sha256', key: SecretRef, data: Bytes, keySuffix?: string): Promise<Bytes>;
    aesCbc(operation: 'encrypt' | 'decrypt', key: SecretRef, iv: Bytes, data: Bytes): Promise<Bytes>;
  };
  kv: { get(key: string): Promise<Json>; set(key: string, value: Json): Promise<void> };
  log: Log;
  signal: CallSignal;
  /** The workspace's time when the call began, ISO; plugins have no clock of their own. */
  now: string;
  deadline: string;
}
