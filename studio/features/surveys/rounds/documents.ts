import { graphql } from '@/gql';

export const surveyRounds = graphql(/* GraphQL */ `
  query SurveyRounds($cohortId: ID!) {
    cohort(id: $cohortId) {
      id
      name
      personCount
    }
    surveys(cohortId: $cohortId) {
      id
      respondents
      opensOn
      closesOn
      results {
        invited
        answered
        comments
        means {
          key
          text
          scale
          mean
        }
      }
    }
  }
`);

export const openSurvey = graphql(/* GraphQL */ `
  mutation OpenSurvey($input: OpenSurveyInput!) {
    openSurvey(input: $input) {
      round {
        id
      }
      links {
        about
        respondent
        token
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const renewSurveyLinks = graphql(/* GraphQL */ `
  mutation RenewSurveyLinks($input: RenewSurveyLinksInput!) {
    renewSurveyLinks(input: $input) {
      round {
        id
      }
      links {
        about
        respondent
        token
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
