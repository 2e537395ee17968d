import { graphql } from '@/gql';

export const peopleImport = graphql(/* GraphQL */ `
  query PeopleImport($id: ID!) {
    peopleImport(id: $id) {
      id
      state
      ...PeopleImportView
    }
  }
`);

export const peopleImportView = graphql(/* GraphQL */ `
  fragment PeopleImportView on PeopleImport {
    id
    state
    total
    read
    written
    created
    updated
    unchanged
    missing
    rejected
    previewHash
    whenMissing
    leaverEnrolments
    allOrNothing
    createUnits
    mayCreateUnits
    asksAboutMissing
    blocked
    outdated
    notes
    newDepartments
    newJobRoles
    columns {
      letter
      name
      samples
      column
    }
    questions {
      column
      optional
      letters
    }
    problems {
      row
      column
      code
      message
    }
  }
`);

export const peopleImportRows = graphql(/* GraphQL */ `
  query PeopleImportRows($id: ID!, $result: PeopleRowResult, $first: Int!, $after: String) {
    peopleImport(id: $id) {
      id
      rows(result: $result, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            line
            result
            name
            cells {
              column
              given
              now
              changes
              wrong
              notes
            }
            problems {
              column
              message
            }
          }
        }
      }
    }
  }
`);

export const preparePeopleImport = graphql(/* GraphQL */ `
  mutation PreparePeopleImport($input: PeopleImportInput!) {
    preparePeopleImport(input: $input) {
      import {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const importPeople = graphql(/* GraphQL */ `
  mutation ImportPeople($input: ImportPeopleInput!) {
    importPeople(input: $input) {
      import {
        ...PeopleImportView
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
