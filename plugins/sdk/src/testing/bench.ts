import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { configSchemaOf, secretNamesOf } from '../build/config-schema.js';
import type { Context, HttpRequest, HttpResponse, SmtpRequest, SmtpResponse } from '../context.js';
import type { Json } from '../json.js';
import { allowsMail, allowsUrl } from '../permissions.js';
import type { Plugin } from '../plugin.js';
import type { SecretRef } from '../secret.js';
import { FakeBrokerFault, type FaultPlan, failHttp, failMail } from './faults.js';
import type { FakeService, WireRequest, WireResponse } from './service.js';
import { Vault } from './vault.js';

/** Settings of an integration as the administrator enters them. */
export interface IntegrationFixture {
  /** All settings that are no secrets. */
  config: Record<string, Json>;
  /** The secret ones, with the values that the fake accepts: at least eight characters, so that a leak is seen. */
  secrets: Record<string, string>;
}

export interface BenchOptions extends IntegrationFixture {
  service: FakeService;
  faults?: FaultPlan;
  /** What the host says the time is. */
  now?: string;
  /** Answers in place of the provider's, after the faults: for pages that repeat. */
  answers?: (n: number, truth: () => WireResponse) => WireResponse;
}

/** More requests than this in one call are a loop. */
export const MOST_REQUESTS = 200;

/** Stands in for the host: a context whose other side is a fake, and everything the plugin did through it. */
export class Bench {
  readonly vault = new Vault();
  readonly requests: WireRequest[] = [];
  /** What the permissions do not allow, and was tried. */
  readonly refused: string[] = [];
  /** All that the plugin said: logs, kv. What it returns or throws is the caller's to add. */
  readonly said: unknown[] = [];
  readonly context: Context;
  readonly #kv = new Map<string, Json>();
  readonly #tokens = new Map<string, Promise<SecretRef>>();
  readonly #abort = new AbortController();
  #asked = 0;

  constructor(
    readonly plugin: Plugin,
    readonly options: BenchOptions,
  ) {
    const { now = '2026-03-02T02:00:00.000Z' } = options;
    const marked = new Set(secretNamesOf(configSchemaOf(plugin.config, 'config')));
    // A secret that is not marked reaches the plugin as it would in the product: as text.
    const given: Record<string, unknown> = { ...options.config };
    for (const [name, value] of Object.entries(options.secrets)) {
      given[name] = value;
      if (marked.has(name)) this.vault.keep(name, value);
    }
    const config: Record<string, unknown> = { ...plugin.config.parse(given) };
    for (const name of marked) if (config[name] !== undefined) config[name] = { $secret: name };
    const log = (level: string) => (message: string, fields?: Record<string, Json>) =>
      void this.said.push({ level, message, fields });
    this.context = {
      config,
      secret: (name) => {
        this.vault.reveal({ $secret: name });
        return { $secret: name };
      },
      http: async (request) => this.#http(request),
      smtp: async (request) => this.#smtp(request),
      token: (name, fetch) => this.#token(name, fetch),
      crypto: {
        hmac: async (algorithm, key, data, keySuffix = '') =>
          createHmac(algorithm, this.vault.reveal(key) + keySuffix)
            .update(data)
            .digest(),
        aesCbc: async (operation, key, iv, data) => {
          const bytes = Buffer.from(this.vault.reveal(key), 'base64');
          const name = `aes-${bytes.length * 8}-cbc`;
          const cipher = operation === 'encrypt' ? createCipheriv(name, bytes, iv) : createDecipheriv(name, bytes, iv);
          cipher.setAutoPadding(false);
          return Buffer.concat([cipher.update(data), cipher.final()]);
        },
      },
      kv: {
        get: async (key) => this.#kv.get(key) ?? null,
        set: async (key, value) => {
          this.said.push({ key, value });
          this.#kv.set(key, value);
        },
      },
      log: { info: log('info'), warn: log('warn'), error: log('error') },
      signal: this.#abort.signal,
      now,
      deadline: new Date(Date.parse(now) + 30_000).toISOString(),
    };
  }

