import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldsOfSchema } from './fields-of-schema.js';
import { undrawableSettings } from './undrawable.js';

const schemaOf = (shape: z.ZodRawShape) => z.toJSONSchema(z.strictObject(shape), { io: 'input' });
const kinds = (shape: z.ZodRawShape) =>
  Object.fromEntries(fieldsOfSchema(schemaOf(shape), 'en').map((field) => [field.name, field.kind]));
const undrawn = (schema: unknown) => undrawableSettings(schema).map(({ path, why }) => `${path.join('.')}: ${why}`);

describe('settings as an author writes them with zod', () => {
  const shape = {
    rows: z.array(z.strictObject({ key: z.string(), weight: z.number() })).min(1),
    weights: z.record(z.string(), z.number()),
    sizes: z.array(z.number()),
    deep: z.strictObject({ one: z.strictObject({ two: z.strictObject({ three: z.boolean() }) }) }),
    auth: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('NONE') }),
      z.strictObject({ by: z.literal('BASIC'), user: z.string(), roles: z.array(z.string()) }),
    ]),
    level: z.union([z.literal(1), z.literal(2)]),
    version: z.literal('v1'),
    note: z.string().nullish(),
    grid: z.array(z.array(z.int())),
    perRoute: z.record(z.string(), z.strictObject({ to: z.string() })),
  };

  it('are drawn, lists, maps, groups in groups and several forms too', () => {
    expect(undrawn(schemaOf(shape))).toEqual([]);
    expect(kinds(shape)).toEqual({
      rows: 'list',
      weights: 'map',
      sizes: 'list',
      deep: 'group',
      auth: 'variants',
      level: 'choice',
      version: 'fixed',
      note: 'text',
      grid: 'list',
      perRoute: 'map',
    });
  });

  it('have the fields of each form beside its tag', () => {
    const auth = fieldsOfSchema(schemaOf(shape), 'en').find(({ name }) => name === 'auth');
    expect(auth).toMatchObject({
      tag: 'by',
      variants: [
        { value: 'NONE', fields: [] },
        {
          value: 'BASIC',
          fields: [
            { name: 'user', kind: 'text' },
            { name: 'roles', kind: 'words' },
          ],
        },
      ],
    });
  });

  it('name entries after their list, unless the author did', () => {
    const [rows] = fieldsOfSchema(
      { properties: { rows: { type: 'array', title: 'Criteria', items: { type: 'number' } } } },
      'en',
    );
    expect(rows).toMatchObject({ kind: 'list', entry: { kind: 'number', title: 'Criteria', required: true } });
  });
});

describe('settings that no field can be drawn for', () => {
  it('are named, each with its reason', () => {
    type Tree = { inner?: Tree | undefined };
    const tree: z.ZodType<Tree> = z.lazy(() => z.strictObject({ inner: tree.optional() }));
    expect(
      undrawn(
        schemaOf({
          any: z.unknown(),
          open: z.record(z.string(), z.unknown()),
          list: z.array(z.unknown()),
          either: z.union([z.string(), z.number()]),
          forms: z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]),
          pair: z.tuple([z.string(), z.number()]),
          empty: z.string().nullable(),
          keys: z.array(z.strictObject({ key: z.string().meta({ secret: true }) })),
          within: z.strictObject({ odd: z.unknown() }),
        }),
      ),
    ).toEqual([
      'any: anything',
      'open: anything',
      'list.*: anything',
      'either: mixed',
      'forms: mixed',
      'pair: places',
      'empty: empty',
      'keys.*.key: secret',
      'within.odd: anything',
    ]);
    expect(undrawn(schemaOf({ tree }))).toEqual(expect.arrayContaining([expect.stringMatching(/: reference$/)]));
    expect(undrawn({ properties: { both: { allOf: [{ type: 'string' }] } } })).toEqual(['both: conditions']);
    expect(undrawn({ properties: { odd: true } })).toEqual(['odd: anything']);
    expect(undrawn(null)).toEqual([]);
  });

  it('may hold secrets in groups, which are sealed by their names', () => {
    expect(undrawn(schemaOf({ auth: z.strictObject({ password: z.string().meta({ secret: true }) }) }))).toEqual([]);
  });
});
