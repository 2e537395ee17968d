import { graphql } from '@/gql';

export const departmentsPage = graphql(/* GraphQL */ `
  query DepartmentsPage {
    departments {
      id
      key
      name
      closed
      parent {
        id
      }
      people(first: 1) {
        totalCount
      }
    }
  }
`);

export const createDepartment = graphql(/* GraphQL */ `
  mutation CreateDepartment($input: DepartmentInput!) {
    createDepartment(input: $input) {
      department {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const updateDepartment = graphql(/* GraphQL */ `
  mutation UpdateDepartment($input: UpdateDepartmentInput!) {
    updateDepartment(input: $input) {
      department {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const mergeDepartment = graphql(/* GraphQL */ `
  mutation MergeDepartment($input: MergeDepartmentInput!) {
    mergeDepartment(input: $input) {
      department {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
