import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { printedSchema } from './printed-schema.js';

interface Described {
  name: string;
  description: string;
}

const entry = (name: string, { description }: { description?: string | null | undefined }): Described => ({
  name,
  description: description ?? '',
});

/** A type, its fields and their arguments, or its values. */
function partsOf(type: GraphQLNamedType): Described[] {
  const { name } = type;
  const own = [entry(name, type)];
  if (isEnumType(type)) return [...own, ...type.getValues().map((value) => entry(`${name}.${value.name}`, value))];
  if (isInputObjectType(type))
    return [...own, ...Object.values(type.getFields()).map((field) => entry(`${name}.${field.name}`, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap((field) => [
      entry(`${name}.${field.name}`, field),
      ...field.args.map((arg) => entry(`${name}.${field.name}(${arg.name})`, arg)),
    ]),
  ];
}

const schema = buildSchema(printedSchema());
const parts = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .flatMap(partsOf);

test('every type, field, argument, input field and enum value of the API has a description', () => {
  expect(parts.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
});

test('descriptions are sentences', () => {
  const unfinished = parts.filter(({ description }) => !/^[A-Z0-9`“].*\.$/.test(description));
  expect(unfinished).toEqual([]);
});

/** These change nothing that could be refused for a reason the caller can put right. */
const WITHOUT_USER_ERRORS = [
  'cancelReportSchedule',
  'disablePlugin',
  'endSession',
  'endSessions',
  'enterWorkspace',
  'markRead',
  'proveByProvider',
  'removeIntegration',
  'signOut',
  'testIntegration',
];

test('a mutation says which user errors to expect, by codes that there are', () => {
  const known: readonly string[] =
    parts.find(({ name }) => name === 'UserError.code')?.description.match(/\b[A-Z_]{4,}\b/g) ?? [];
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const codesOf = (description: string) =>
    (description.split(/User errors?: /)[1] ?? '')
      .split(/; |, (?=[A-Z_]{4,})/)
      .map((clause) => clause.match(/^[A-Z_]*/)?.[0]);
  const odd = mutations.flatMap(({ name, description }) => {
    if (WITHOUT_USER_ERRORS.includes(name)) return [];
    return codesOf(description ?? '').flatMap((code) => (code && known.includes(code) ? [] : [`${name}: ${code}`]));
  });
  expect(odd).toEqual([]);
});
