import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { fullDefinition } from '../testing/full-definition.js';
import { parsePlanYaml } from '../yaml/plan-yaml.js';
import { parsePlan } from './parse-plan.js';

const root = { format: 'planwright/1', key: 'a', title: { en: 'A' }, stages: [] };
const codesAndPaths = (input: unknown) => parsePlan(input).problems.map(({ code, path }) => [code, path.join('.')]);

/** A condition that carries three forms at every level. */
function threefold(depth: number): unknown {
  let condition: unknown = { expression: 'true' };
  for (let level = 0; level < depth; level += 1) condition = { all: [condition], any: [condition], not: condition };
  return condition;
}

describe('parsing a plan', () => {
  test('a sound document is given back as it is', () => {
    expect(parsePlan(fullDefinition)).toEqual({ definition: fullDefinition, problems: [] });
  });

  test('whatever comes in, it answers and never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (input) => {
          const { definition, problems } = parsePlan(input);
          expect(definition === undefined ? problems.length > 0 : true).toBe(true);
        },
      ),
    );
  });

  test('a document with junk in one place answers with a path', () => {
    fc.assert(
      fc.property(
        arbitraryDefinition(),
        fc.constantFrom('stages', 'title', 'links', 'electives', 'conditions', 'reminders'),
        fc.anything(),
        (definition, name, junk) => {
          const { problems } = parsePlan({ ...definition, [name]: junk });
          for (const { path } of problems) expect(path.every((segment) => typeof segment === 'string')).toBe(true);
        },
      ),
    );
  });

  test('getters and proxies that throw are refused, not passed on', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(codesAndPaths(trap)).toEqual([['wrong-type', '']]);
    expect(
      codesAndPaths({
        ...root,
        get title(): unknown {
          throw new Error('no');
        },
      } as unknown),
    ).toEqual([['wrong-type', '']]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('an own property %s is refused wherever it hides', (name) => {
    const hidden = JSON.parse(`{"scorer":{"with":[{"${name}":1}]}}`);
    expect(codesAndPaths({ ...root, ...hidden })).toEqual([['unknown-property', `scorer.with.0.${name}`]]);
  });

  test('more than 32 levels are refused', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(codesAndPaths({ ...root, stages: deep })[0]?.[0]).toBe('wrong-type');
  });

  test('a document that holds itself is refused', () => {
    const circle: Record<string, unknown> = { ...root };
    circle.stages = [circle];
    expect(codesAndPaths(circle)[0]?.[0]).toBe('wrong-type');
  });

  test('a condition of several forms is one problem, and one that unfolds to millions is refused', () => {
    expect(codesAndPaths({ ...root, conditions: { a: threefold(6) } })).toEqual([['wrong-type', 'conditions.a']]);
    expect(codesAndPaths({ ...root, conditions: { a: threefold(14) } })).toEqual([['wrong-type', '']]);
  });

  test('a hundred thousand wrong values give a short list', () => {
    const stages = Array.from({ length: 100 }, (_, at) => ({
      key: `s${at}`,
      title: { en: 'S' },
      items: Array.from({ length: 300 }, () => ({ x: 1 })),
    }));
    expect(parsePlan({ ...root, stages }).problems.length).toBeLessThanOrEqual(200);
    expect(parsePlan({ ...root, stages: Array.from({ length: 500_000 }, () => 1) }).problems).toHaveLength(1);
  });

  test('a newer format is all that is said about a newer plan', () => {
    expect(codesAndPaths({ format: 'planwright/17', stages: 'elsewhere', foo: 1 })).toEqual([
      ['newer-format', 'format'],
    ]);
    expect(codesAndPaths({ ...root, format: 'planwright/0' })).toEqual([['wrong-type', 'format']]);
  });

  test('each mistake is one problem, at its key', () => {
    const course = { key: 'c', kind: 'COURSE', title: { en: 'C' }, requirement: 'REQUIRED' };
    const wrong = (item: object) =>
      codesAndPaths({ ...root, stages: [{ key: 's', title: { en: 'S' }, items: [item] }] });
    expect(wrong({ ...course, due: { week: 2, weekday: 'FRI', at: '25:00' } })).toEqual([
      ['wrong-type', 'stages.s.items.c.due.at'],
    ]);
    expect(wrong({ ...course, due: { week: 2, weekday: 'FRI', hour: 3 } })).toEqual([
      ['unknown-property', 'stages.s.items.c.due.hour'],
    ]);
    expect(wrong({ ...course, due: { week: 2 } })).toEqual([['missing', 'stages.s.items.c.due.weekday']]);
    expect(wrong({ ...course, due: {} })).toEqual([['wrong-type', 'stages.s.items.c.due']]);
    expect(wrong({ ...course, due: 'friday' })).toEqual([['wrong-type', 'stages.s.items.c.due']]);
    expect(wrong({ ...course, due: { anchor: { completd: 'x' }, offset: 1, unit: 'DAY' } })).toEqual([
      ['wrong-type', 'stages.s.items.c.due.anchor'],
    ]);
    expect(wrong({ ...course, kind: undefined })).toEqual([['missing', 'stages.s.items.c.kind']]);
    expect(wrong({ ...course, titel: { en: 'C' }, title: undefined })).toEqual([
      ['unknown-property', 'stages.s.items.c.titel'],
    ]);
    expect(wrong({ ...course, course: { done: 'MIN_SCORE' } })).toEqual([['missing', 'stages.s.items.c.course.score']]);
    expect(wrong({ ...course, key: 'Not A Key' })).toEqual([['wrong-type', 'stages.s.items.0.key']]);
    expect(codesAndPaths({ ...root, links: [{ from: 'a', to: 'b', on: 'DONE' }] })).toEqual([
      ['wrong-type', 'links.0.on'],
    ]);
    expect(codesAndPaths({ ...root, links: [{ from: 'a', to: 'b', on: { scoreIn: [1, 2, 3] } }] })).toEqual([
      ['wrong-type', 'links.0.on.scoreIn'],
    ]);
    expect(codesAndPaths({ ...root, conditions: { a: { all: [{ item: 'b' }] } } })).toEqual([
      ['missing', 'conditions.a.all.0.is'],
    ]);
    expect(codesAndPaths({ ...root, title: { 'not a language': 'A' } })).toEqual([
      ['wrong-type', 'title.not a language'],
    ]);
  });

  test('a draft with repeated keys or HTML is given back beside its problems', () => {
    const stage = { key: 's', title: { en: '<b>S</b>' }, items: [] };
    const { definition, problems } = parsePlan({ ...root, stages: [stage, stage] });
    expect(definition?.stages).toHaveLength(2);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-key', 'html-in-text', 'html-in-text']);
  });

  test('markdown, comparisons and autolinks are no HTML', () => {
    for (const text of ['a < b and c > d', '<https://example.com>', '**bold** `x`', '5<6', '<me@example.com>']) {
      expect(parsePlan({ ...root, title: { en: text } }).problems).toEqual([]);
    }
    for (const text of ['<b>x', '</p>', '<!-- x -->', '<script src=x', '<?php', 'a <IMG/SRC=x>']) {
      expect(parsePlan({ ...root, title: { en: text } }).problems.map(({ code }) => code)).toEqual(['html-in-text']);
    }
  });
});

