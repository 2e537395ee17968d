import { graphql } from '@/gql';

export const metrics = graphql(/* GraphQL */ `
  query Metrics {
    metrics {
      key
      title
      family
      scale
      source
      direction
      unit
      low
      high
    }
  }
`);

export const createMetric = graphql(/* GraphQL */ `
  mutation CreateMetric($input: CreateMetricInput!) {
    createMetric(input: $input) {
      metric {
        key
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const measurements = graphql(/* GraphQL */ `
  query Measurements($metricKey: String!, $cohortId: ID, $after: String) {
    measurements(metricKey: $metricKey, cohortId: $cohortId, first: 50, after: $after) {
      edges {
        node {
          id
          value
          measuredOn
          baseline
          source
          person {
            id
            name
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

export const cohortsToMeasure = graphql(/* GraphQL */ `
  query CohortsToMeasure {
    cohorts(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const recordMeasurements = graphql(/* GraphQL */ `
  mutation RecordMeasurements($input: RecordMeasurementsInput!) {
    recordMeasurements(input: $input) {
      recorded
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const importMeasurements = graphql(/* GraphQL */ `
  mutation ImportMeasurements($input: ImportMeasurementsInput!) {
    importMeasurements(input: $input) {
      recorded
      notes
      questions {
        column
        optional
        candidates {
          letter
          name
          samples
        }
      }
      rows {
        line
        result
        person
        cells {
          column
          given
          wrong
          notes
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
