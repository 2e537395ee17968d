import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  /** The URL with the proxy's address in place of the real one. */
  through(url: string): string;
  /** From now on nothing of the connections that are open is forwarded, and nobody is told: as when a cable is cut. */
  swallow(): void;
  /** How many connections were opened. */
  opened(): number;
  close(): Promise<void>;
}

/** A proxy before the server of `url`, for networks that lose things. */
export async function startTcpProxy(url: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let count = 0;
  const server = createServer((near) => {
    count += 1;
    const far = connect(Number(port), hostname);
    const pair = { near, far };
    pairs.add(pair);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.pipe(near);
    near.on('close', () => {
      pairs.delete(pair);
      far.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  return {
    through: (real) => {
      const changed = new URL(real);
      changed.port = String(own);
      return changed.toString();
    },
    swallow: () => {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        // Read and forgotten: the sockets stay open on both sides.
        near.resume();
        far.resume();
      }
    },
    opened: () => count,
    close: async () => {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
