import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Language } from '@planwright/schema/text';
import { type GraphQLError, type GraphQLFormattedError, Lexer, type Source, TokenKind } from 'graphql';
import { type RequestContext, sentenceOf } from '../access/graphql/index.js';
import { cannotWrite } from '../database/index.js';
import { DOCUMENT_LIMITS } from './limits/document-limits.js';

/** Codes that a client may see; Apollo's own are translated to the contract's. */
const PUBLIC: Record<string, string> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  RATE_LIMITED: 'RATE_LIMITED',
  QUERY_TOO_COSTLY: 'QUERY_TOO_COSTLY',
  READ_ONLY: 'READ_ONLY',
  BAD_REQUEST: 'BAD_USER_INPUT',
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  // By these two a client that sends hashes knows that it must send the query itself.
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_FOUND',
};

const publicCode = (extensions: Readonly<Record<string, unknown>> | undefined) =>
  PUBLIC[String(extensions?.code ?? '')];

/**
 * Gives an error the code that its cause asks for: a database that only reads, and a document of too many tokens, at which
 * the parser stops with an error like any other.
 */
export function classify(error: GraphQLError): void {
  if (cannotWrite(unwrapResolverError(error))) error.extensions.code = 'READ_ONLY';
  else if (error.source && hasMoreTokens(error.source, DOCUMENT_LIMITS.tokens))
    error.extensions.code = 'QUERY_TOO_COSTLY';
}

function hasMoreTokens(source: Source, limit: number): boolean {
  const lexer = new Lexer(source);
  try {
    for (let count = 0; count <= limit; count += 1) if (lexer.advance().kind === TokenKind.EOF) return false;
    return true;
  } catch {
    // What is no token at all ends the document before the limit.
    return false;
  }
}

/** What was not meant for the client is replaced: a fault keeps its text in the log, under the request's id. */
export function maskError(
  formatted: GraphQLFormattedError,
  speaker: { language: Language; requestId?: string },
): GraphQLFormattedError {
  const masked = (code: 'INTERNAL' | 'READ_ONLY') => ({
    message: sentenceOf(code, speaker.language),
    ...(formatted.path ? { path: formatted.path } : {}),
  });
  const { stacktrace: _stack, http: _http, ...extensions } = formatted.extensions ?? {};
  const code = publicCode(formatted.extensions);
  if (code === 'READ_ONLY') return { ...masked('READ_ONLY'), extensions: { code } };
  if (code !== undefined) return { ...formatted, extensions: { ...extensions, code } };
  return {
    ...masked('INTERNAL'),
    extensions: { code: 'INTERNAL', ...(speaker.requestId === undefined ? {} : { requestId: speaker.requestId }) },
  };
}

/** Gives errors their codes and logs the faults among the errors of one execution, with their cause. */
export function logFaults(errors: readonly GraphQLError[], context: Pick<RequestContext, 'log'>): void {
  for (const error of errors) {
    classify(error);
    if (error.extensions.code === 'READ_ONLY')
      context.log.warn({ path: error.path?.join('.') }, 'nothing can be written');
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
