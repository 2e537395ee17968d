import { graphql } from '@/gql';

export const peoplePage = graphql(/* GraphQL */ `
  query PeoplePage($first: Int!, $after: String, $filter: PersonFilter) {
    people(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          email
          jobRole
          joinedOn
          active
          roles
          department {
            id
            name
          }
          manager {
            id
            name
          }
        }
      }
    }
  }
`);

export const peopleDepartments = graphql(/* GraphQL */ `
  query PeopleDepartments {
    departments {
      id
      name
      parent {
        id
      }
    }
  }
`);
