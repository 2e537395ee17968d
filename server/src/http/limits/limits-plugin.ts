import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../../access/graphql/context.js';
import { type Admission, admitOperation } from './admit-operation.js';

/** `admitOperation` for what comes over HTTP. */
export function limitsPlugin(admission: Admission): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (operation) admitOperation(admission, document, operation, request.variables ?? {}, contextValue);
      },
    }),
  };
}
