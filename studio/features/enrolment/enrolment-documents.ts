import { graphql } from '@/gql';

export const enrolmentPage = graphql(/* GraphQL */ `
  query EnrolmentPage($id: ID!) {
    enrolment(id: $id) {
      ...EnrolmentView
    }
  }
`);

export const enrolmentChanged = graphql(/* GraphQL */ `
  subscription EnrolmentPageChanged($id: ID!) {
    enrolmentChanged(id: $id) {
      ...EnrolmentView
    }
  }
`);

export const enrolmentView = graphql(/* GraphQL */ `
  fragment EnrolmentView on Enrolment {
    id
    startsOn
    dueAt
    status
    weekNow
    weeks
    person {
      id
      name
      timeZone
      department {
        id
        name
      }
    }
    mentor {
      id
      name
    }
    cohort {
      id
      name
    }
    planVersion {
      id
      number
      plan {
        id
        key
        title
      }
    }
    progress {
      done
      needed
      completion
      onTime
      feedbackInTime
      overdue
    }
    stages {
      key
      title
      dueAt
      done
      needed
      complete
      open
      items
    }
    partners {
      itemKey
      person {
        id
        name
      }
    }
    items {
      key
      stageKey
      kind
      title
      requirement
      state
      outcome
      opensAt
      dueAt
      provisional
      completedAt
      onTime
      overdue
      score
      attempt
      steps {
        key
        title
        dueAt
        completedAt
        onTime
      }
      lockedBecause {
        text
      }
    }
  }
`);

export const enrolmentHistory = graphql(/* GraphQL */ `
  query EnrolmentHistory($id: ID!, $after: String) {
    enrolment(id: $id) {
      id
      history(first: 30, after: $after) {
        edges {
          node {
            seq
            at
            type
            itemKey
            stepKey
            data
            actor {
              id
              name
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

export const recordForPerson = graphql(/* GraphQL */ `
  mutation RecordForPerson($input: RecordProgressInput!) {
    recordProgress(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const assignMentor = graphql(/* GraphQL */ `
  mutation AssignMentor($input: AssignMentorInput!) {
    assignMentor(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const changeDueDate = graphql(/* GraphQL */ `
  mutation ChangeDueDate($input: ChangeDueDateInput!) {
    changeDueDate(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const choosePartners = graphql(/* GraphQL */ `
  mutation ChoosePartners($input: ChoosePartnersInput!) {
    choosePartners(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const pauseEnrolment = graphql(/* GraphQL */ `
  mutation PauseEnrolment($input: PauseEnrolmentInput!) {
    pauseEnrolment(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const resumeEnrolment = graphql(/* GraphQL */ `
  mutation ResumeEnrolment($input: ResumeEnrolmentInput!) {
    resumeEnrolment(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const undoCancellation = graphql(/* GraphQL */ `
  mutation UndoCancellation($input: UndoCancellationInput!) {
    undoCancellation(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const cancelEnrolment = graphql(/* GraphQL */ `
  mutation CancelEnrolment($input: CancelEnrolmentInput!) {
    cancelEnrolment(input: $input) {
      enrolment {
        ...EnrolmentView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
