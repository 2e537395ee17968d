import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { requiredArguments, type SampleValues } from './sample-operation.js';

type Fields = Record<string, GraphQLField<unknown, unknown>>;
const nullable = (type: GraphQLOutputType) => (isNonNullType(type) ? type.ofType : type);
const objectOf = (type: GraphQLOutputType): GraphQLObjectType | undefined => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
};

/** The rows of a field that is a list or a connection, with how they are reached. */
function rowsOf(
  field: GraphQLField<unknown, unknown>,
): { row: GraphQLObjectType; wrap: (inner: string) => string } | undefined {
  const type = objectOf(field.type);
  if (!type) return undefined;
  if (isListType(nullable(field.type))) return { row: type, wrap: (inner) => `{ ${inner} }` };
  const node = type.name.endsWith('Connection') && objectOf(type.getFields().edges?.type as GraphQLOutputType);
  const row = node ? objectOf(node.getFields().node?.type as GraphQLOutputType) : undefined;
  const total = type.getFields().totalCount ? 'totalCount ' : '';
  return row && { row, wrap: (inner) => `{ ${total}edges { node { ${inner} } } }` };
}

/** All of a type that needs no more than `depth` further levels. */
function everything(type: GraphQLObjectType, values: SampleValues, depth: number): string {
  const parts = Object.values(type.getFields() as Fields).flatMap((field) => {
    const inner = objectOf(field.type);
    if (inner && depth === 0) return [];
    const list = rowsOf(field);
    const within = list
      ? list.wrap(everything(list.row, values, depth - 1))
      : inner
        ? `{ ${everything(inner, values, depth - 1)} }`
        : '';
    if (!inner && getNamedType(field.type).name === 'UserError') return [];
    return [`${field.name}${requiredArguments(field, values)} ${within}`];
  });
  return ['__typename', ...parts].join(' ');
}

export interface ListOperation {
  /** `plan.versions` and the like: which list. */
  name: string;
  query: string;
}

/** The parser allows 2,000 tokens; a word is about one and a half. */
const MOST_WORDS = 900;

/**
 * Queries for all fields of the rows of each list that a query leads to, straight or by one object: everything of each field is
 * asked for, two levels deep. A list with much to ask has several.
 */
export function listOperations(schema: GraphQLSchema, values: SampleValues): ListOperation[] {
  const found: ListOperation[] = [];
  const ofRows = (
    name: string,
    { row, wrap }: NonNullable<ReturnType<typeof rowsOf>>,
    around: (inner: string) => string,
  ) => {
    const fields = Object.values(row.getFields() as Fields).map((field) => {
      const inner = objectOf(field.type);
      const deeper = rowsOf(field);
      const call = `${field.name}${requiredArguments(field, values)}`;
      if (deeper) return `${call} ${deeper.wrap(everything(deeper.row, values, 1))}`;
      return inner ? `${call} { ${everything(inner, values, 1)} }` : call;
    });
    let part: string[] = [];
    const words = () => part.join(' ').split(' ').length;
    for (const [index, field] of fields.entries()) {
      part.push(field);
      if (words() < MOST_WORDS && index < fields.length - 1) continue;
      found.push({ name, query: `query { ${around(wrap(part.join(' ')))} }` });
      part = [];
    }
  };
  for (const root of Object.values((schema.getQueryType()?.getFields() ?? {}) as Fields)) {
    const call = `${root.name}${requiredArguments(root, values)}`;
    const list = rowsOf(root);
    if (list) ofRows(root.name, list, (inner) => `${call} ${inner}`);
    const type = objectOf(root.type);
    if (list || !type) continue;
    for (const field of Object.values(type.getFields() as Fields)) {
      const within = rowsOf(field);
      const inner = `${field.name}${requiredArguments(field, values)}`;
      if (within) ofRows(`${root.name}.${field.name}`, within, (rows) => `${call} { ${inner} ${rows} }`);
    }
  }
  return found;
}
