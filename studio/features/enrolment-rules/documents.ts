import { graphql } from '@/gql';

export const rulePage = graphql(/* GraphQL */ `
  query RulePage($planKey: String!) {
    plan(key: $planKey) {
      key
      title
      current {
        id
        number
      }
    }
    enrolmentRule(planKey: $planKey) {
      ...RuleDraft
      ...RuleLeavers
      lastRunAt
      nextRunAt
    }
  }

  fragment RuleDraft on EnrolmentRule {
    enabled
    triggers
    from
    cohorts
    startsOn
    mentorRule
    leaving
    againAfterMonths
  }

  fragment RuleLeavers on EnrolmentRule {
    leaving
    noLongerMatching {
      missedRuns
      inExperiment
      person {
        id
        name
      }
      enrolment {
        id
        status
      }
    }
  }
`);

export const previewRule = graphql(/* GraphQL */ `
  query PreviewRule($input: EnrolmentRuleInput!) {
    previewEnrolmentRule(input: $input) {
      reason
      startsOn
      person {
        id
        name
      }
    }
  }
`);

export const saveRule = graphql(/* GraphQL */ `
  mutation SaveRule($input: EnrolmentRuleInput!) {
    saveEnrolmentRule(input: $input) {
      rule {
        ...RuleDraft
        nextRunAt
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
