import { graphql } from '@/gql';

export const publishOverview = graphql(/* GraphQL */ `
  query PublishOverview($key: String!) {
    plan(key: $key) {
      id
      key
      title
      runningCount
      current {
        id
        number
        contentHash
        definition
      }
      versions {
        id
        number
      }
      draft {
        revision
        definition
        problems {
          code
          severity
          message
          path
        }
      }
    }
  }
`);

export const compareVersions = graphql(/* GraphQL */ `
  query CompareVersions($from: VersionRef!, $to: VersionRef!) {
    comparePlanVersions(from: $from, to: $to) {
      identical
      changes {
        kind
        path
        sentence
      }
    }
  }
`);

export const publishPlan = graphql(/* GraphQL */ `
  mutation PublishPlan($input: PublishPlanInput!) {
    publishPlan(input: $input) {
      version {
        id
        number
      }
      migrationId
      problems {
        code
        severity
        message
        path
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const versionList = graphql(/* GraphQL */ `
  query VersionList($key: String!) {
    plan(key: $key) {
      id
      key
      title
      current {
        id
      }
      draft {
        revision
        updatedAt
      }
      versions {
        id
        number
        status
        contentHash
        changeNote
        publishedAt
        enrolmentCount
        publishedBy {
          id
          name
        }
      }
    }
  }
`);

export const restoreVersion = graphql(/* GraphQL */ `
  mutation RestoreVersion($input: RestorePlanVersionInput!) {
    restorePlanVersion(input: $input) {
      plan {
        id
        draft {
          revision
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const retireVersion = graphql(/* GraphQL */ `
  mutation RetireVersion($input: RetirePlanVersionInput!) {
    retirePlanVersion(input: $input) {
      version {
        id
        status
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const dryRunPlan = graphql(/* GraphQL */ `
  query DryRunPlan($key: String!) {
    plan(key: $key) {
      id
      key
      title
      current {
        id
        definition
      }
      draft {
        definition
      }
    }
  }
`);

export const simulate = graphql(/* GraphQL */ `
  query SimulatePlan($input: SimulatePlanInput!) {
    simulatePlan(input: $input) {
      days {
        date
        workday
        events {
          at
          kind
          itemKey
          ruleKey
          text
          to
        }
      }
    }
  }
`);
