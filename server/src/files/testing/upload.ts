import type { TestPerson } from '../../testing/fixture.js';
import { operation } from '../../testing/operation.js';
import type { TestServer } from '../../testing/test-server.js';

export const CREATE_UPLOAD = operation(
  'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadId url userErrors { code message path } } }',
);

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a file answers, or an error
  body: any;
}

/** Asks for a place, as the studio does; fails when there is none. */
export async function createUpload(server: TestServer, as: TestPerson, name: string, bytes: number) {
  const { createUpload: made } = await server.ask(CREATE_UPLOAD, { input: { name, bytes } }, { as });
  if (!made.uploadId || !made.url) throw new Error(JSON.stringify(made.userErrors));
  return { uploadId: made.uploadId, url: made.url };
}

export async function put(
  server: TestServer,
  as: TestPerson | undefined,
  url: string,
  content: Uint8Array | ReadableStream<Uint8Array>,
  headers: Record<string, string> = { 'x-app-csrf': '1' },
): Promise<Answered> {
  const response = await fetch(new URL(url, server.url), {
    method: 'PUT',
    body: content as Uint8Array<ArrayBuffer>,
    duplex: 'half',
    headers: {
      'accept-language': 'en',
      ...headers,
      ...(as ? { authorization: `Bearer ${await server.token(as)}` } : {}),
    },
  } as RequestInit);
  return { status: response.status, body: await response.json() };
}

/** Both steps. */
export async function upload(server: TestServer, as: TestPerson, name: string, content: Uint8Array) {
  const { uploadId, url } = await createUpload(server, as, name, content.length);
  return { uploadId, ...(await put(server, as, url, content)) };
}

export async function read(
  server: TestServer,
  as: TestPerson | undefined,
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Response['headers']; content: Buffer }> {
  const response = await fetch(new URL(url, server.url), {
    headers: { ...headers, ...(as ? { authorization: `Bearer ${await server.token(as)}` } : {}) },
  });
  return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
}
