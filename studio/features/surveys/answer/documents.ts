import { graphql } from '@/gql';

export const surveyForm = graphql(/* GraphQL */ `
  query SurveyForm($token: String!) {
    surveyForm(token: $token) {
      about
      closesOn
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
      userErrors {
        code
        message
        path
      }
    }
  }
`);
