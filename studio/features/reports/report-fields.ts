import { graphql } from '@/gql';

export const shareFields = graphql(/* GraphQL */ `
  fragment ShareFields on Share {
    key
    title
    share
    low
    high
    count
    of
    suppressed
  }
`);

export const correlationFields = graphql(/* GraphQL */ `
  fragment CorrelationFields on Correlation {
    x
    y
    n
    pearson
    spearman
    low
    high
    adjustedP
    badge
    reason
  }
`);

export const estimateFields = graphql(/* GraphQL */ `
  fragment EstimateFields on Estimate {
    method
    estimate
    low
    high
    pValue
    note
  }
`);

export const itemFields = graphql(/* GraphQL */ `
  fragment ItemFields on ItemFigures {
    itemKey
    title
    completion {
      ...ShareFields
    }
    onTime {
      ...ShareFields
    }
    quality
    qualityLow
    qualityHigh
    qualityOf
    association {
      ...CorrelationFields
    }
  }
`);

export const findingFields = graphql(/* GraphQL */ `
  fragment FindingFields on Finding {
    id
    rule
    itemKey
    grade
    title
    evidence
    suggestion
    edits
    applicable
    appliedAt
    mentor {
      id
      name
    }
  }
`);

/** Everything a report says. */
export const reportFields = graphql(/* GraphQL */ `
  fragment ReportFields on EvaluationReport {
    id
    generatedAt
    design
    headline
    nextStep
    people
    pooled {
      ...PooledFields
    }
    scanned
    suppressed
    manifest
    cohort {
      id
      name
      startsOn
      plan {
        id
        key
        title
      }
      experiment {
        id
        name
        status
        smallestEffect
        analysisOn
        metric {
          key
          title
          unit
        }
        results {
          estimate
          low
          high
          method
          verdict
          sentence
          later {
            estimate
          }
          arm {
            allocated
            measured
            values
            mean
            version {
              id
              number
            }
          }
          reference {
            allocated
            measured
            values
            mean
            version {
              id
              number
            }
          }
        }
      }
    }
    flow {
      key
      title
      count
    }
    process {
      ...ShareFields
    }
    stages {
      ...ShareFields
    }
    departments {
      ...ShareFields
    }
    learningTime {
      itemKey
      title
      planned
      median
      low
      high
      n
      suppressed
    }
    ratings {
      roundId
      respondents
      closesOn
      answered
      people
      means {
        key
        text
        scale
        mean
        agree {
          count
          of
          low
          high
        }
      }
    }
    outcomeFigures {
      metricKey
      title
      unit
      direction
      n
      smallestEffect
      changes
      method
      estimate
      low
      high
      pValue
      note
    }
    correlations {
      ...CorrelationFields
    }
    courses {
      ...ItemFields
    }
    tasks {
      ...ItemFields
    }
    mentors {
      mentor {
        id
        name
      }
      timely {
        ...ShareFields
      }
      outsideLimits
      warnBelow
      alarmBelow
    }
    mentorFunnel {
      count
      of
      limits {
        of
        warnLow
        warnHigh
        alarmLow
        alarmHigh
      }
    }
    findings {
      ...FindingFields
    }
    integrity {
      key
      passed
      value
      text
    }
    sensitivity {
      ...EstimateFields
    }
    methods {
      key
      title
      text
    }
  }
`);
