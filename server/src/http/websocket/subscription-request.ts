import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { SubscriptionRequest } from '../../boards/index.js';

/** The same checks as over HTTP: what is parsed, valid and within the limits, or why not. */
export type CheckDocument = (
  source: string,
  operationName: string | undefined,
  variables: Record<string, unknown>,
) => { document: DocumentNode } | { errors: readonly GraphQLError[] };

export interface SubscribePayload {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

/** A client's subscribe message as a request to serve, or the errors that answer it. */
export function subscriptionRequest(
  schema: GraphQLSchema,
  check: CheckDocument,
  payload: SubscribePayload,
): { request: SubscriptionRequest; operation: OperationDefinitionNode } | { errors: readonly GraphQLError[] } {
  const operationName = payload.operationName ?? undefined;
  const given = payload.variables ?? {};
  const checked = check(payload.query, operationName, given);
  if ('errors' in checked) return checked;
  const operation = getOperationAST(checked.document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return refused('Only subscriptions are served here; send queries and mutations by POST.');
  }
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 10 });
  if (variables.errors) return refused(variables.errors[0]?.message ?? 'Wrong variables.');
  const request: SubscriptionRequest = {
    schema,
    document: checked.document,
    source: payload.query,
    variables: given,
    coerced: variables.coerced,
    ...(operationName === undefined ? {} : { operationName }),
  };
  return { request, operation };
}

function refused(message: string): { errors: readonly GraphQLError[] } {
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })] };
}
