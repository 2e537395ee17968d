import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for the studio; the schema file is the server's, checked in. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'],
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
