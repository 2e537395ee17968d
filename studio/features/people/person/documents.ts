import { graphql } from '@/gql';

export const personPage = graphql(/* GraphQL */ `
  query PersonPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        name
        active
      }
      ...PersonProfile
      ...PersonDetails
      ...PersonPlans
    }
  }

  fragment PersonProfile on Person {
    id
    name
    email
    employeeNumber
    joinedOn
    active
    roles
    locale
    timeZone
    mentorCapacity
    mentorExperienceYears
    mentees
    jobRole
    department {
      id
      name
    }
    manager {
      id
      name
    }
    team {
      id
      name
      active
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
