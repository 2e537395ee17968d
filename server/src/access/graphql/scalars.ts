import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const invalid = (what: string) => new GraphQLError(`Expected ${what}.`, { extensions: { code: 'BAD_USER_INPUT' } });

function text(node: ValueNode, what: string): string {
  if (node.kind !== Kind.STRING) throw invalid(what);
  return node.value;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** What `toISOString` writes: already an `Instant`. 29 February is left to `Date`. */
const CANONICAL =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

function parseInstant(value: unknown): string {
  if (typeof value === 'string' && CANONICAL.test(value)) return value;
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw invalid('an ISO 8601 date and time with zone, like 2026-03-02T10:00:00Z');
  return new Date(time).toISOString();
}

/** An `Instant`: in and out as ISO text in UTC with milliseconds. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description:
    'A moment in UTC, ISO 8601 with milliseconds: `2026-03-02T10:00:00.000Z`. Input may carry any UTC offset.',
  serialize: parseInstant,
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(text(node, 'a date and time')),
});

function parseDate(value: unknown): string {
  const date =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value)
    throw invalid('a date like 2026-03-02');
  return date.toISOString().slice(0, 10);
}

/** A `PlainDate`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date without a time: `2026-03-02`.',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(text(node, 'a date')),
});

/** A literal as JSON. Objects are built without a prototype's reach: `__proto__` is refused before it is set. */
function literal(node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables));
    case Kind.OBJECT: {
      if (node.fields.some((field) => field.name.value === '__proto__')) throw invalid('no key __proto__');
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value, variables)]));
    }
    case Kind.VARIABLE:
      return variables?.[node.name.value];
  }
}

const MAX_DEPTH = 32;

/** Refuses `__proto__` anywhere, nesting deeper than 32, and half characters, which the database cannot store. */
function checkJson(value: unknown, depth = 0): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw invalid('whole characters');
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw invalid(`JSON at most ${MAX_DEPTH} deep`);
  for (const key of Object.keys(value)) {
    if (key === '__proto__') throw invalid('no key __proto__');
    if (!key.isWellFormed()) throw invalid('whole characters');
  }
  for (const inner of Object.values(value)) checkJson(inner, depth + 1);
}

function json(value: unknown): unknown {
  checkJson(value);
  return value;
}

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Any JSON value, nested at most 32 levels deep.',
  serialize: (value) => value,
  parseValue: json,
  parseLiteral: (node, variables) => json(literal(node, variables)),
});

const MAX_DEFINITION_CHARACTERS = 2_000_000;

function definition(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('a JSON object');
  checkJson(value);
  if (JSON.stringify(value).length > MAX_DEFINITION_CHARACTERS) throw invalid('a definition of at most 2 MB');
  return value;
}

/** Only the shape that is safe to look at: what is wrong inside comes back as problems. */
export const PlanDefinitionScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'PlanDefinition',
  description:
    'A plan in the plan language: a JSON object of at most 2 MB, nested at most 32 levels deep, without `__proto__`. It may be unfinished; what is wrong inside is reported as problems.',
  serialize: (value) => value,
  parseValue: definition,
  parseLiteral: (node, variables) => definition(literal(node, variables)),
});
