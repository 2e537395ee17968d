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

/** Plans that can be run: those with a published version. */
export const runnablePlans = graphql(/* GraphQL */ `
  query RunnablePlans {
    plans(first: 100) {
      edges {
        node {
          id
          key
          title
          current {
            id
            number
          }
        }
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

export const findPeople = graphql(/* GraphQL */ `
  query FindPeople($search: String, $role: Role) {
    people(first: 50, filter: { search: $search, role: $role }) {
      edges {
        node {
          ...PersonChoice
        }
      }
      totalCount
    }
  }

  fragment PersonChoice on Person {
    id
    name
    jobRole
    active
    mentees
    department {
      id
      name
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
