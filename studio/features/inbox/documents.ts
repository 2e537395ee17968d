import { graphql } from '@/gql';

export const inboxPage = graphql(/* GraphQL */ `
  query InboxPage($first: Int!, $after: String, $unread: Boolean) {
    inbox(first: $first, after: $after, unread: $unread) {
      unread
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          markdown
          link
          at
          readAt
        }
      }
    }
  }
`);

export const unreadMessages = graphql(/* GraphQL */ `
  query UnreadMessages {
    inbox(first: 1, unread: true) {
      unread
    }
  }
`);

export const inboxChanged = graphql(/* GraphQL */ `
  subscription InboxChanged {
    inboxChanged
  }
`);

export const markRead = graphql(/* GraphQL */ `
  mutation MarkRead($input: MarkReadInput!) {
    markRead(input: $input) {
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
