import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { allowsUrl, type HttpResponse, type Json } from '@planwright/plugin-sdk';
import { request as send } from 'undici';
import { allowsPrivate, pinnedAgent, type Resolve } from '../../../outbound/index.js';
import type { BrokerSession } from '../broker-session.js';
import { pinnedAddress } from './addresses.js';
import { Fault, refusal } from './fault.js';
import { refusals } from './refusals.js';
import type { HttpAsk } from './requests.js';
import type { Scrubber } from './scrubber.js';
import type { CallSecrets } from './secrets.js';

/** Bytes of a body, as sent and as unpacked. */
export const MAX_BODY = 1024 * 1024;
const HOPS = 3;
const NOT_THEIRS =
  /^(host|connection|content-length|transfer-encoding|accept-encoding|expect|upgrade|te|trailer|keep-alive|proxy-.*)$/i;

export interface HttpCall {
  session: BrokerSession;
  secrets: CallSecrets;
  scrubber: Scrubber;
  resolve: Resolve;
  signal: AbortSignal;
  /** Time left of the call that asks, in ms. */
  leftMs: number;
}

interface Prepared {
  url: URL;
  headers: Record<string, string>;
  /** Names of headers that hold a secret: they do not follow to another origin. */
  secretHeaders: string[];
  body: string | undefined;
}

/** One HTTP request of a plugin, with everything in its way. */
export async function http(ask: HttpAsk, call: HttpCall): Promise<{ response: HttpResponse; host: string }> {
  let prepared = await prepare(ask, call);
  for (let hop = 0; ; hop += 1) {
    const answer = await once(ask, prepared, call);
    const target = ask.method === 'GET' ? redirectOf(answer, prepared.url) : undefined;
    if (!target) return { response: await readable(ask, answer, call), host: prepared.url.host };
    if (hop === HOPS) throw new Fault('refused', `More than ${HOPS} redirects.`, true);
    const headers = { ...prepared.headers };
    if (target.origin !== prepared.url.origin) for (const name of prepared.secretHeaders) delete headers[name];
    prepared = { ...prepared, url: target, headers };
    permit(target, call);
  }
}

/** Before a secret is put in: whether this place may be called at all. */
function permit(url: URL, { session, scrubber }: HttpCall): void {
  const place = scrubber.text(`${url.protocol}//${url.host}${url.pathname}`);
  if (url.username || url.password) throw refusal(refusals.credentials());
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal(refusals.noHttp(url.protocol));
  if (!allowsUrl(session.allow.http, url, session.config)) throw refusal(refusals.notPermitted(place));
  if (url.protocol === 'http:' && !allowsPrivate(url.hostname, portOf(url), session.allow.privateHosts))
    throw refusal(refusals.plainHttp(place, url.hostname));
}

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

async function prepare(ask: HttpAsk, call: HttpCall): Promise<Prepared> {
  if (!URL.canParse(ask.url)) throw refusal(refusals.noAddress());
  const url = new URL(ask.url);
  permit(url, call);
  const { secrets } = call;
  for (const { name, text } of await secrets.filledMap(ask.query)) url.searchParams.append(name, text);
  const headers: Record<string, string> = { 'user-agent': 'Planwright', 'accept-encoding': 'identity' };
  const secretHeaders: string[] = [];
  for (const { name, text, secret } of await secrets.filledMap(ask.headers)) {
    if (NOT_THEIRS.test(name)) throw new Fault('refused', `The header ${name} is the host’s.`);
    headers[name.toLowerCase()] = text;
    if (secret) secretHeaders.push(name.toLowerCase());
  }
  let body: string | undefined;
  if (ask.body && 'json' in ask.body) {
    body = JSON.stringify(await secrets.filledJson(ask.body.json));
    headers['content-type'] ??= 'application/json';
  } else if (ask.body && 'text' in ask.body) {
    body = (await secrets.filled(ask.body.text)).text;
    headers['content-type'] = ask.body.contentType;
  } else if (ask.body) {
    const pairs = (await secrets.filledMap(ask.body.form)).map(({ name, text }): [string, string] => [name, text]);
    body = new URLSearchParams(pairs).toString();
    headers['content-type'] = 'application/x-www-form-urlencoded';
  }
  if (body !== undefined && Buffer.byteLength(body) > MAX_BODY)
    throw new Fault('refused', `A body over ${MAX_BODY} bytes.`);
  return { url, headers, secretHeaders, body };
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

function redirectOf({ status, headers }: Answer, from: URL): URL | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string') return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
}

