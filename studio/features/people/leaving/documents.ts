import { graphql } from '@/gql';

export const leftBehind = graphql(/* GraphQL */ `
  query LeftBehind($personId: ID!) {
    leftBehind(personId: $personId) {
      waitingReviews
      mentees
      reports
      runningEnrolments
      enrolments
      takesOver {
        id
        name
      }
    }
  }
`);

export const deactivatePerson = graphql(/* GraphQL */ `
  mutation DeactivatePerson($input: DeactivatePersonInput!) {
    deactivatePerson(input: $input) {
      person {
        id
        active
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const reactivatePerson = graphql(/* GraphQL */ `
  mutation ReactivatePerson($input: PersonInput!) {
    reactivatePerson(input: $input) {
      person {
        id
        active
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const handOvers = graphql(/* GraphQL */ `
  query HandOvers {
    handOvers {
      ...OpenHandOver
    }
  }

  fragment OpenHandOver on HandOver {
    id
    kind
    at
    leaver {
      id
      name
    }
    person {
      id
      name
      department {
        id
        name
      }
    }
    to {
      id
      name
    }
    planTitle
  }
`);

export const handOver = graphql(/* GraphQL */ `
  mutation HandOver($input: HandOverInput!) {
    handOver(input: $input) {
      confirmed
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
