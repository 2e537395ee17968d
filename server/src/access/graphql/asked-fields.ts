import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The fields of a type that a client selects below the one being resolved, through fragments; aliases are several nodes. */
export function askedFields(info: GraphQLResolveInfo, name: string): FieldNode[] {
  const found: FieldNode[] = [];
  const look = (selectionSet: SelectionSetNode | undefined): void => {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === name) found.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else look(info.fragments[selection.name.value]?.selectionSet);
    }
  };
  for (const node of info.fieldNodes) look(node.selectionSet);
  return found;
}

/** Arguments of such a field, with defaults and variables. */
export function argumentsOf(
  info: GraphQLResolveInfo,
  type: GraphQLObjectType,
  node: FieldNode,
): Record<string, unknown> {
  const field = type.getFields()[node.name.value];
  return field ? getArgumentValues(field, node, info.variableValues) : {};
}

/** Whether a client selects a field below the one being resolved: fields that nobody asked for are not read. */
export const asksFor = (info: GraphQLResolveInfo, name: string): boolean => askedFields(info, name).length > 0;
