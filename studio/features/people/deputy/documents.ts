import { graphql } from '@/gql';

export const deputyOf = graphql(/* GraphQL */ `
  query DeputyOf($personId: ID!) {
    node(id: $personId) {
      ... on Person {
        id
        ...PersonDeputy
      }
    }
  }

  fragment PersonDeputy on Person {
    id
    name
    deputyPeriod {
      ...DeputyPeriodShown
    }
    standsInFor {
      ...DeputyPeriodShown
    }
  }

  fragment DeputyPeriodShown on DeputyPeriod {
    from
    until
    running
    mentor {
      id
      name
    }
    deputy {
      id
      name
    }
  }
`);

export const possibleDeputies = graphql(/* GraphQL */ `
  query PossibleDeputies($mentorId: ID!) {
    possibleDeputies(mentorId: $mentorId) {
      id
      name
    }
  }
`);

export const setDeputy = graphql(/* GraphQL */ `
  mutation SetDeputy($input: DeputyInput!) {
    setDeputy(input: $input) {
      person {
        id
        ...PersonDeputy
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