async function once(ask: HttpAsk, { url, headers, body }: Prepared, call: HttpCall): Promise<Answer> {
  const { session } = call;
  const mayInside = allowsPrivate(url.hostname, portOf(url), session.allow.privateHosts);
  const pinned = await pinnedAddress(url.hostname, mayInside, call.resolve);
  const admitted = await session.admit('http', url.host);
  if (!admitted.ok)
    throw new Fault('throttled', `${url.host} is called too often, or is down.`, false, admitted.retryAfterMs);
  // The clock that deadlines are counted by has fractions; a timer takes whole milliseconds only.
  const timeoutMs = Math.max(1, Math.ceil(Math.min(ask.timeoutMs ?? 15_000, call.leftMs)));
  const { agent, before } = pinnedAgent(pinned, timeoutMs);
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(url, {
      dispatcher: agent,
      method: ask.method,
      headers,
      body: body ?? null,
      signal: AbortSignal.any([late, call.signal]),
    });
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_BODY)
        throw new Fault('too-large', `${url.host} answered with more than ${MAX_BODY} bytes.`, true);
      chunks.push(chunk);
    }
    return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) };
  } catch (error) {
    throw faultOf(error, url.host, late, before);
  } finally {
    await agent.destroy();
  }
}

function faultOf(error: unknown, host: string, late: AbortSignal, before: WeakSet<object>): Fault {
  if (error instanceof Fault) return error;
  const cause = typeof error === 'object' && error !== null ? error : new Error(String(error));
  const code: unknown = Reflect.get(cause, 'code');
  const message = String(Reflect.get(cause, 'message'));
  const why = typeof code === 'string' ? code : message;
  if (before.has(cause)) return new Fault('unreachable', `${host} cannot be reached: ${why}`, false);
  if (late.aborted) return new Fault('timeout', `${host} did not answer in time.`, true);
  if (code === 'UND_ERR_INVALID_ARG') return new Fault('refused', `The request is wrong: ${message}`, false);
  return new Fault('cut', `The connection to ${host} ended: ${why}`, true);
}

const unpack: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: MAX_BODY }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: MAX_BODY }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: MAX_BODY }),
};

/** The answer as text without secrets; what the plugin wants kept is sealed on the way. */
async function readable(ask: HttpAsk, { status, headers, bytes }: Answer, call: HttpCall): Promise<HttpResponse> {
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  const unpacked = await (unpack[encoding]?.(bytes) ?? Promise.resolve(bytes)).catch(() => {
    throw new Fault('too-large', `The answer cannot be unpacked within ${MAX_BODY} bytes.`, true);
  });
  const charset = /charset="?([\w-]+)/i.exec(String(headers['content-type'] ?? ''))?.[1] ?? 'utf-8';
  const text = decoder(charset).decode(unpacked);
  const kept: Record<string, { $secret: string }> = {};
  for (const [name, path] of Object.entries(ask.keep ?? {})) {
    const value = valueAt(text, path);
    if (typeof value === 'string' && value !== '') kept[name] = await call.secrets.keep(value);
  }
  const clean = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, call.scrubber.text(Array.isArray(value) ? value.join(', ') : value)]],
  );
  return {
    status,
    headers: Object.fromEntries(clean),
    text: call.scrubber.text(text),
    ...(ask.keep ? { kept } : {}),
  };
}

function decoder(charset: string): { decode(bytes: Uint8Array): string } {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** The value under a path of names and numbers with dots, in a text of JSON; undefined when it is not there. */
function valueAt(text: string, path: string): Json | undefined {
  try {
    return path.split('.').reduce<Json | undefined>((value, step) => {
      if (Array.isArray(value)) return value[Number(step)];
      return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? value[step] : undefined;
    }, JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}
