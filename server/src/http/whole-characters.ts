import type { RequestHandler } from 'express';

/**
 * Refuses half characters, as a text has that was cut in the middle of an emoji: the database stores none, and would only
 * say so after the work was done. Walks without recursion, since a body may be nested as deeply as it is long.
 */
export const refuseHalfCharacters: RequestHandler = (request, _response, next) => {
  const left: unknown[] = [request.body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      if (!value.isWellFormed()) return next(Object.assign(new Error('half a character'), { status: 400 }));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) left.push(key, inner);
    }
  }
  next();
};
