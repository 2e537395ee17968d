import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Language } from '@planwright/schema';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../access/graphql/context.js';
import { sentenceOf } from '../access/graphql/request-error.js';

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

const publicCode = (extensions: Readonly<Record<string, unknown>> | undefined) =>
  PUBLIC[String(extensions?.code ?? '')];

/** The parser's message when a document has too many tokens: the one error that has no code of its own. */
const TOO_MANY_TOKENS = 'Document contains more than';

/** What was not meant for the client is replaced: a fault keeps its text in the log, under the request's id. */
export function maskError(
  formatted: GraphQLFormattedError,
  speaker: { language: Language; requestId?: string },
): GraphQLFormattedError {
  const { stacktrace: _stack, http: _http, ...extensions } = formatted.extensions ?? {};
  const code = formatted.message.includes(TOO_MANY_TOKENS) ? 'QUERY_TOO_COSTLY' : publicCode(formatted.extensions);
  if (code !== undefined) return { ...formatted, extensions: { ...extensions, code } };
  return {
    message: sentenceOf('INTERNAL', speaker.language),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL', ...(speaker.requestId === undefined ? {} : { requestId: speaker.requestId }) },
  };
}

/** Logs the faults among the errors of one execution, with their cause. */
export function logFaults(errors: readonly GraphQLError[], context: Pick<RequestContext, 'log'>): void {
  for (const error of errors) {
    if (publicCode(error.extensions) === undefined) {
      context.log.error({ err: unwrapResolverError(error), path: error.path?.join('.') }, 'a request failed');
    }
  }
}

/** Both for what comes over HTTP, where Apollo's own `formatError` knows neither language nor request. */
export const errorsPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => logFaults(errors, contextValue),
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      response.body.singleResult.errors = response.body.singleResult.errors.map((error) =>
        maskError(error, contextValue),
      );
    },
  }),
};
