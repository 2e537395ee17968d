import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { type Place, type Problem, problemOf, quoted, sentenceStart, valueAt } from '../definition/index.js';
import type { JsonSchema } from '../rules/index.js';

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
    const zh = name === '' ? `${place.zh}的设置` : `${place.zh}的设置「${name}」`;
    const en = name === '' ? `The settings of ${place.en}` : `Setting “${name}” of ${place.en}`;
    problems.set(key, problemOf('bad-plugin-config', where, `${zh}${fault.zh}。`, `${sentenceStart(en)} ${fault.en}.`));
  }
  // An object of which one field is wrong is itself reported as wrong; the field says more.
  const paths = [...problems.values()].map((problem) => problem.path);
  return [...problems.values()].filter(
    ({ path: own }) => !paths.some((other) => other.length > own.length && own.every((part, i) => other[i] === part)),
  );
}

interface Fault {
  at: string[];
  zh: string;
  en: string;
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
        zh: '没有填。补上它',
        en: 'is missing. Fill it in',
      }));
    default:
      return CONTAINERS.has(error.keyword) ? [] : [wrongValue(at, found)];
  }
}

const secretFault = (at: string[]): Fault => ({
  at,
  zh: '看起来是密钥。计划人人可读，把密钥放进集成的设置，从这里删掉',
  en: 'looks like a secret. Plans are read by many: put secrets into the settings of an integration, and remove it here',
});

function unknownFault(at: string[], parent: JsonSchema | undefined): Fault {
  const known = Object.keys(record(parent?.properties));
  const list = { zh: known.join('、'), en: known.join(', ') };
  return known.length === 0
    ? { at, zh: '不存在。删掉它', en: 'does not exist. Remove it' }
    : {
        at,
        zh: `不存在，可用的有 ${list.zh}。改正名称，或删掉它`,
        en: `does not exist; there are ${list.en}. Correct the name, or remove it`,
      };
}

function wrongValue(at: string[], schema: JsonSchema | undefined): Fault {
  const wanted = wantedWords(schema);
  return { at, zh: `填得不对，${wanted.zh}`, en: `does not fit. ${wanted.en}` };
}

const TYPE_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  string: { zh: '要填文字', en: 'Give a text' },
  integer: { zh: '要填整数', en: 'Give a whole number' },
  number: { zh: '要填数字', en: 'Give a number' },
  boolean: { zh: '要填 true 或 false', en: 'Give true or false' },
  array: { zh: '要填列表', en: 'Give a list' },
  object: { zh: '要填一组设置', en: 'Give a group of settings' },
};

function wantedWords(schema: JsonSchema | undefined): { zh: string; en: string } {
  const values = Array.isArray(schema?.enum) ? schema.enum.map(String) : [];
  if (values.length > 0) return { zh: `可选 ${values.join('、')}`, en: `Choose one of ${values.join(', ')}` };
  if (typeof schema?.pattern === 'string' && schema.pattern.includes(':[0-5]'))
    return { zh: '写成 09:00 这样的时间', en: 'Write a time such as 09:00' };
  const words = TYPE_WORDS[String(schema?.type)] ?? { zh: '按规则的说明填写', en: 'See what the rule says about it' };
  const [low, high] = [bound(schema?.minimum), bound(schema?.maximum)];
  if (low !== undefined && high !== undefined)
    return { zh: `${words.zh}，从 ${low} 到 ${high}`, en: `${words.en} from ${low} to ${high}` };
  if (low !== undefined) return { zh: `${words.zh}，不小于 ${low}`, en: `${words.en} of at least ${low}` };
  if (high !== undefined) return { zh: `${words.zh}，不大于 ${high}`, en: `${words.en} of at most ${high}` };
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
