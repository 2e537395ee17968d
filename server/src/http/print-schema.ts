import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { printedSchema } from './printed-schema.js';

/** Run as `node server/dist/http/print-schema.js [file]`: writes the API's schema where studio and tests read it. */
const target = process.argv[2] ?? new URL('../../../schema/schema.graphql', import.meta.url);
writeFileSync(target, printedSchema());
