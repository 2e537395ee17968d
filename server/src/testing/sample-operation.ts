import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Values for the arguments of a sample: what stands for an id is up to the caller, who knows for what the field is named. */
export interface SampleValues {
  id(name: string): string;
  /** A number other than 1, by the name of the argument. */
  number?(name: string): number | undefined;
  /** A text other than `sample`, by the name of the argument. */
  text?(name: string): string | undefined;
  /** Everything is given, and not only what has to be. */
  all?: boolean;
}

const SCALARS: Record<string, string> = {
  String: '"sample"',
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-03-02T10:00:00Z"',
  Date: '"2026-03-02"',
  JSON: '{}',
  PlanDefinition: '{}',
};

/** A valid document that asks one root field with every argument it requires, and answers what can be answered without more arguments. */
export function sampleOperation(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  values: SampleValues,
): string {
  return `${kind} { ${field.name}${requiredArguments(field, values)} ${selection(field.type, 3)} }`;
}

/** The arguments without which a field cannot be asked, in their brackets. */
export function requiredArguments(field: GraphQLField<unknown, unknown>, values: SampleValues): string {
  const given = field.args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${values.number?.(name) ?? literal(name, type, values)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function literal(name: string, type: GraphQLInputType, values: SampleValues): string {
  if (isNonNullType(type)) return literal(name, type.ofType, values);
  if (isListType(type)) return `[${literal(name, type.ofType, values)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    // Of a one-of input exactly one is given; of others what is required, and every id.
    const chosen = type.isOneOf
      ? fields.slice(0, 1)
      : fields.filter((field) => values.all || isRequiredInputField(field) || getNamedType(field.type).name === 'ID');
    return `{ ${chosen.map((field) => `${field.name}: ${literal(field.name, field.type, values)}`).join(', ')} }`;
  }
  if (type.name === 'ID') return JSON.stringify(values.id(name));
  const text = type.name === 'String' ? values.text?.(name) : undefined;
  return text === undefined ? (SCALARS[type.name] ?? '"sample"') : JSON.stringify(text);
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return named.name === 'UserError' ? '{ code message path }' : '{ __typename }';
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter((field) => depth > 0 || !isObjectType(getNamedType(field.type)))
    // Lists of objects multiply the cost: of those only the errors are asked for.
    .filter((field) => !isObjectType(getNamedType(field.type)) || !isListType(nullable(field.type)))
    .map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${parts.join(' ')} }`;
}

const nullable = (type: GraphQLOutputType) => (isNonNullType(type) ? type.ofType : type);
