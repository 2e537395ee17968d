import { graphql } from '@/gql';

export const departmentsToPick = graphql(/* GraphQL */ `
  query DepartmentsToPick {
    departments {
      ...DepartmentToPick
    }
  }

  fragment DepartmentToPick on Department {
    id
    key
    name
    closed
    formerKeys
    parent {
      id
    }
  }
`);

export const plansToPick = graphql(/* GraphQL */ `
  query PlansToPick {
    plans(first: 100) {
      edges {
        node {
          id
          key
          title
          current {
            id
            number
          }
        }
      }
    }
  }
`);

export const findPeople = graphql(/* GraphQL */ `
  query FindPeople($search: String, $role: Role) {
    people(first: 50, filter: { search: $search, role: $role }) {
      edges {
        node {
          ...PersonChoice
        }
      }
      totalCount
    }
  }

  fragment PersonChoice on Person {
    id
    name
    job {
      id
      key
      title
    }
    active
    mentees
    department {
      id
      name
    }
  }
`);

export const jobRolesToPick = graphql(/* GraphQL */ `
  query JobRolesToPick {
    jobRoles {
      id
      key
      title
    }
  }
`);
