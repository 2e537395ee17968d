import { graphql } from '@/gql';

export const peoplePage = graphql(/* GraphQL */ `
  query PeoplePage($first: Int!, $after: String, $filter: PersonFilter) {
    people(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PersonRow
        }
      }
    }
  }

  fragment PersonRow on Person {
    id
    name
    email
    employeeNumber
    joinedOn
    active
    roles
    job {
      id
      title
    }
    department {
      id
      name
    }
    manager {
      id
      name
    }
  }
`);

/** What can be changed of a person by hand, and what of it another system keeps. */
export const personDetails = graphql(/* GraphQL */ `
  fragment PersonDetails on Person {
    id
    name
    email
    employeeNumber
    jobRole
    joinedOn
    locale
    timeZone
    mentorCapacity
    mentorExperienceYears
    department {
      id
      name
    }
    manager {
      id
      name
    }
    identities {
      source
      externalId
      owns
    }
  }
`);

export const createPerson = graphql(/* GraphQL */ `
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const updatePerson = graphql(/* GraphQL */ `
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        ...PersonRow
        ...PersonDetails
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
