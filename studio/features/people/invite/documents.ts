import { graphql } from '@/gql';

export const invitePeople = graphql(/* GraphQL */ `
  mutation InvitePeople($input: InvitePeopleInput!) {
    invitePeople(input: $input) {
      invitations {
        url
        expiresAt
        person {
          id
          name
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const sendPasswordReset = graphql(/* GraphQL */ `
  mutation SendPasswordReset($input: SendPasswordResetInput!) {
    sendPasswordReset(input: $input) {
      invitations {
        url
        expiresAt
        person {
          id
          name
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** Whether mail about accounts can leave, and by what. */
export const mailForAccounts = graphql(/* GraphQL */ `
  query MailForAccounts {
    systemMail {
      id
      name
    }
  }
`);

export const personAccount = graphql(/* GraphQL */ `
  query PersonAccount($id: ID!) {
    node(id: $id) {
      __typename
      ... on Person {
        id
        account {
          state
          invitedUntil
          hasPassword
          secondFactor
          lastSignInAt
          managed
        }
      }
    }
  }
`);
