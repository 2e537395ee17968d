import { graphql } from '@/gql';

export const createUpload = graphql(/* GraphQL */ `
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      uploadId
      url
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const fileFields = graphql(/* GraphQL */ `
  fragment KeptFile on File {
    id
    name
    bytes
    mediaType
    url
  }
`);
