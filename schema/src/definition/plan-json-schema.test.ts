import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { planDefinitionJsonSchema } from './plan-json-schema.js';

test('the JSON Schema that is checked in is the one of the types', () => {
  const file = new URL('../../plan-definition.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(planDefinitionJsonSchema());
});
