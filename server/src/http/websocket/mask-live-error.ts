import type { Language } from '@planwright/schema/text';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { classify, logFaults, maskError } from '../format-error.js';

/** Masks and logs errors of executions that no Apollo sees: those of streams. */
export function maskLiveError(log: Logger) {
  return (error: GraphQLError, language: Language): GraphQLFormattedError => {
    const requestId = crypto.randomUUID();
    classify(error);
    // Parsing and validation leave no code and no cause: the client's document is wrong.
    const isRequestFault = error.originalError === undefined && error.extensions.code === undefined;
    if (isRequestFault)
      return maskError({ ...error.toJSON(), extensions: { code: 'BAD_REQUEST' } }, { language, requestId });
    logFaults([error], { log: log.child({ requestId }) });
    return maskError(error.toJSON(), { language, requestId });
  };
}
