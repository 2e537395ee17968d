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
        code
        message
        path
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
        code
        message
        path
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
        code
        message
        path
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
        code
        message
        path
      }
    }
  }
`);
