import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, isObjectType } from 'graphql';

const API = path.resolve(import.meta.dirname, '../schema/schema.graphql');

/** `...BoardFigures`: every figure of a board. The API's fields are made from the list of figures, and this from them. */
function boardFigures(): string {
  const counters = buildSchema(readFileSync(API, 'utf8')).getType('BoardCounters');
  if (!isObjectType(counters)) throw new Error('the API has no BoardCounters');
  return `fragment BoardFigures on BoardCounters { ${Object.keys(counters.getFields()).join(' ')} }`;
}

/** Typed documents for the studio; the schema file is the server's, checked in. */
const config: CodegenConfig = {
  schema: API,
  documents: ['app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}', '!**/*.test.{ts,tsx}', boardFigures()],
  ignoreNoDocuments: true,
  generates: {
    './gql/': {
      preset: 'client',
      // A component sees the fields that its own fragments ask for, and no others: see features/api/fragments.ts.
      presetConfig: { fragmentMasking: true },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        defaultScalarType: 'unknown',
        scalars: {
          DateTime: 'string',
          Date: 'string',
          Duration: 'string',
          Decimal: 'string',
          JSON: 'unknown',
          PlanDefinition: 'unknown',
        },
      },
    },
  },
};

export default config;
