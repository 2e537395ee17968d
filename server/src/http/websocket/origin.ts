/** What an upgrade request's Origin header says about who opens the socket. */
export type OriginVerdict = 'ours' | 'none' | 'foreign';

/**
 * Browsers send cookies with a WebSocket upgrade from any page, and no CSRF check covers it: so a page of another origin is
 * refused, `null` (a sandboxed frame, a file) included. A client without an Origin is no browser: it may come, but its
 * cookies count for nothing and it has to bring a token.
 */
export function originVerdict(origin: string | undefined, allowed: ReadonlySet<string>): OriginVerdict {
  if (origin === undefined) return 'none';
  return allowed.has(origin) ? 'ours' : 'foreign';
}
