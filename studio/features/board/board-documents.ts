import { graphql } from '@/gql';

/** Everything a board page shows live, in one stream: the packed rows, the counters, and the cursor. */
export const boardChanged = graphql(/* GraphQL */ `
  subscription BoardChanged($cohortId: ID!, $since: String) {
    boardChanged(cohortId: $cohortId, since: $since) {
      kind
      cursor
      previousCursor
      removed
      board {
        columns {
          itemKey
          title
          kind
          requirement
          stageKey
          stageTitle
          stageIndex
          weeks
        }
      }
      rows {
        enrolmentId
        personId
        personName
        departmentId
        mentorId
        mentorName
        versionNumber
        states
        completion
        overdue
        lastEventAt
      }
      counters {
        people
        ...BoardFigures
      }
    }
  }
`);

/** Facts around the board that change seldom. */
export const boardPage = graphql(/* GraphQL */ `
  query BoardPage($id: ID!) {
    cohort(id: $id) {
      id
      name
      startsOn
      personCount
      weekNow
      weeks
      plan {
        id
        key
        title
      }
      versions {
        id
        number
      }
      cancelled {
        id
        person {
          id
          name
        }
      }
    }
    departments {
      id
      name
    }
  }
`);

/** The board as it was known at an instant: what the counters are compared with. */
export const boardBefore = graphql(/* GraphQL */ `
  query BoardBefore($id: ID!, $asOf: DateTime!) {
    board(cohortId: $id, asOf: $asOf) {
      counters {
        completion
        onTime
        feedbackGiven
        overdue
        people
      }
    }
  }
`);
