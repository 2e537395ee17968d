import { graphql } from '@/gql';

export const ruleCatalogue = graphql(/* GraphQL */ `
  query RuleCatalogue {
    pluginCatalogue {
      use
      kind
      title
      pluginKey
      version
      configSchema
      of
    }
  }
`);

export const checkOnServer = graphql(/* GraphQL */ `
  query CheckOnServer($definition: PlanDefinition!) {
    checkDefinition(definition: $definition) {
      code
      severity
      message
      path
    }
  }
`);
