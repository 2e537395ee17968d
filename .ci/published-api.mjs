// Holds schema/schema.graphql to schema/published.graphql: what clients were promised may grow, never shrink or change.
// `node .ci/published-api.mjs` records what has been added; a release does so.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, findBreakingChanges, parse, print, visit } from 'graphql';

const SERVED = 'schema/schema.graphql';
const PUBLISHED = 'schema/published.graphql';

/** What a change breaks for clients, as a line for people; empty when nothing does. */
export function checkPublishedApi(root = '.') {
  const schemaIn = (file) => buildSchema(readFileSync(path.join(root, file), 'utf8'));
  return findBreakingChanges(schemaIn(PUBLISHED), schemaIn(SERVED)).map(({ description }) => description);
}

/** Descriptions promise nothing to a program. */
const withoutDescriptions = (text) =>
  print(
    visit(parse(text), { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) }),
  );

if (process.argv[1] === import.meta.filename) {
  const broken = checkPublishedApi();
  if (broken.length > 0) {
    console.log(`${broken.join('\n')}\nNothing was recorded: this would break clients.`);
    process.exit(1);
  }
  writeFileSync(PUBLISHED, `${withoutDescriptions(readFileSync(SERVED, 'utf8'))}\n`);
}
