import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { badInput, type RequestContext } from '../../access/graphql/index.js';
import { type Admission, admitOperation } from './admit-operation.js';

/** `admitOperation` for what comes over HTTP. */
export function limitsPlugin(admission: Admission): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw badInput(contextValue, 'SUBSCRIPTION', []);
        if (operation) admitOperation(admission, document, operation, request.variables ?? {}, contextValue);
      },
    }),
  };
}
