import { graphql } from '@/gql';

export const enrolmentReminders = graphql(/* GraphQL */ `
  query EnrolmentReminders($id: ID!) {
    reminders(enrolmentId: $id) {
      ...PlannedReminder
    }
  }

  fragment PlannedReminder on ReminderOccurrence {
    id
    ruleKey
    itemKey
    stepKey
    title
    text
    why
    reason
    channel
    recipient
    state
    dueAt
    deferredTo
    sentAt
    provisional
    to {
      id
      name
    }
  }
`);

export const suppressReminder = graphql(/* GraphQL */ `
  mutation SuppressReminder($input: SuppressReminderInput!) {
    suppressReminder(input: $input) {
      reminder {
        id
        state
        reason
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
