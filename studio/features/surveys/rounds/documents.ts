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
      byCode
      results {
        invited
        answered
        respondents
        comments
        means {
          key
          text
          scale
          mean
          agree {
            count
            of
            low
            high
          }
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
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const surveyReach = graphql(/* GraphQL */ `
  query SurveyReach($cohortId: ID!, $respondents: SurveyRespondents!) {
    surveyReach(cohortId: $cohortId, respondents: $respondents) {
      about
      aboutEnough
      asked
      byCode
      fewest
      people
      problem
    }
  }
`);

export const printSurveyCodes = graphql(/* GraphQL */ `
  mutation PrintSurveyCodes($input: PrintSurveyCodesInput!) {
    printSurveyCodes(input: $input) {
      codes {
        about
        code
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
