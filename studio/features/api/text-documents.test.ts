import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { TypedDocumentNode } from 'urql';
import { createApi } from './client';

/** As the build hands documents to the client: text, which their types do not know. */
const asBuilt = <Data>(text: string) => text as unknown as TypedDocumentNode<Data, Record<string, never>>;

let server: Server;
let address = '';
const asked: { operationName?: string; query: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push(JSON.parse(body));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { viewer: { __typename: 'Viewer', demo: true } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a document that is text', () => {
  it('is asked for, named and cached as its tree would be', async () => {
    const { client } = createApi({
      api: address,
      socket: address.replace('http', 'ws'),
      locale: () => 'en',
      onSignedOut: () => undefined,
      onSocket: () => undefined,
    });
    const text = 'query Who{viewer{...who}}fragment who on Viewer{demo}';
    for (const policy of ['network-only', 'cache-only'] as const) {
      const { data, error } = await client
        .query(asBuilt<{ viewer: { demo: boolean } }>(text), {}, { requestPolicy: policy })
        .toPromise();
      expect(error).toBeUndefined();
      expect(data?.viewer.demo).toBe(true);
    }
    const { data } = await client.mutation(asBuilt('mutation Leave{viewer{demo}}'), {}).toPromise();
    expect(data).toMatchObject({ viewer: { demo: true } });
    expect(asked.map(({ operationName }) => operationName)).toEqual(['Who', 'Leave']);
    for (const { query } of asked) expect(parse(query).definitions.length).toBeGreaterThan(0);
  });

  it('reaches the socket, whose code comes with the first subscription', async () => {
    const states: string[] = [];
    const { client, dispose } = createApi({
      api: address,
      socket: address.replace('http', 'ws'),
      locale: () => 'en',
      onSignedOut: () => undefined,
      onSocket: (state) => states.push(state),
    });
    const connecting = new Promise<void>((resolve) => {
      server.once('upgrade', (request, socket) => {
        expect(request.headers['sec-websocket-protocol']).toBe('graphql-transport-ws');
        socket.destroy();
        resolve();
      });
    });
    const { unsubscribe } = client.subscription(asBuilt('subscription Changed{inboxChanged}'), {}).subscribe(() => {});
    await connecting;
    expect(states[0]).toBe('connecting');
    unsubscribe();
    dispose();
  });
});
