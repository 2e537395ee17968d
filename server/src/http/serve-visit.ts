import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Transport } from '../access/graphql/index.js';
import type { VisitedPath } from '../access/index.js';
import type { Admission } from './limits/admit-operation.js';
import { type ContextParts, identify } from './request-context.js';
import { bindingCookie, presentedBinding, presentedToken } from './session-cookie.js';

export interface VisitParts extends ContextParts {
  secure: boolean;
  admission: Admission;
}

/** A visit asks the provider, the database and keys: it costs an address as much as an operation of this many points. */
const COST = 20;

/** Answers a browser that came to a path of the API by sending it on, always to somewhere that the room chose. */
export const serveVisit =
  (
    parts: VisitParts,
    { visit }: VisitedPath,
    transportOf: (request: Request, response: Parameters<RequestHandler>[1]) => Transport,
  ): RequestHandler =>
  async (request, response) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const transport = transportOf(request, response);
    const { buckets, limits } = parts.admission;
    if (!buckets.spend(`address:${transport.address}`, COST, limits.anonymous)) {
      response.status(429).type('text/plain').send('Too many requests. Wait a moment and try again.\n');
      return;
    }
    try {
      const { viewer } = await identify(parts, presentedToken(request.headers, parts.secure));
      const to = await visit({
        parameters: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
        address: request.originalUrl,
        viewer,
        transport,
        binding: presentedBinding(request.headers, parts.secure),
        setBinding: (binding) => {
          response.appendHeader('set-cookie', bindingCookie(binding, parts.secure));
        },
      });
      response.redirect(303, to);
    } catch (error) {
      const requestId = randomUUID();
      parts.log.error({ requestId, err: error }, 'a visit failed');
      response.status(500).type('text/plain').send(`Something went wrong on our side. Try again. (${requestId})\n`);
    }
  };
