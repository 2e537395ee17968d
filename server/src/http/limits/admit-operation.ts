import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type RequestContext, rateLimited, tooCostly, unauthenticated } from '../../access/graphql/index.js';
import type { BucketSize, LeakyBuckets } from './leaky-bucket.js';
import { operationCost } from './operation-cost.js';

export interface AdmissionLimits {
  /** Points one operation may cost. */
  budget: number;
  signedIn: BucketSize;
  /** Per address, for callers who are nobody yet. */
  anonymous: BucketSize;
  /** Whether somebody who is not signed in may ask for the schema. */
  openIntrospection: boolean;
}

export const ADMISSION_LIMITS: AdmissionLimits = {
  budget: 1000,
  signedIn: { burst: 20_000, perSecond: 2000 },
  anonymous: { burst: 1000, perSecond: 50 },
  openIntrospection: false,
};

/** The only root fields that answer without a session: whatever is added later is closed until somebody opens it here. */
const LINKS = ['surveyForm', 'answerSurvey', 'acceptInvitation', 'requestPasswordReset', 'resetPassword'];
const OPEN_FIELDS = new Set(['viewer', 'signInWays', 'signIn', 'signOut', ...LINKS, '__typename']);
/** With a session that has ended people can sign in again or out, or use a link that needs no session. */
const FIELDS_AFTER_END = new Set(['signInWays', 'signIn', 'signOut', ...LINKS, '__typename']);
const INTROSPECTION = new Set(['__schema', '__type']);

export interface Admission {
  schema: GraphQLSchema;
  limits: AdmissionLimits;
  buckets: LeakyBuckets;
}

/**
 * Whether a validated operation may run: who may ask at all, what it costs, whether the caller has points left.
 * Throws the request error; queries, mutations and subscriptions alike. Answers the cost.
 */
export function admitOperation(
  { schema, limits, buckets }: Admission,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  context: RequestContext,
): number {
  const { viewer, sessionEnded, transport } = context;
  const fields = rootFields(operation.selectionSet, document);
  if (viewer === null) {
    const open = sessionEnded ? FIELDS_AFTER_END : OPEN_FIELDS;
    const introspects = (field: string) => limits.openIntrospection && !sessionEnded && INTROSPECTION.has(field);
    if (![...fields].every((field) => open.has(field) || introspects(field)))
      throw withStatus(unauthenticated(context), 401);
  }
  const cost = operationCost(schema, document, operation, variables);
  if (cost > limits.budget) throw withStatus(tooCostly(context), 400, { cost, budget: limits.budget });
  const spent = viewer
    ? buckets.spend(`person:${viewer.personId}`, cost, limits.signedIn)
    : buckets.spend(`address:${transport.address}`, cost, limits.anonymous);
  if (!spent) throw withStatus(rateLimited(context), 429);
  return cost;
}

function withStatus(error: GraphQLError, status: number, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, ...more, http: { status } } });
}

function rootFields(selections: SelectionSetNode, document: DocumentNode, names = new Set<string>()): Set<string> {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) rootFields(selection.selectionSet, document, names);
    else {
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      // The document is validated: fragments exist and have no cycles.
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) rootFields(fragment.selectionSet, document, names);
    }
  }
  return names;
}
