import { graphql } from '@/gql';

/** The choices for an experiment: published plans, and metrics. */
export const designChoices = graphql(/* GraphQL */ `
  query DesignChoices {
    plans(first: 100) {
      edges {
        node {
          id
          key
          title
          current {
            id
          }
        }
      }
    }
    metrics {
      key
      title
      unit
      family
      direction
      scale
      low
      high
    }
  }
`);

export const designVersions = graphql(/* GraphQL */ `
  query DesignVersions($key: String!) {
    plan(key: $key) {
      id
      key
      title
      versions {
        id
        number
        status
        changeNote
        enrolmentCount
      }
    }
  }
`);

/** People of a department, to be taken in one go. */
export const departmentPeople = graphql(/* GraphQL */ `
  query DepartmentPeople($filter: PersonFilter!, $after: String) {
    people(first: 100, after: $after, filter: $filter) {
      edges {
        node {
          ...PersonChoice
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const effectBefore = graphql(/* GraphQL */ `
  query EffectBefore($input: DetectableEffectInput!) {
    detectableEffect(input: $input) {
      effect
      unit
      perArm
      attainableP
      sentence
    }
  }
`);

export const createExperiment = graphql(/* GraphQL */ `
  mutation CreateExperiment($input: CreateExperimentInput!) {
    createExperiment(input: $input) {
      experiment {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
