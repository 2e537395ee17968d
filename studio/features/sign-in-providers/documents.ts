import { graphql } from '@/gql';

export const identityProviders = graphql(/* GraphQL */ `
  query IdentityProviders {
    identityProviders {
      id
      name
      issuer
      clientId
      enabled
      createsPeople
      only
      emailDomains
      sameAsScim
      roleMapping
      redirectUri
      emergencyAdmin {
        id
        name
      }
    }
  }
`);

export const saveIdentityProvider = graphql(/* GraphQL */ `
  mutation SaveIdentityProvider($input: IdentityProviderInput!) {
    saveIdentityProvider(input: $input) {
      provider {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const testIdentityProvider = graphql(/* GraphQL */ `
  mutation TestIdentityProvider($input: TestIdentityProviderInput!) {
    testIdentityProvider(input: $input) {
      checks {
        key
        ok
        message
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
