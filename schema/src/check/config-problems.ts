import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { type Place, type Problem, problemOf, quoted, valueAt } from '../definition/index.js';
import { type JsonSchema } from '../rules/index.js';
import { listOf, type Text } from '../words/index.js';
import { say } from './generated/messages.js';

/** Names under which people put what has to stay secret. */
const SECRET =
  /secret|passw(or)?d|passphrase|token|api[-_]?key|access[-_]?key|private[-_]?key|credential|密码|密钥|口令/i;

/** Keywords that only say that something within is wrong. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'properties',
  'items',
  'additionalProperties',
  'prefixItems',
  'anyOf',
  'allOf',
  'oneOf',
  '$ref',
  'propertyNames',
]);

/**
 * `bad-plugin-config`: settings that the rule's JSON Schema refuses, one problem a field. A plan is read by many people, so
 * a field that looks like a secret is told where secrets belong.
 * @param path of the settings within the plan
 */
export function configProblems(
  schema: JsonSchema,
  settings: Record<string, unknown>,
  path: readonly string[],
  place: Place,
): Problem[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(settings);
  const problems = new Map<string, Problem>();
  for (const fault of errors.flatMap((error) => faultsOf(error, schema, settings))) {
    const where = [...path, ...fault.at];
    const key = JSON.stringify(where);
    if (problems.has(key)) continue;
    const name = quoted(fault.at.join('.'));
    const message =
      name === ''
        ? say('configProblems.settings', { place, fault: fault.says })
        : say('configProblems.setting', { name, place, fault: fault.says });
    problems.set(key, problemOf('bad-plugin-config', where, message));
  }
  // An object of which one field is wrong is itself reported as wrong; the field says more.
  const paths = [...problems.values()].map((problem) => problem.path);
  return [...problems.values()].filter(
    ({ path: own }) => !paths.some((other) => other.length > own.length && own.every((part, i) => other[i] === part)),
  );
}

interface Fault {
  at: string[];
  says: Text;
}

function faultsOf(error: OutputUnit, schema: JsonSchema, settings: unknown): Fault[] {
  const at = pointer(error.instanceLocation);
  const field = at.at(-1) ?? '';
  const found = schemaAt(schema, at);
  switch (error.keyword) {
    case 'false':
      return [SECRET.test(field) ? secretFault(at) : unknownFault(at, schemaAt(schema, at.slice(0, -1)))];
    case 'required':
      return missingFields(found, valueAt(settings, at)).map((name) => ({
        at: [...at, name],
        says: say('configProblems.missing'),
      }));
    default:
      return CONTAINERS.has(error.keyword) ? [] : [wrongValue(at, found)];
  }
}

const secretFault = (at: string[]): Fault => ({ at, says: say('configProblems.secret') });

function unknownFault(at: string[], parent: JsonSchema | undefined): Fault {
  const known = Object.keys(record(parent?.properties));
  const says =
    known.length === 0 ? say('configProblems.unknown') : say('configProblems.unknownOf', { known: listOf(known) });
  return { at, says };
}

function wrongValue(at: string[], schema: JsonSchema | undefined): Fault {
  return { at, says: say('configProblems.wrong', { wanted: wantedWords(schema) }) };
}

const TYPE_WORDS: Readonly<Record<string, Text>> = {
  string: say('configProblems.string'),
  integer: say('configProblems.integer'),
  number: say('configProblems.number'),
  boolean: say('configProblems.boolean'),
  array: say('configProblems.array'),
  object: say('configProblems.object'),
};

function wantedWords(schema: JsonSchema | undefined): Text {
  const values = Array.isArray(schema?.enum) ? schema.enum.map(String) : [];
  if (values.length > 0) return say('configProblems.chooseOne', { values: listOf(values) });
  if (typeof schema?.pattern === 'string' && schema.pattern.includes(':[0-5]'))
    return say('configProblems.writeTimeSuch');
  const words = TYPE_WORDS[String(schema?.type)] ?? say('configProblems.seeWhatRule');
  const [low, high] = [bound(schema?.minimum), bound(schema?.maximum)];
  if (low !== undefined && high !== undefined) return say('configProblems.from', { words, low, high });
  if (low !== undefined) return say('configProblems.least', { words, low });
  if (high !== undefined) return say('configProblems.most', { words, high });
  return words;
}

/** What is required and has no usual value, and is not there. */
function missingFields(schema: JsonSchema | undefined, value: unknown): string[] {
  const required = Array.isArray(schema?.required) ? schema.required.map(String) : [];
  const properties = record(schema?.properties);
  return required.filter(
    (name) => valueAt(value, [name]) === undefined && record(properties[name]).default === undefined,
  );
}

/** Bounds that zod writes for every whole number say nothing to a person. */
const bound = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The part of a schema that speaks of a place in the settings. */
function schemaAt(schema: JsonSchema, at: readonly string[]): JsonSchema | undefined {
  return at.reduce<JsonSchema | undefined>((within, segment) => {
    if (!within) return undefined;
    const properties = record(within.properties);
    const next = Object.hasOwn(properties, segment)
      ? properties[segment]
      : /^\d+$/.test(segment) && within.items !== undefined
        ? within.items
        : within.additionalProperties;
    return typeof next === 'object' && next !== null ? record(next) : undefined;
  }, schema);
}

/** `#/criteria/0/weight` → its segments. */
function pointer(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((segment) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}
