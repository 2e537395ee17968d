import { graphql } from '@/gql';

/** The list alone: whole submissions of everybody who waits would cost the server too much. */
export const reviewQueue = graphql(/* GraphQL */ `
  query ReviewQueue {
    reviewQueue(first: 100) {
      edges {
        node {
          id
          submittedAt
          feedbackDueAt
          ...QueuedSubmission
        }
      }
    }
  }

  fragment QueuedSubmission on Submission {
    id
    itemTitle
    attempt
    submittedAt
    feedbackDueAt
    enrolment {
      id
      person {
        id
        name
      }
    }
  }
`);

export const submittedWork = graphql(/* GraphQL */ `
  query SubmittedWork($id: ID!) {
    node(id: $id) {
      __typename
      ... on Submission {
        id
      }
      ...WholeSubmission
    }
  }

  fragment WholeSubmission on Submission {
    id
    itemKey
    itemTitle
    planTitle
    stepKey
    attempt
    submittedAt
    feedbackDueAt
    artefact
    files {
      ...KeptFile
    }
    note
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
      files {
        ...KeptFile
      }
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
        job {
          id
          title
        }
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
        ...UserErrorFields
      }
    }
  }
`);
