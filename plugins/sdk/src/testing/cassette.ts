import type { FakeService, WireRequest, WireResponse } from './service.js';

/** One recorded exchange. Secrets in it must be replaced before it is saved. */
export interface Cassette {
  request: { method: string; url: string };
  response: WireResponse;
}

/**
 * A fake that plays recorded answers: for the same method and URL in the order they were recorded, the last one for ever.
 * What was not recorded answers 404.
 */
export function playCassettes(cassettes: readonly Cassette[]): FakeService {
  const played = new Map<string, number>();
  return {
    answer({ method, url }: WireRequest) {
      const name = `${method} ${url.href}`;
      const recorded = cassettes.filter(({ request }) => `${request.method} ${new URL(request.url).href}` === name);
      const turn = played.get(name) ?? 0;
      played.set(name, turn + 1);
      return (
        recorded[Math.min(turn, recorded.length - 1)]?.response ?? { status: 404, json: { error: 'not recorded' } }
      );
    },
  };
}
