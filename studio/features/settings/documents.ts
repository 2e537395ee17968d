import { graphql } from '@/gql';

export const workspaceSettings = graphql(/* GraphQL */ `
  query WorkspaceSettingsPage {
    workspaceSettings {
      ...WorkspaceSettingsFields
    }
  }

  fragment WorkspaceSettingsFields on WorkspaceSettings {
    name
    locale
    timeZone
    workingFrom
    workingTo
    leaverEnrolments
    maxFileMegabytes
    reportTargets {
      completion
      onTime
      feedback
      quality
    }
  }
`);

export const saveWorkspaceSettings = graphql(/* GraphQL */ `
  mutation SaveWorkspaceSettings($input: WorkspaceSettingsInput!) {
    saveWorkspaceSettings(input: $input) {
      settings {
        ...WorkspaceSettingsFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const calendarYears = graphql(/* GraphQL */ `
  query CalendarYears {
    calendarYears {
      calendar
      year
      published
      off
      on
    }
  }
`);

export const previewCalendarYear = graphql(/* GraphQL */ `
  query PreviewCalendarYear($input: PublishCalendarYearInput!) {
    previewCalendarYear(input: $input) {
      corrects
      enrolments
      dates
      previewHash
      moves {
        title
        opens
        before
        after
        enrolment {
          id
          person {
            id
            name
          }
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const publishCalendarYear = graphql(/* GraphQL */ `
  mutation PublishCalendarYear($input: PublishCalendarYearInput!) {
    publishCalendarYear(input: $input) {
      moved
      calendarYear {
        year
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
