import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sql } from '../../database/sql.js';

/** Long enough that no chance writes them, with characters that each encoding writes differently. */
export const CANARIES = { password: 'canary+pass/word="ÄÖ"&<bird>', apiKey: 'canary-api-key-0123456789-abcdef' };
const TOKEN = 'canary-token-that-the-service-answers';

/** The secrets as somebody may have written them. */
const forms = [...Object.values(CANARIES), TOKEN].flatMap((secret) => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    // What a service heard as JSON and repeats as JSON or in an address.
    JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
    JSON.stringify(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)).slice(1, -1),
    encodeURIComponent(encodeURIComponent(secret)),
    encodeURIComponent(JSON.stringify(secret).slice(1, -1)),
    encodeURIComponent(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
});
export const leaksIn = (text: string): string[] => forms.filter((form) => text.includes(form));

/** All rows of all tables as text; bytes also as what they spell. */
export async function everyRow(sql: Sql): Promise<string> {
  const tables = await sql.rows<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'pgboss') and c.relkind = 'r'`,
  );
  const parts: string[] = [];
  for (const { schema, name } of tables) {
    for (const row of await sql.rows(`select * from "${schema}"."${name}"`)) {
      for (const value of Object.values(row)) {
        parts.push(Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value ?? null));
        if (typeof value === 'string') parts.push(value);
      }
    }
  }
  return parts.join('\n');
}

export interface EchoService {
  url: string;
  /** What was asked of it, with all headers and bodies. */
  heard: string[];
  stop(): void;
}

/** A service that answers whatever it heard, with the secrets and a token besides. */
export async function echoService(): Promise<EchoService> {
  const heard: string[] = [];
  const service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = JSON.stringify([request.url, request.headers, Buffer.concat(chunks).toString('utf8')]);
    heard.push(said);
    response.setHeader('x-echo', encodeURIComponent(said).slice(0, 4000));
    response.end(JSON.stringify({ token: TOKEN, said, keys: CANARIES }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => service.once('listening', resolve));
  const { port } = service.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard, stop: () => service.close() };
}
