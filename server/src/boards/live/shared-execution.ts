import type { Language } from '@planwright/schema/text';
import { type ExecutionArgs, execute, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubscriptionRequest } from './board-operation.js';

/** Thrown by a shared context when something reads who asks: what is shared must not depend on it. */
export class ViewerNeeded extends Error {
  override name = 'ViewerNeeded';
  constructor() {
    super('A shared execution has no viewer');
  }
}

/** Hides what a client may not see of an error: its own message stays, ours become INTERNAL. */
export type MaskError = (error: GraphQLError, language: Language) => GraphQLFormattedError;

export type Executed =
  | { kind: 'payload'; payload: Buffer }
  /** The document cannot be shared. */
  | { kind: 'unshareable' }
  /** Nothing to send; the error is already told to the log by `mask`. */
  | { kind: 'failed'; error: GraphQLFormattedError };

/** Executes one change for everybody who shares it, and serialises it once. */
export async function executeChange(
  request: SubscriptionRequest,
  rootValue: unknown,
  contextValue: unknown,
  mask: (error: GraphQLError) => GraphQLFormattedError,
): Promise<Executed> {
  const args: ExecutionArgs = {
    schema: request.schema,
    document: request.document,
    rootValue,
    contextValue,
    variableValues: request.variables,
    operationName: request.operationName,
  };
  const { data, errors } = await execute(args);
  if (errors?.some(({ originalError }) => originalError instanceof ViewerNeeded)) return { kind: 'unshareable' };
  const masked = errors?.map(mask);
  if (!data) return { kind: 'failed', error: masked?.[0] ?? { message: 'No data' } };
  return { kind: 'payload', payload: Buffer.from(JSON.stringify(masked ? { data, errors: masked } : { data })) };
}
