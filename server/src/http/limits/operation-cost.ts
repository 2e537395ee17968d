import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';

/** How many entries a list without `first` counts as. Those of the API are short: items of a plan, steps, roles. */
const ASSUMED_LENGTH = 5;

/** Where counting stops: no budget is that large. */
const CEILING = 1_000_000;

interface Walk {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  fragments: Map<string, { selections: SelectionSetNode; type: GraphQLCompositeType }>;
  /** Cost of a fragment by name and the page it stands in: each is computed once, so that nesting fragments cannot cost us time. */
  known: Map<string, number>;
  open: Set<string>;
}

/**
 * What an operation asks for, in objects: an object costs 1, a scalar nothing, and what stands below a list counts as often as
 * the list is long — `first` for a connection, else five. So a page of 100 people with department and manager costs about 300.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const walk: Walk = { schema, variables, fragments: new Map(), known: new Map(), open: new Set() };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const type = typeFromAST(schema, definition.typeCondition);
    if (isCompositeType(type)) walk.fragments.set(definition.name.value, { selections: definition.selectionSet, type });
  }
  return Math.min(CEILING, 1 + costOf(operation.selectionSet, root, undefined, walk));
}

/** `page` is the `first` of the connection that these selections belong to. */
function costOf(
  selections: SelectionSetNode,
  type: GraphQLCompositeType,
  page: number | undefined,
  walk: Walk,
): number {
  let cost = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) cost += fieldCost(selection, type, page, walk);
    else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += fragmentCost(selection.name.value, page, walk);
    else {
      const on = selection.typeCondition ? typeFromAST(walk.schema, selection.typeCondition) : type;
      cost += costOf(selection.selectionSet, isCompositeType(on) ? on : type, page, walk);
    }
    if (cost > CEILING) return CEILING;
  }
  return cost;
}

function fragmentCost(name: string, page: number | undefined, walk: Walk): number {
  const fragment = walk.fragments.get(name);
  if (!fragment || walk.open.has(name)) return 0;
  const key = `${name}:${page ?? ''}`;
  const known = walk.known.get(key);
  if (known !== undefined) return known;
  walk.open.add(name);
  const cost = costOf(fragment.selections, fragment.type, page, walk);
  walk.open.delete(name);
  walk.known.set(key, cost);
  return cost;
}

function fieldCost(node: FieldNode, parent: GraphQLCompositeType, page: number | undefined, walk: Walk): number {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return 0;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return 0;
  const first = pageOf(field, node, walk);
  const list = isListType(getNullableType(field.type));
  const times = !list ? 1 : node.name.value === 'edges' && page !== undefined ? page : (first ?? ASSUMED_LENGTH);
  return 1 + times * costOf(node.selectionSet, type, first, walk);
}

/** The field's `first`, literal, variable or default; 100 when it is asked wrongly, as that is refused later anyway. */
function pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode, { variables }: Walk): number | undefined {
  if (!field.args.some(({ name }) => name === 'first')) return undefined;
  try {
    const { first } = getArgumentValues(field, node, variables);
    return typeof first === 'number' ? Math.max(1, first) : 100;
  } catch {
    return 100;
  }
}
