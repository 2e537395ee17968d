import { graphql } from '@/gql';

export const designerPlan = graphql(/* GraphQL */ `
  query DesignerPlan($key: String!) {
    plan(key: $key) {
      id
      key
      title
      runningCount
      current {
        id
        number
        contentHash
        definition
      }
      versions {
        id
        number
        definition
      }
      draft {
        definition
        layout
        revision
        updatedAt
        basedOn
        updatedBy {
          id
          name
        }
      }
    }
  }
`);

export const saveDraft = graphql(/* GraphQL */ `
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      plan {
        id
        key
        draft {
          revision
          updatedAt
        }
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const draftOnServer = graphql(/* GraphQL */ `
  query DraftOnServer($key: String!) {
    plan(key: $key) {
      id
      draft {
        definition
        layout
        revision
        updatedAt
        updatedBy {
          id
          name
        }
      }
    }
  }
`);