  #http(request: HttpRequest): HttpResponse {
    const url = new URL(request.url);
    const { http = [] } = this.plugin.permissions;
    if (!allowsUrl(http, url, this.options.config)) {
      this.refused.push(url.href);
      throw new FakeBrokerFault('refused', false, `${url.origin} is not in the permissions`);
    }
    for (const [name, value] of Object.entries(request.query ?? {}))
      url.searchParams.append(name, this.vault.fillText(value));
    const wire = this.#wire(request, url);
    this.#count();
    this.requests.push(wire);
    const n = this.requests.length - 1;
    const provider = (): WireResponse => this.options.service.answer?.(wire) ?? { status: 404 };
    const fault = this.options.faults?.(n);
    const answer = (): WireResponse => (fault ? failHttp(fault, provider) : provider());
    const { status, headers = {}, json, text } = this.options.answers?.(n, answer) ?? answer();
    const body = json === undefined ? (text ?? '') : JSON.stringify(json);
    const kept = this.#keep(request.keep, body);
    return {
      status,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...lowerCased(headers) },
      text: this.vault.scrub(body),
      ...(kept ? { kept } : {}),
    };
  }

  #wire({ method, headers = {}, body }: HttpRequest, url: URL): WireRequest {
    const filled = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), this.vault.fillText(value)]);
    let text = '';
    let type: string | undefined;
    if (body && 'json' in body) [text, type] = [JSON.stringify(this.vault.fill(body.json)), 'application/json'];
    else if (body && 'text' in body) [text, type] = [this.vault.fillText(body.text), body.contentType];
    else if (body) {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(body.form)) form.append(name, this.vault.fillText(value));
      [text, type] = [form.toString(), 'application/x-www-form-urlencoded'];
    }
    return {
      method,
      url,
      headers: { ...(type ? { 'content-type': type } : {}), ...Object.fromEntries(filled) },
      text,
      json: () => jsonOf(text),
    };
  }

  #keep(wanted: Record<string, string> | undefined, body: string): Record<string, SecretRef> | undefined {
    if (!wanted) return undefined;
    const json = jsonOf(body);
    const kept: Record<string, SecretRef> = {};
    for (const [name, path] of Object.entries(wanted)) {
      const value = path.split('.').reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), json);
      if (typeof value === 'string') kept[name] = this.vault.keep(`kept:${name}:${this.requests.length}`, value);
    }
    return kept;
  }

  #smtp(request: SmtpRequest): SmtpResponse {
    if (!allowsMail(this.plugin.permissions.smtp ?? [], request.host, request.port, this.options.config)) {
      this.refused.push(`${request.host}:${request.port}`);
      throw new FakeBrokerFault('refused', false, `${request.host}:${request.port} is not in the permissions`);
    }
    this.#count();
    const { auth, ...rest } = request;
    const wire = {
      ...rest,
      ...(auth ? { auth: { user: auth.user, password: this.vault.reveal(auth.password) } } : {}),
    };
    const { service } = this.options;
    const provider = (): SmtpResponse => {
      if (!service.mail) throw new Error('The fake has no mail(): write what the mail server does.');
      return service.mail(wire);
    };
    const fault = this.options.faults?.(this.#asked - 1);
    return fault ? failMail(fault, provider) : provider();
  }

  #token(name: string, fetch: () => Promise<{ secret: SecretRef }>): Promise<SecretRef> {
    const known = this.#tokens.get(name) ?? fetch().then(({ secret }) => secret);
    this.#tokens.set(name, known);
    // One that could not be fetched is fetched again by the next caller.
    known.catch(() => this.#tokens.delete(name));
    return known;
  }

  #count(): void {
    this.#asked += 1;
    if (this.#asked > MOST_REQUESTS) throw new FakeBrokerFault('throttled', false, 'too many requests in one call');
  }

  /** How often the plugin has asked the other side. */
  get asked(): number {
    return this.#asked;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
