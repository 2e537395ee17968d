import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { buildSchema, isInputObjectType } from 'graphql';
import { printedSchema } from './printed-schema.js';

const file = path.join(process.cwd(), 'schema/schema.graphql');

test('schema.graphql is what the server serves; "node server/dist/http/print-schema.js" writes it again', () => {
  expect(readFileSync(file, 'utf8')).toBe(printedSchema());
});

test('inputs of which one must be chosen say so', () => {
  const type = buildSchema(printedSchema()).getType('VersionRef');
  expect(isInputObjectType(type) && type.isOneOf).toBe(true);
});
