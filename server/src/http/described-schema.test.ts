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

const parts = Object.values(buildSchema(printedSchema()).getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .flatMap(partsOf);

test('every type, field, argument, input field and enum value of the API has a description', () => {
  expect(parts.filter(({ description }) => description === '').map(({ name }) => name)).toEqual([]);
});

test('descriptions are sentences', () => {
  const unfinished = parts.filter(({ description }) => !/^[A-Z0-9`“].*\.$/.test(description));
  expect(unfinished).toEqual([]);
});
