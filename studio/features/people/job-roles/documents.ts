import { graphql } from '@/gql';

export const jobRolesPage = graphql(/* GraphQL */ `
  query JobRolesPage {
    jobRoles {
      ...JobRoleRow
    }
  }

  fragment JobRoleRow on JobRole {
    id
    key
    title
    duties
    people
    titles
    dutiesByLanguage
  }
`);

export const saveJobRole = graphql(/* GraphQL */ `
  mutation SaveJobRole($input: JobRoleInput!) {
    saveJobRole(input: $input) {
      jobRole {
        ...JobRoleRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
