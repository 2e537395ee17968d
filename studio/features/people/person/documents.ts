import { graphql } from '@/gql';

export const personPage = graphql(/* GraphQL */ `
  query PersonPage($id: ID!) {
    person(id: $id) {
      id
      name
      active
      ...PersonProfile
      ...PersonDetails
      ...PersonPlans
      ...PersonRoles
      ...PersonDeputy
    }
  }

  fragment PersonProfile on Person {
    id
    name
    email
    employeeNumber
    joinedOn
    active
    locale
    timeZone
    mentorCapacity
    mentorExperienceYears
    mentees
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
    identities {
      source
      externalId
      owns
    }
    team {
      id
      name
      active
    }
  }

  fragment PersonRoles on Person {
    id
    name
    active
    grants {
      role
      source
      grantedAt
      grantedBy {
        id
        name
      }
      department {
        id
        name
      }
    }
  }

  fragment PersonPlans on Person {
    id
    enrolments(first: 50) {
      edges {
        node {
          ...PlanOfPerson
        }
      }
    }
    mentoring(first: 50) {
      edges {
        node {
          ...PlanOfPerson
        }
      }
    }
  }

  fragment PlanOfPerson on Enrolment {
    id
    startsOn
    status
    person {
      id
      name
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
      plan {
        id
        title
      }
    }
    progress {
      completion
      overdue
    }
  }
`);

export const grantRole = graphql(/* GraphQL */ `
  mutation GrantRole($input: RoleInput!) {
    grantRole(input: $input) {
      person {
        ...PersonRoles
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const revokeRole = graphql(/* GraphQL */ `
  mutation RevokeRole($input: RoleInput!) {
    revokeRole(input: $input) {
      person {
        ...PersonRoles
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const personHistory = graphql(/* GraphQL */ `
  query PersonHistory($id: ID!, $first: Int!, $after: String) {
    person(id: $id) {
      id
      history(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            at
            action
            detail
            outcome
            actor {
              id
              name
            }
          }
        }
      }
    }
  }
`);
