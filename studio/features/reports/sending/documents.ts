import { graphql } from '@/gql';

export const reportSchedules = graphql(/* GraphQL */ `
  query ReportSchedules {
    reportSchedules(first: 50) {
      edges {
        node {
          id
          everyWeeks
          weekday
          nextAt
          lastAt
          cohort {
            id
            name
          }
          recipients {
            id
            name
          }
        }
      }
    }
  }
`);

export const scheduleReport = graphql(/* GraphQL */ `
  mutation ScheduleReport($input: ScheduleReportInput!) {
    scheduleReport(input: $input) {
      schedule {
        id
        nextAt
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const cancelReportSchedule = graphql(/* GraphQL */ `
  mutation CancelReportSchedule($input: CancelReportScheduleInput!) {
    cancelReportSchedule(input: $input) {
      schedule {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
