import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import type { InferKyselyDB } from '@mikro-orm/postgresql';
import {
  AliasNode,
  DummyDriver,
  IdentifierNode,
  Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  type RootOperationNode,
  SelectionNode,
  sql,
} from 'kysely';
import { columnName } from './column-name.js';

/** Tables as Kysely knows them: columns under the names of the entities' properties. */
export type TablesOf<Entity extends EntitySchemaWithMeta> = InferKyselyDB<Entity, { columnNamingStrategy: 'property' }>;

/**
 * Builds queries over the tables of these entities. Nothing is sent: `tx.rows(query)` sends it, as a named statement like those
 * written by hand. (Kysely's own way costs two to five times as much a query, see docs/decisions/07.)
 */
export const queriesOver = <const Entities extends readonly EntitySchemaWithMeta[]>(
  ..._entities: Entities
): Kysely<TablesOf<Entities[number]>> =>
  new Kysely<TablesOf<Entities[number]>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new ColumnNames()],
  });

/**
 * One of a list: `.where('p.id', '=', anyOf(ids))`. A list in parentheses would be another statement for each length, each
 * parsed by itself.
 */
export const anyOf = <T>(values: readonly T[]): RawBuilder<T> => sql<T>`any(${values})`;

/** Names become those of the columns within the query, and the result's columns get the names of the properties back. */
class ColumnNames implements KyselyPlugin {
  readonly #inColumns = new InColumnNames();

  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    const transformed = this.#inColumns.transformNode(node);
    if (transformed.kind === 'SelectQueryNode')
      return { ...transformed, selections: named(transformed.selections, selectionsOf(node)) };
    if ('returning' in transformed && transformed.returning)
      return {
        ...transformed,
        returning: {
          ...transformed.returning,
          selections: named(transformed.returning.selections, selectionsOf(node)) ?? [],
        },
      };
    return transformed;
  }

  /** Never called: rows come from `tx.rows`. */
  transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return Promise.resolve(result);
  }
}

class InColumnNames extends OperationNodeTransformer {
  protected override transformIdentifier(node: IdentifierNode): IdentifierNode {
    return { ...node, name: columnName(node.name) };
  }
}

function selectionsOf(node: RootOperationNode): readonly SelectionNode[] {
  if (node.kind === 'SelectQueryNode') return node.selections ?? [];
  return ('returning' in node && node.returning?.selections) || [];
}

function named(
  selections: readonly SelectionNode[] | undefined,
  asWritten: readonly SelectionNode[],
): readonly SelectionNode[] | undefined {
  return selections?.map((selection, index) => {
    const name = outputName(asWritten[index]?.selection);
    if (name === undefined || columnName(name) === name) return selection;
    const { selection: inner } = selection;
    const expression = inner.kind === 'AliasNode' ? (inner as AliasNode).node : inner;
    return SelectionNode.create(AliasNode.create(expression, IdentifierNode.create(name)) as never);
  });
}

/** The name that a selected column has in the row. */
function outputName(selection: OperationNode | undefined): string | undefined {
  switch (selection?.kind) {
    case 'AliasNode': {
      const { alias } = selection as AliasNode;
      return alias.kind === 'IdentifierNode' ? (alias as IdentifierNode).name : undefined;
    }
    case 'ReferenceNode':
      return outputName((selection as OperationNode & { column: OperationNode }).column);
    case 'ColumnNode':
      return (selection as OperationNode & { column: IdentifierNode }).column.name;
    case 'SelectAllNode':
      throw new Error('columns are named one by one: a table may get new ones');
    default:
      return undefined;
  }
}
