import { graphql } from '@/gql';

export const pluginView = graphql(/* GraphQL */ `
  fragment PluginView on Plugin {
    id
    key
    title
    description
    version
    versions
    status
    enabled
    consented
    permissions
    configSchema
    isolation
    isolationNote
    health
    problem
    usedByPlans
    contributes {
      kind
      key
      title
    }
  }
`);

export const pluginsPage = graphql(/* GraphQL */ `
  query PluginsPage {
    plugins {
      ...PluginView
    }
  }
`);

export const enablePlugin = graphql(/* GraphQL */ `
  mutation EnablePlugin($input: EnablePluginInput!) {
    enablePlugin(input: $input) {
      plugin {
        ...PluginView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const disablePlugin = graphql(/* GraphQL */ `
  mutation DisablePlugin($input: PluginInput!) {
    disablePlugin(input: $input) {
      plugin {
        ...PluginView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
