import type { RequestHandler } from 'express';

const HEADERS = 'content-type, authorization, accept-language, x-app-csrf, apollo-require-preflight';

/**
 * CORS for the studio's origins and nobody else. A request that names another origin (`null` too) is refused, not only
 * left unreadable; one without an Origin is no browser's page.
 */
export function allowOrigins(origins: readonly string[], methods: 'POST' | 'PUT' | 'GET'): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin !== undefined && !origins.includes(origin)) {
      response
        .status(403)
        .json({ errors: [{ message: 'This origin is not allowed.', extensions: { code: 'FORBIDDEN' } }] });
      return;
    }
    if (origin !== undefined) {
      response.set('access-control-allow-origin', origin);
      response.set('access-control-allow-credentials', 'true');
    }
    if (request.method === 'OPTIONS') {
      response.set('access-control-allow-methods', methods);
      response.set('access-control-allow-headers', HEADERS);
      response.set('access-control-max-age', '600');
      response.status(204).end();
      return;
    }
    next();
  };
}
