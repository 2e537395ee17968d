import { graphql } from '@/gql';

/** The centre's rows. */
export const reportCentre = graphql(/* GraphQL */ `
  query ReportCentre($first: Int!, $after: String, $planKey: String, $cohortId: ID, $from: DateTime, $until: DateTime) {
    reports(first: $first, after: $after, planKey: $planKey, cohortId: $cohortId, from: $from, until: $until) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          generatedAt
          headline
          design
          people
          cohort {
            id
            name
            plan {
              id
              key
              title
            }
          }
        }
      }
    }
  }
`);

/** What a report can be filtered by and made for. */
export const reportChoices = graphql(/* GraphQL */ `
  query ReportChoices {
    plans(first: 100) {
      edges {
        node {
          id
          key
          title
        }
      }
    }
    cohorts(first: 100) {
      edges {
        node {
          ...CohortChoice
        }
      }
    }
  }

  fragment CohortChoice on Cohort {
    id
    name
    startsOn
    personCount
    plan {
      id
      key
    }
  }
`);

export const reportPage = graphql(/* GraphQL */ `
  query ReportPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ...ReportFields
    }
  }
`);

/** Makes the report of now, or finds that nothing has changed since the last one. */
export const newestReport = graphql(/* GraphQL */ `
  query NewestReport($cohortId: ID!) {
    evaluationReport(cohortId: $cohortId) {
      ...ReportFields
    }
    cohort(id: $cohortId) {
      id
      name
    }
  }
`);

export const applySuggestion = graphql(/* GraphQL */ `
  mutation ApplySuggestion($input: ApplySuggestionInput!) {
    applySuggestion(input: $input) {
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

/** A path on the API's server, which works for ten minutes. */
export const exportReport = graphql(/* GraphQL */ `
  mutation ExportReport($input: ExportReportInput!) {
    exportReport(input: $input) {
      url
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const exportBundle = graphql(/* GraphQL */ `
  mutation ExportBundle($input: ExportBundleInput!) {
    exportBundle(input: $input) {
      url
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

/** New matches, and with `confirm` making them. */
export const rematchMentors = graphql(/* GraphQL */ `
  mutation RematchMentors($input: RematchMentorsInput!) {
    rematchMentors(input: $input) {
      proposals {
        enrolment {
          id
          person {
            id
            name
          }
        }
        from {
          id
          name
        }
        to {
          id
          name
        }
        reason
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
