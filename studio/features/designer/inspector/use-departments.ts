import { useQuery } from 'urql';
import { graphql } from '@/gql';

const departmentsToName = graphql(/* GraphQL */ `
  query DepartmentsToName {
    departments {
      id
      key
      name
      parent {
        id
        name
      }
    }
  }
`);

/** The organisation's departments; undefined while they are not read. */
export function useDepartments() {
  const [{ data }] = useQuery({ query: departmentsToName });
  return data?.departments;
}
