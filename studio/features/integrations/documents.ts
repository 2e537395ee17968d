import { graphql } from '@/gql';

export const integrationView = graphql(/* GraphQL */ `
  fragment IntegrationView on Integration {
    id
    name
    config
    health
    checkedAt
    lastVerdict
    problem
    secretsSet
    channels {
      key
      title
    }
    plugin {
      id
      key
      title
      version
      status
      configSchema
      permissions
    }
  }
`);

export const integrationsPage = graphql(/* GraphQL */ `
  query IntegrationsPage {
    integrations {
      id
      ...IntegrationView
    }
    channelRoutes {
      channel
      contribution
      integration {
        id
        name
      }
    }
    plugins {
      id
      key
      title
      description
      status
      enabled
      consented
      configSchema
      contributes {
        kind
        key
        title
      }
    }
  }
`);

export const createIntegration = graphql(/* GraphQL */ `
  mutation CreateIntegration($input: CreateIntegrationInput!) {
    createIntegration(input: $input) {
      integration {
        id
        ...IntegrationView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const updateIntegration = graphql(/* GraphQL */ `
  mutation UpdateIntegration($input: UpdateIntegrationInput!) {
    updateIntegration(input: $input) {
      integration {
        id
        ...IntegrationView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const testIntegration = graphql(/* GraphQL */ `
  mutation TestIntegration($input: IntegrationInput!) {
    testIntegration(input: $input) {
      ok
      verdict
      messages
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const removeIntegration = graphql(/* GraphQL */ `
  mutation RemoveIntegration($input: RemoveIntegrationInput!) {
    removeIntegration(input: $input) {
      integration {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const routingPage = graphql(/* GraphQL */ `
  query RoutingPage {
    systemMail {
      id
    }
    channelRoutes {
      channel
      contribution
      integration {
        id
        name
      }
    }
    integrations {
      id
      name
      health
      channels {
        key
        title
      }
    }
    reminderSettings {
      quietFrom
      quietUntil
      workingDaysOnly
      slots
      dailyBudget
    }
  }
`);

export const setChannelRoute = graphql(/* GraphQL */ `
  mutation SetChannelRoute($input: ChannelRouteInput!) {
    setChannelRoute(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const setReminderSettings = graphql(/* GraphQL */ `
  mutation SetReminderSettings($input: ReminderSettingsInput!) {
    setReminderSettings(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** Who to ask where only an administrator can help. */
export const administrators = graphql(/* GraphQL */ `
  query Administrators {
    people(first: 5, filter: { role: ADMIN }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const setSystemMail = graphql(/* GraphQL */ `
  mutation SetSystemMail($input: SystemMailInput!) {
    setSystemMail(input: $input) {
      integration {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
