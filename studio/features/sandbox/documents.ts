import { graphql } from '@/gql';

export const workspaceList = graphql(/* GraphQL */ `
  query WorkspaceList {
    workspaces {
      id
      name
      kind
      now
      timeZone
    }
  }
`);

export const createSandbox = graphql(/* GraphQL */ `
  mutation CreateSandbox($input: CreateSandboxInput!) {
    createSandbox(input: $input) {
      workspace {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const enterWorkspace = graphql(/* GraphQL */ `
  mutation EnterWorkspace($input: EnterWorkspaceInput!) {
    enterWorkspace(input: $input) {
      workspace {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const moveClock = graphql(/* GraphQL */ `
  mutation MoveClock($input: MoveClockInput!) {
    moveClock(input: $input) {
      workspace {
        id
        now
        clockMovesTo
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const clockNow = graphql(/* GraphQL */ `
  query ClockNow {
    viewer {
      workspace {
        id
        now
        clockMovesTo
      }
    }
  }
`);

export const messagesBetween = graphql(/* GraphQL */ `
  query MessagesBetween($from: DateTime!, $until: DateTime!) {
    deliveries(first: 1, from: $from, until: $until) {
      totalCount
    }
  }
`);
