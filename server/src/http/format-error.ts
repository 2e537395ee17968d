import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** Codes that a client may see; Apollo's own are translated to the contract's. */
const PUBLIC: Record<string, string> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  RATE_LIMITED: 'RATE_LIMITED',
  QUERY_TOO_COSTLY: 'QUERY_TOO_COSTLY',
  BAD_REQUEST: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
};

/** Masks everything that was not meant for the client: a fault keeps its text in the log, under the request's id. */
export function formatApiError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = PUBLIC[String(formatted.extensions?.code ?? '')];
    if (code !== undefined) {
      const { code: _own, stacktrace: _stack, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions: { ...extensions, code } };
    }
    const cause = unwrapResolverError(error);
    const requestId = crypto.randomUUID();
    log.error(
      { requestId, err: cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause, path: formatted.path },
      'a request failed',
    );
    return {
      message: 'Something went wrong on our side. Try again.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'INTERNAL', requestId },
    };
  };
}
