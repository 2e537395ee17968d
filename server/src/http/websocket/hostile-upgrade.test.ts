import net from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Sends raw bytes as a client of its own making and answers the first line that comes back. */
function upgrade(target: string, then?: (socket: net.Socket) => void): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(
        `GET ${target} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      then?.(socket);
    });
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
    socket.once('close', () => resolve('closed'));
    socket.once('error', (error) => (then ? resolve('closed') : reject(error)));
  });
}

test('an address that is none is not found, and the server goes on', async () => {
  for (const target of ['//', 'http://[', '/%', '*', '/graphqlx', '//graphql']) {
    expect(await upgrade(target)).toMatch(/^HTTP\/1\.1 (404|400) /);
  }
  expect((await fetch(server.url.replace('/graphql', '/healthz'))).status).toBe(200);
});

test('a client that resets in the middle of being refused does no harm', async () => {
  for (let time = 0; time < 20; time += 1) await upgrade('/elsewhere', (socket) => socket.resetAndDestroy());
  expect((await fetch(server.url.replace('/graphql', '/healthz'))).status).toBe(200);
});
