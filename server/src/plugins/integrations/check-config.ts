import { type Schema as JsonSchema, Validator } from '@cfworker/json-schema';
import { inEach, type Text } from '@planwright/schema/words';
import { say, says } from '../generated/messages.js';
import {
  type Config,
  isObject,
  propertiesOf,
  type Schema,
  secretName,
  secretPaths,
  strict,
  valueAt,
  withDefaults,
  withValueAt,
} from './config-schema.js';

/** What is wrong with a field, and where. */
export interface FieldProblem {
  path: string[];
  message: Text;
}

/** Settings taken apart: what may be stored as it is, and what is sealed (null = erased). */
export interface CheckedConfig {
  config: Config;
  secrets: Map<string, string | null>;
}

const LONGEST_SECRET = 64 * 1024;
const LARGEST_CONFIG = 256 * 1024;

/**
 * Checks settings against the manifest's schema. Unknown fields are refused by their name; secrets leave the settings.
 * `kept`: names of secrets that are stored already and stay where nothing is said of them.
 */
export function checkConfig(
  schema: Schema,
  given: unknown,
  kept: ReadonlySet<string> = new Set(),
): { checked: CheckedConfig } | { problems: FieldProblem[] } {
  if (!isObject(given) || JSON.stringify(given).length > LARGEST_CONFIG)
    return { problems: [{ path: [], message: say('configNotObject') }] };
  const unknown = unknownFields(schema, given, []);
  if (unknown.length > 0) return { problems: unknown };

  const secrets = new Map<string, string | null>();
  const problems: FieldProblem[] = [];
  let config = withDefaults(schema, given);
  let whole = config;
  for (const path of secretPaths(schema)) {
    const name = secretName(path);
    const value = valueAt(given, path);
    if (value === null || value === '') secrets.set(name, null);
    else if (typeof value === 'string' && Buffer.byteLength(value) <= LONGEST_SECRET) secrets.set(name, value);
    else if (value !== undefined) problems.push({ path, message: say('secretNotText', { field: name }) });
    const isThere = secrets.has(name) ? secrets.get(name) !== null : kept.has(name);
    config = withValueAt(config, path, undefined);
    whole = withValueAt(whole, path, isThere ? 'sealed' : undefined);
  }
  const result = new Validator(strict(schema) as JsonSchema, '2020-12', false).validate(whole);
  // The deepest errors say what is wrong; those above only that something is.
  if (!result.valid) problems.push(...leaves(result.errors).map(problemOf));
  return problems.length > 0 ? { problems: firstOfEach(problems) } : { checked: { config: config as Config, secrets } };
}

function unknownFields(schema: Schema, value: Record<string, unknown>, path: string[]): FieldProblem[] {
  const fields = new Map(propertiesOf(schema));
  const open = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields.get(name);
    const here = [...path, name];
    if (!field) return open ? [] : [{ path: here, message: say('unknownField', { field: here.join('.') }) }];
    return isObject(inner) && field.secret !== true && field.properties !== undefined
      ? unknownFields(field, inner, here)
      : [];
  });
}

interface SchemaError {
  keyword: string;
  instanceLocation: string;
  error: string;
}

const ABOVE = ['properties', 'items', 'allOf', 'anyOf', 'oneOf', '$ref', 'additionalProperties'];

function leaves(errors: readonly SchemaError[]): SchemaError[] {
  const own = errors.filter(({ keyword }) => !ABOVE.includes(keyword));
  return own.length > 0 ? own : [...errors];
}

function problemOf({ keyword, instanceLocation, error }: SchemaError): FieldProblem {
  const path = instanceLocation
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
  if (missing !== undefined)
    return { path: [...path, missing], message: say('fieldMissing', { field: [...path, missing].join('.') }) };
  return { path, message: say('fieldInvalid', { field: path.join('.'), problem: words(keyword, error) }) };
}

/** What a keyword asks for; the validator's own words where there are none. */
function words(keyword: string, error: string): Text {
  const key = `keyword.${keyword}` as const;
  return says(key) ? say(key) : inEach(() => error);
}

function firstOfEach(problems: readonly FieldProblem[]): FieldProblem[] {
  const byPath = new Map<string, FieldProblem>();
  for (const problem of problems) {
    const key = problem.path.join('/');
    if (!byPath.has(key)) byPath.set(key, problem);
  }
  return [...byPath.values()];
}
