import type { Viewer } from '../people/index.js';
import type { Transport } from './graphql/context.js';

/** A browser that came to an address of the API itself, and is sent on. */
export interface Visit {
  /** Values of the path's parts. */
  parameters: Readonly<Record<string, string>>;
  /** Path and query as they were asked for. */
  address: string;
  /** Whose session the browser carries. */
  viewer: Viewer | null;
  transport: Transport;
  /** A random value that this browser alone has while it is away; absent where it was given none. */
  binding: string | undefined;
  /** Gives the browser its value. */
  setBinding(binding: string): void;
}

/** A path of the API that browsers are sent to, and which answers where they are to go next. */
export interface VisitedPath {
  path: string;
  visit(visit: Visit): Promise<string>;
}
