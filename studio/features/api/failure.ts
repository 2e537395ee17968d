import type { CombinedError } from 'urql';

/** Why a request as a whole failed; what a person can correct comes as `userErrors` instead. */
export type FailureKind = 'offline' | 'signedOut' | 'forbidden' | 'notFound' | 'tooMany' | 'readOnly' | 'server';

const kindOf = (code: unknown): FailureKind => {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 'signedOut';
    case 'FORBIDDEN':
      return 'forbidden';
    case 'NOT_FOUND':
      return 'notFound';
    case 'RATE_LIMITED':
    case 'QUERY_TOO_COSTLY':
      return 'tooMany';
    case 'READ_ONLY':
      return 'readOnly';
    default:
      return 'server';
  }
};

/** One kind for an error of urql: the first code of the server decides, a failed transport is `offline`. */
export function failureKind(error: Pick<CombinedError, 'graphQLErrors' | 'networkError'>): FailureKind {
  const first = error.graphQLErrors[0];
  if (first) return kindOf(first.extensions?.code);
  return error.networkError ? 'offline' : 'server';
}
