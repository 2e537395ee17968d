import { graphql } from '@/gql';

export const itemFields = graphql(/* GraphQL */ `
  fragment PlanItem on ItemState {
    key
    kind
    title
    description
    deliverable
    link
    minutes
    requirement
    state
    outcome
    overdue
    provisional
    opensAt
    dueAt
    completedAt
    onTime
    score
    attempt
    awaiting
    stageKey
    stageTitle
    lockedBecause {
      text
      opensAt
    }
    steps {
      key
      title
      dueAt
      completedAt
      onTime
    }
  }
`);

/** What is due, and where the person's enrolments are found when nothing is due. */
export const myWork = graphql(/* GraphQL */ `
  query MyWork {
    myWork {
      overdue {
        ...DueItem
      }
      thisWeek {
        ...DueItem
      }
      nextMonth {
        ...DueItem
      }
      shared {
        ...DueItem
      }
    }
    cohorts(first: 20) {
      edges {
        node {
          id
          enrolments(first: 20) {
            edges {
              node {
                id
                status
                startsOn
                person {
                  id
                }
              }
            }
          }
        }
      }
    }
  }

  fragment DueItem on WorkItem {
    enrolmentId
    planTitle
    comment
    learnerName
    mentorName
    item {
      ...PlanItem
    }
  }
`);

export const myPath = graphql(/* GraphQL */ `
  query MyPath($id: ID!) {
    enrolment(id: $id) {
      ...MyEnrolment
    }
  }

  fragment MyEnrolment on Enrolment {
    id
    status
    startsOn
    dueAt
    weekNow
    weeks
    mentor {
      id
      name
    }
    planVersion {
      id
      number
      plan {
        id
        title
      }
    }
    progress {
      completion
      overdue
    }
    stages {
      key
      title
      open
      opensAt
      dueAt
      complete
      done
      needed
      items
    }
    items {
      ...PlanItem
    }
  }
`);

export const myPathChanged = graphql(/* GraphQL */ `
  subscription MyPathChanged($id: ID!) {
    enrolmentChanged(id: $id) {
      ...MyEnrolment
    }
  }
`);

export const recordProgress = graphql(/* GraphQL */ `
  mutation RecordProgress($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      enrolment {
        ...MyEnrolment
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
