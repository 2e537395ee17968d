import { expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { operationCost } from './operation-cost.js';

const schema = buildSchema(`
  type Query { me: Person people(first: Int!): People board: Board node: Node }
  interface Node { id: ID! owner: Person }
  type Person implements Node { id: ID! name: String owner: Person manager: Person team: [Person!]! friends(first: Int = 20): People }
  type People { edges: [Edge!]! totalCount: Int }
  type Edge { node: Person! }
  type Board { rows(first: Int = 500): [Row!]! }
  type Row { states: String! person: Person }
`);
const cost = (source: string, variables: Record<string, unknown> = {}) => {
  const document = parse(source);
  return operationCost(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
};

test('a scalar costs nothing, an object one, and asking at all one', () => {
  expect(cost('{ __typename }')).toBe(1);
  expect(cost('{ me { id name } }')).toBe(2);
  expect(cost('{ me { manager { manager { name } } } }')).toBe(4);
});

test('what stands below a page counts as often as the page is long', () => {
  // The operation, the connection, its list of edges, then a node each.
  expect(cost('{ people(first: 100) { edges { node { name } } } }')).toBe(1 + 1 + 1 + 100);
  expect(cost('{ people(first: 100) { edges { node { name manager { name } } } } }')).toBe(1 + 1 + 1 + 200);
  expect(cost('{ people(first: 100) { totalCount } }')).toBe(2);
});

test('the length comes from a variable, from a default, or is the longest when it is asked wrongly', () => {
  const query = 'query ($n: Int!) { people(first: $n) { edges { node { name } } } }';
  expect(cost(query, { n: 7 })).toBe(10);
  expect(cost(query, {})).toBe(103);
  expect(cost('{ me { friends { edges { node { name } } } } }')).toBe(1 + 1 + 1 + 1 + 20);
});

test('a board of 500 rows of scalars costs no more than a small one, and one with objects in its rows does', () => {
  expect(cost('{ board { rows { states } } }')).toBe(3);
  expect(cost('{ board { rows { states person { name } } } }')).toBe(1 + 1 + 1 + 500);
});

test('a list without a length counts as five entries', () => {
  expect(cost('{ me { team { name } } }')).toBe(3);
  expect(cost('{ me { team { manager { name } } } }')).toBe(3 + 5);
  expect(cost('{ me { team { team { team { name } } } } }')).toBe(1 + 1 + 1 + 5 * (1 + 5));
});

test('pages within pages multiply', () => {
  expect(cost('{ people(first: 10) { edges { node { friends(first: 10) { edges { node { name } } } } } } }')).toBe(
    1 + 1 + 1 + 10 * (1 + 1 + 1 + 10),
  );
});

test('fragments cost what they stand for, wherever they stand, also under an interface', () => {
  expect(
    cost(
      '{ people(first: 10) { ...P } } fragment P on People { edges { node { ...M } } } fragment M on Person { manager { name } }',
    ),
  ).toBe(1 + 1 + 1 + 20);
  expect(cost('{ node { id ... on Person { manager { name } } ... { owner { name } } } }')).toBe(4);
});

test('a million spreads are added up in no time, and the sum stays a number', () => {
  const layers = Array.from(
    { length: 20 },
    (_, i) => `fragment F${i} on Person { a: manager { ...F${i + 1} } b: manager { ...F${i + 1} } }`,
  ).join(' ');
  expect(cost(`{ me { ...F0 } } ${layers} fragment F20 on Person { name }`)).toBe(1_000_000);
});
