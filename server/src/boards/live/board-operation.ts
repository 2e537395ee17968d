import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A subscription as a client asked for it: parsed, valid, within the limits. */
export interface SubscriptionRequest {
  schema: GraphQLSchema;
  document: DocumentNode;
  /** The text that `document` was parsed from. */
  source: string;
  operationName?: string;
  /** As the client sent them. */
  variables: Record<string, unknown>;
  /** With defaults, as arguments are computed from them. */
  coerced: Record<string, unknown>;
}

export interface RootField {
  name: string;
  arguments: Record<string, unknown>;
  node: FieldNode;
}

/** The one root field of a subscription with its arguments, whatever aliases, fragments and directives it is wrapped in. */
export function rootField(request: SubscriptionRequest): RootField | undefined {
  const operation = getOperationAST(request.document, request.operationName);
  const type = request.schema.getSubscriptionType();
  if (!operation || !type) return undefined;
  const node = firstField(request.document, operation.selectionSet);
  const definition = node && type.getFields()[node.name.value];
  if (!node || !definition) return undefined;
  return { name: node.name.value, arguments: getArgumentValues(definition, node, request.coerced), node };
}

function firstField(document: DocumentNode, selectionSet: SelectionSetNode): FieldNode | undefined {
  for (const selection of selectionSet.selections) {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) {
      throw new GraphQLError('A subscription cannot leave its root field out.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    if (selection.kind === Kind.FIELD) return selection;
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
          );
    const found = inner && 'selectionSet' in inner && inner.selectionSet && firstField(document, inner.selectionSet);
    if (found) return found;
  }
  return undefined;
}

/**
 * What two readers must have in common, beside workspace, permission class and language, to get the same bytes: the
 * document, and the variables without the one that only says where a reader resumes.
 */
export function sharingKey(request: SubscriptionRequest, field: RootField): string {
  const variables = { ...request.coerced };
  const since = resumeVariable(request.document, field.node);
  if (since !== undefined) delete variables[since];
  return createHash('sha256')
    .update(JSON.stringify([request.source, request.operationName ?? '', canonical(variables)]))
    .digest('base64url');
}

/** Name of the variable that feeds `since` and nothing else; a variable used elsewhere too may change the result. */
function resumeVariable(document: DocumentNode, node: FieldNode): string | undefined {
  const value = node.arguments?.find(({ name }) => name.value === 'since')?.value;
  if (value?.kind !== Kind.VARIABLE) return undefined;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable(variable) {
      if (variable.name.value === value.name.value) uses += 1;
    },
  });
  return uses === 1 ? value.name.value : undefined;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}
