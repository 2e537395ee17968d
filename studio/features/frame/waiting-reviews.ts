'use client';
import { useQuery } from 'urql';
import { useLive } from '@/features/api/use-live';
import { graphql } from '@/gql';

const waitingReviews = graphql(/* GraphQL */ `
  query WaitingReviews {
    reviewQueue(first: 100) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

export const reviewQueueChanged = graphql(/* GraphQL */ `
  subscription ReviewQueueChanged {
    reviewQueueChanged
  }
`);

/** How many submissions wait for this person, live; 0 when `pause`d by not being a reviewer. */
export function useWaitingReviews(isReviewer: boolean): number {
  const [{ data }] = useQuery({ query: waitingReviews, pause: !isReviewer });
  const [{ data: live }] = useLive({ query: reviewQueueChanged, pause: !isReviewer });
  return live?.reviewQueueChanged ?? data?.reviewQueue.edges.length ?? 0;
}
