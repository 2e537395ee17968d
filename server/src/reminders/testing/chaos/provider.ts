import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { seededRandom } from '../../engine/random.js';
import { type ChaosChannel, KINDS, type ProviderCall } from './kinds.js';

/**
 * Providers of every kind, as a process of their own: `provider.mjs <log file> <seed>`. Each call that is let in is a line of the log,
 * written before anything is answered. Some calls are put off, and some answers are cut after the call was let in.
 */
const [file = '', seed = '1'] = process.argv.slice(2);
/** Slow enough that a kill mostly hits calls under way. */
const LATENCY_MS = 300;
const log = openSync(file, 'a');
const random = seededRandom(Number(seed));
/** What each provider has seen: by key, or by content and person. */
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://provider');
  const [, act, channel = ''] = url.pathname.split('/');
  if (!(channel in KINDS)) return void answer(response, 404, {});
  if (act === 'known')
    return void answer(response, 200, { known: seen.has(`${channel} ${url.searchParams.get('key') ?? ''}`) });
  const body = JSON.parse(await textOf(request)) as Omit<ProviderCall, 'channel' | 'effect'>;
  if (random() < 0.03) return void answer(response, 429, { retryAfterMs: Math.floor(random() * 1500) });
  const effect = isNew(channel as ChaosChannel, body);
  writeSync(log, `${JSON.stringify({ channel, ...body, effect })}\n`);
  setTimeout(
    () => (random() < 0.02 ? response.destroy() : answer(response, 200, { ref: body.key })),
    Math.floor(random() * LATENCY_MS),
  );
});

function isNew(channel: ChaosChannel, { key, person, content }: Omit<ProviderCall, 'channel' | 'effect'>): boolean {
  const { how } = KINDS[channel];
  const before = seen.has(how === 'content' ? `${channel} ${person} ${content}` : `${channel} ${key}`);
  seen.add(`${channel} ${key}`);
  seen.add(`${channel} ${person} ${content}`);
  // A provider that can be asked, or that keeps nothing, delivers whatever it is given.
  return how === 'lookup' || how === 'none' || !before;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
process.once('SIGTERM', () => {
  closeSync(log);
  process.exit(0);
});
