import { graphql } from '@/gql';

export const migrationPlan = graphql(/* GraphQL */ `
  query MigrationPlan($key: String!) {
    plan(key: $key) {
      id
      key
      title
      runningCount
      current {
        id
        number
      }
      versions {
        id
        number
        status
        enrolmentCount
        definition
      }
      migrations {
        id
        at
        moved
        undoneAt
        undoableUntil
        by {
          id
          name
        }
        from {
          id
          number
        }
        to {
          id
          number
        }
      }
    }
  }
`);

export const migrationSummary = graphql(/* GraphQL */ `
  query MigrationSummary($input: MigrationInput!) {
    previewMigration(input: $input) {
      moves
      stays
      blocked
      ended
      ownLeftOut
      totals {
        kind
        itemKey
        count
        sentence
      }
      before {
        done
        needed
        overdue
      }
      after {
        done
        needed
        overdue
      }
      previewHash
      unmapped
      problems {
        code
        severity
        message
        path
      }
    }
  }
`);

export const migrationPeople = graphql(/* GraphQL */ `
  query MigrationPeople($input: MigrationInput!, $effect: MigrationEffectKind, $after: String) {
    previewMigration(input: $input) {
      people(first: 50, effect: $effect, after: $after) {
        edges {
          node {
            effect
            reason
            ended
            leftOut
            changes {
              sentence
            }
            enrolment {
              id
              person {
                id
                name
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const moveEnrolments = graphql(/* GraphQL */ `
  mutation MoveEnrolments($input: MoveEnrolmentsInput!) {
    moveEnrolments(input: $input) {
      migrationId
      moved
      left
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const undoMigration = graphql(/* GraphQL */ `
  mutation UndoMigration($input: UndoMigrationInput!) {
    undoMigration(input: $input) {
      migrationId
      moved
      left
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
