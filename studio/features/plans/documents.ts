import { graphql } from '@/gql';

export const planList = graphql(/* GraphQL */ `
  query PlanList {
    plans(first: 100) {
      totalCount
      edges {
        node {
          id
          key
          title
          runningCount
          current {
            id
            number
            publishedAt
            publishedBy {
              id
              name
            }
          }
          draft {
            revision
            basedOn
            updatedAt
            updatedBy {
              id
              name
            }
            problems {
              severity
            }
          }
        }
      }
    }
  }
`);

export const planTemplates = graphql(/* GraphQL */ `
  query PlanTemplates {
    planTemplates {
      key
      title
      description
      definition
    }
  }
`);

export const createPlan = graphql(/* GraphQL */ `
  mutation CreatePlan($input: CreatePlanInput!) {
    createPlan(input: $input) {
      plan {
        id
        key
        title
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
