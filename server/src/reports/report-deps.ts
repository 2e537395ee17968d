import type { DefinitionCache } from '../plans/definition-cache.js';

/** What this room needs from outside; wired in `start.ts`. */
export interface ReportDeps {
  definitions: DefinitionCache;
  /** Whether there is a browser to print with. */
  printsPdf: boolean;
}