describe('parsing YAML', () => {
  test('where it cannot be read, it says line and column', () => {
    const { problems } = parsePlanYaml('format: planwright/1\nkey: "a\n');
    expect(problems[0]?.message.en).toMatch(/^Line \d+, column \d+ /);
  });

  test('a property written twice is named', () => {
    expect(parsePlanYaml('key: a\nkey: b\n').problems.map(({ code }) => code)).toEqual(['duplicate-key']);
  });

  test('tags are refused and aliases do not multiply', () => {
    expect(parsePlanYaml('key: !!js/function x\n').problems).toHaveLength(1);
    const names = [...'abcdefghij'];
    const bomb = names
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(10)
            .fill(at === 0 ? 'x' : `*${names[at - 1]}`)
            .join(', ')}]`,
      )
      .join('\n');
    expect(parsePlanYaml(bomb).problems).toHaveLength(1);
  });

  test('times and dates stay text', () => {
    const { definition } = parsePlanYaml(
      'format: planwright/1\nkey: a\ntitle: { en: A }\nstages:\n  - { key: s, title: { en: S }, due: { fixed: 2026-05-01T18:00 }, opens: { week: 1, weekday: MON, at: 09:00 }, items: [] }\n',
    );
    expect(definition?.stages[0]).toMatchObject({ due: { fixed: '2026-05-01T18:00' }, opens: { at: '09:00' } });
  });
});
