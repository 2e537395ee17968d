import { graphql } from '@/gql';

export const acceptInvitation = graphql(/* GraphQL */ `
  mutation AcceptInvitation($input: UseLinkInput!) {
    acceptInvitation(input: $input) {
      viewer {
        roles
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const resetPassword = graphql(/* GraphQL */ `
  mutation ResetPassword($input: UseLinkInput!) {
    resetPassword(input: $input) {
      viewer {
        roles
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const requestPasswordReset = graphql(/* GraphQL */ `
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const myAccount = graphql(/* GraphQL */ `
  query MyAccount {
    myAccount {
      email
      hasPassword
      isShared
      passwordChangedAt
      secondFactor
      recoveryCodesLeft
      fewestPasswordCharacters
    }
    sessions {
      id
      createdAt
      lastSeenAt
      userAgent
      current
    }
  }
`);

export const changePassword = graphql(/* GraphQL */ `
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const proveIdentity = graphql(/* GraphQL */ `
  mutation ProveIdentity($input: ProveIdentityInput!) {
    proveIdentity(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const endSession = graphql(/* GraphQL */ `
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const endSessions = graphql(/* GraphQL */ `
  mutation EndSessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const startSecondFactor = graphql(/* GraphQL */ `
  mutation StartSecondFactor {
    startSecondFactor {
      secret
      uri
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const confirmSecondFactor = graphql(/* GraphQL */ `
  mutation ConfirmSecondFactor($input: CodeInput!) {
    confirmSecondFactor(input: $input) {
      recoveryCodes
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const removeSecondFactor = graphql(/* GraphQL */ `
  mutation RemoveSecondFactor($input: RemoveSecondFactorInput!) {
    removeSecondFactor(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
