import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for the studio; the schema file is the server's, checked in. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['app/**/*.{ts,tsx}', 'features/**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    './gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
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
