import { graphql } from '@/gql';

export const cohortList = graphql(/* GraphQL */ `
  query CohortList($after: String) {
    cohorts(first: 30, after: $after) {
      edges {
        node {
          id
          name
          startsOn
          personCount
          weekNow
          weeks
          completion
          plan {
            id
            key
            title
          }
          versions {
            id
            number
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const createCohort = graphql(/* GraphQL */ `
  mutation CreateCohort($input: CreateCohortInput!) {
    createCohort(input: $input) {
      cohort {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const enrolPeople = graphql(/* GraphQL */ `
  mutation EnrolPeople($input: EnrolPeopleInput!) {
    enrolPeople(input: $input) {
      enrolments {
        id
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

export const baselineMetrics = graphql(/* GraphQL */ `
  query BaselineMetrics {
    metrics {
      key
      title
      unit
      scale
      source
    }
  }
`);
