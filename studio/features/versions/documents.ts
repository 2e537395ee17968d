import { graphql } from '@/gql';

export const pooledFields = graphql(/* GraphQL */ `
  fragment PooledFields on PooledEstimate {
    estimate
    low
    high
    predictionLow
    predictionHigh
    heterogeneity
    sentence
    cohorts {
      title
      estimate
      low
      high
      people
    }
  }
`);

export const versionFigures = graphql(/* GraphQL */ `
  query VersionFigures($planKey: String!) {
    versionFigures(planKey: $planKey) {
      version {
        id
        number
        status
      }
      people
      completion {
        count
        of
        share
        low
        high
      }
      onTime {
        count
        of
        share
        low
        high
      }
      quality
      qualityOf
      outcomeMetric {
        key
        title
        unit
      }
      outcome {
        method
        estimate
        low
        high
        note
      }
      outcomeOf
    }
  }
`);

export const compareChoices = graphql(/* GraphQL */ `
  query CompareChoices($planKey: String!) {
    plan(key: $planKey) {
      id
      key
      title
      versions {
        id
        number
        changeNote
      }
    }
    metrics {
      key
      title
      family
    }
  }
`);

export const versionComparison = graphql(/* GraphQL */ `
  query VersionComparison($from: ID!, $to: ID!, $metricKey: String!) {
    compareVersionOutcomes(from: $from, to: $to, metricKey: $metricKey) {
      ...ComparedVersions
    }
  }

  fragment ComparedVersions on VersionComparison {
    from {
      id
      number
    }
    to {
      id
      number
    }
    metric {
      key
      title
      unit
      direction
    }
    randomised
    verdict
    sentence
    estimate {
      method
      estimate
      low
      high
      pValue
      note
    }
    sensitivity {
      method
      estimate
      low
      high
      pValue
      note
    }
    balance {
      key
      title
      before
      after
      passed
    }
    eValue
    eValueText
    peopleFrom
    peopleTo
    definition
    pooled {
      ...PooledFields
    }
  }
`);
