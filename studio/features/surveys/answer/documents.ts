import { graphql } from '@/gql';

export const surveyForm = graphql(/* GraphQL */ `
  query SurveyForm($token: String!) {
    surveyForm(token: $token) {
      state
      about
      closesOn
      cohort
      next {
        about
        token
      }
      respondents
      workspace
      questions {
        key
        scale
        text
      }
    }
  }
`);

export const answerSurvey = graphql(/* GraphQL */ `
  mutation AnswerSurvey($input: AnswerSurveyInput!) {
    answerSurvey(input: $input) {
      next {
        about
        token
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const mySurveys = graphql(/* GraphQL */ `
  query MySurveys {
    mySurveys {
      about
      closesOn
      cohort
      respondents
      token
    }
  }
`);
