import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.js';
import type { Database, Sql } from '../database/index.js';
import { DefinitionCache } from '../plans/index.js';
import { dueEnrolments } from './due-enrolments.js';
import type { ProgressListener } from './progress-listener.js';
import { rebuildProjections } from './rebuild-projections.js';

export interface RebuildHost {
  database: Database;
  clock: Clock;
  log: Logger;
  /** `--write` corrects what is different. */
  parameters: readonly string[];
  print(line: string): void;
}

/** What later rooms add up from the projections; called as worker. */
export interface DerivedFigures extends Pick<ProgressListener, 'changed'> {
  /** A line for each figure that is not the sum of its people. */
  differences(sql: Sql): Promise<string[]>;
  recount(sql: Sql): Promise<void>;
}

const MOST_LINES = 200;

/** `rebuild-projections [--write]`: exit code 0 when nothing is different or everything was corrected, else 1. */
export async function rebuildProjectionsCommand(host: RebuildHost, figures: DerivedFigures): Promise<number> {
  const { database, print, parameters } = host;
  const deps = {
    definitions: new DefinitionCache(),
    // Running servers find the moved boards by their safety poll.
    listener: { changed: figures.changed, committed: () => undefined },
  };
  const ticker = dueEnrolments(host, deps);
  while ((await ticker.doDue()) > 0);

  const { values } = parseArgs({ args: [...parameters], options: { write: { type: 'boolean' } }, strict: false });
  const write = values.write === true;
  const { enrolments, differences } = await rebuildProjections(host, deps, { write });
  const boards = await database.work((tx) => figures.differences(tx));
  if (write && differences.length + boards.length > 0) await database.work((tx) => figures.recount(tx));

  const lines = differences.flatMap(({ enrolmentId, details }) => details.map((detail) => `${enrolmentId} ${detail}`));
  for (const line of [...lines, ...boards].slice(0, MOST_LINES)) print(line);
  const more = lines.length + boards.length - MOST_LINES;
  if (more > 0) print(`… and ${more} more`);
  const isDifferent = differences.length + boards.length > 0;
  const next = !isDifferent ? '' : write ? ' Everything was corrected.' : ' Run again with --write to correct it.';
  print(
    `${enrolments} enrolments were rebuilt from their events: ${differences.length} differ, and ${boards.length} board figures.${next}`,
  );
  return isDifferent && !write ? 1 : 0;
}
