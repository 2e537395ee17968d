import type { IncomingHttpHeaders } from 'node:http';

/**
 * The address that tries are counted for. Behind `proxies` trusted proxies it is the one that the outermost of them
 * saw: each adds what it saw at the end of `X-Forwarded-For`, and what stands before is the client's own word.
 */
export function clientAddress(
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } },
  proxies: number,
): string | undefined {
  if (proxies === 0) return request.socket.remoteAddress;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const seen = forwarded
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return seen.at(-proxies) ?? request.socket.remoteAddress;
}
