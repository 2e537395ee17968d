import { graphql } from '@/gql';

export const deliveriesPage = graphql(/* GraphQL */ `
  query DeliveriesPage($first: Int!, $after: String, $personId: ID, $from: DateTime, $until: DateTime) {
    deliveries(first: $first, after: $after, personId: $personId, from: $from, until: $until) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          channel
          title
          markdown
          state
          dueAt
          sentAt
          sink
          attempts
          detail
          integration {
            id
            name
          }
          to {
            id
            name
          }
          occurrences {
            id
            ruleKey
            recipient
            why
            text
            dueAt
            deferredTo
            enrolment {
              id
              person {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);
