import { graphql } from '@/gql';

export const experimentList = graphql(/* GraphQL */ `
  query ExperimentList($after: String) {
    experiments(first: 50, after: $after) {
      edges {
        node {
          id
          name
          hypothesis
          status
          startsOn
          analysisOn
          endedAt
          plan {
            id
            key
            title
          }
          metric {
            key
            title
          }
          arms {
            allocated
            version {
              id
              number
            }
          }
          results {
            verdict
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

export const experimentDetail = graphql(/* GraphQL */ `
  query ExperimentDetail($id: ID!) {
    experiment(id: $id) {
      ...ExperimentView
    }
  }

  fragment ExperimentView on Experiment {
    id
    name
    hypothesis
    status
    smallestEffect
    detectableEffect
    seed
    seedHash
    registrationHash
    rosterDigest
    algorithm
    replayed
    registeredAt
    unit
    strata
    startsOn
    analysisOn
    openedAt
    openedBy {
      id
      name
    }
    resultDigest
    endedAt
    endedBy {
      id
      name
    }
    endReason
    method
    decisions {
      decision
      version {
        id
        number
      }
      reason
      hadVerdict
      decidedAt
      decidedBy {
        id
        name
      }
    }
    measures {
      role
      margin
      metric {
        key
        title
        unit
      }
    }
    measureResults {
      metricKey
      title
      unit
      role
      state
      estimate
      low
      high
      adjustedP
      sentence
      arm {
        version {
          id
          number
        }
      }
    }
    laterValues {
      person {
        id
        name
      }
      baseline
      before
      after
      recordedAt
      recordedBy {
        id
        name
      }
    }
    outlook {
      measured
      of
      power
      powerOfAll
      sentence
    }
    plan {
      id
      key
      title
    }
    metric {
      key
      title
      unit
      direction
      scale
    }
    cohort {
      id
      name
      weekNow
      weeks
    }
    arms {
      allocated
      measured
      mean
      standardDeviation
      values
      version {
        id
        number
      }
    }
    integrity {
      key
      passed
      value
      text
    }
    members {
      late
      measured
      deviation
      version {
        id
        number
      }
      deviatedTo {
        id
        number
      }
      person {
        id
        name
        department {
          id
          name
        }
      }
    }
    results {
      arm {
        version {
          id
          number
        }
      }
      reference {
        version {
          id
          number
        }
      }
      estimate
      low
      high
      pValue
      method
      note
      verdict
      sentence
      sensitivity {
        method
        estimate
        low
        high
        pValue
        note
      }
      later {
        method
        estimate
        low
        high
        pValue
        note
      }
    }
  }
`);

export const startExperiment = graphql(/* GraphQL */ `
  mutation StartExperiment($input: ExperimentInput!) {
    startExperiment(input: $input) {
      experiment {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const analyseExperiment = graphql(/* GraphQL */ `
  mutation AnalyseExperiment($input: ExperimentInput!) {
    analyseExperiment(input: $input) {
      experiment {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const joinExperiment = graphql(/* GraphQL */ `
  mutation JoinExperiment($input: JoinExperimentInput!) {
    joinExperiment(input: $input) {
      experiment {
        id
        members {
          person {
            id
            name
          }
          version {
            id
            number
          }
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const deviateAllocation = graphql(/* GraphQL */ `
  mutation DeviateAllocation($input: DeviateAllocationInput!) {
    deviateAllocation(input: $input) {
      experiment {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const cancelExperiment = graphql(/* GraphQL */ `
  mutation CancelExperiment($input: EndExperimentInput!) {
    cancelExperiment(input: $input) {
      experiment {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const stopExperiment = graphql(/* GraphQL */ `
  mutation StopExperiment($input: EndExperimentInput!) {
    stopExperiment(input: $input) {
      experiment {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const decideExperiment = graphql(/* GraphQL */ `
  mutation DecideExperiment($input: DecideExperimentInput!) {
    decideExperiment(input: $input) {
      experiment {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
