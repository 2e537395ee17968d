import { graphql } from '@/gql';

export const reviewQueue = graphql(/* GraphQL */ `
  query ReviewQueue {
    reviewQueue(first: 100) {
      totalCount
      edges {
        node {
          ...QueuedSubmission
        }
      }
    }
  }

  fragment QueuedSubmission on Submission {
    id
    itemKey
    itemTitle
    planTitle
    stepKey
    attempt
    submittedAt
    feedbackDueAt
    artefact
    comment
    criteria {
      key
      title
      weight
    }
    earlier {
      id
      attempt
      submittedAt
      reviewedAt
      decision
      score
      comment
      artefact
      reviewer {
        id
        name
      }
    }
    enrolment {
      id
      person {
        id
        name
        jobRole
        department {
          id
          name
        }
      }
      cohort {
        id
        name
      }
      items {
        key
        title
        description
        dueAt
        steps {
          key
          title
        }
      }
    }
  }
`);

export const reviewSubmission = graphql(/* GraphQL */ `
  mutation ReviewSubmission($input: ReviewSubmissionInput!) {
    reviewSubmission(input: $input) {
      submission {
        id
        decision
        reviewedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
