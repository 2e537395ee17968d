import type { Request } from 'express';
import type { Viewer } from '../people/index.js';

export interface WhoAsks {
  /** Whose credential a request carries; null = nobody's who is signed in. */
  viewerOf: (request: Request) => Promise<Viewer | null>;
}
