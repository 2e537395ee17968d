import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { fullDefinition } from '../testing/full-definition.js';
import { definitionToYaml, parsePlanYaml } from '../yaml/plan-yaml.js';
import { canonicalJson, contentHash } from './canonical.js';
import { parsePlan } from './parse-plan.js';

/** The same document with the keys of every record in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, entry]) => [name, shuffled(entry)]),
  );
}

describe('the canonical form', () => {
  test('orders keys by code unit, leaves out undefined and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined, Z: { y: -0, x: 1e21 }, 中: 'é"' })).toBe(
      '{"Z":{"x":1e+21,"y":0},"b":[2,1],"中":"é\\""}',
    );
  });

  test('key order does not change the hash', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const { definition: other } = parsePlan(shuffled(definition));
        expect(other && contentHash(other)).toBe(contentHash(definition));
      }),
    );
  });

  test('layout does not change the hash: JSON, YAML and back are the same document', () => {
    fc.assert(
      fc.property(arbitraryDefinition(), (definition) => {
        const byJson = parsePlan(JSON.parse(JSON.stringify(definition, null, 7)));
        const byYaml = parsePlanYaml(definitionToYaml(definition));
        expect([byJson.problems, byYaml.problems]).toEqual([[], []]);
        expect(byJson.definition).toEqual(definition);
        expect(byYaml.definition).toEqual(definition);
      }),
      { numRuns: 50 },
    );
    expect(parsePlanYaml(definitionToYaml(fullDefinition)).definition).toEqual(fullDefinition);
  });

  test('a known document has a known hash', () => {
    // sha256sum of {"format":"planwright/1","key":"a","stages":[],"title":{"en":"A"}}
    expect(contentHash({ format: 'planwright/1', key: 'a', title: { en: 'A' }, stages: [] })).toBe(
      '279498c97f96235c61e89e2b29f392b29fa94aad78faa9dc0ca4801af82eb2a3',
    );
  });
});
