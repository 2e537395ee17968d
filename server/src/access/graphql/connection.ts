import type { ClassType } from 'type-graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from './context.js';
import { badInput } from './request-error.js';

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor?: string | null;
  @Field(() => String, { nullable: true })
  endCursor?: string | null;
}

/** `first` (1–100) and `after`: the arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int)
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  /** Lazy: a function runs only when the client asks. */
  totalCount?: number | null | (() => Promise<number>);
}

/** The classes `XEdge` and `XConnection` of a node type. Call once per type, at module level. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class EdgeClass {
    @Field(() => String)
    cursor!: string;
    @Field(() => node())
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionClass {
    @Field(() => [EdgeClass])
    edges!: EdgeClass[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @Field(() => Int, { nullable: true })
    totalCount?: number | null | (() => Promise<number>);
  }
  return ConnectionClass;
}

/** The keys of an order as an opaque cursor, and back. */
export const encodeCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Keys of a cursor with exactly `length` of them; a foreign cursor is bad input, not a fault. */
export function decodeCursor(context: RequestContext, cursor: string, length: number): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    )
      return keys;
  } catch {
    // Falls through: whatever it was, it is no cursor of ours.
  }
  throw badInput(context, 'CURSOR', ['after']);
}

/** Checks `first`. Callers read one row more than that, so that `pageOf` knows whether there is a next page. */
export function pageSize(context: RequestContext, first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw badInput(context, 'FIRST', ['first']);
  return first;
}

/** A connection of the first `first` of `rows`, where the caller has read up to `first + 1`. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  page: { first: number; after?: string | null | undefined },
  keys: (row: Row) => readonly (string | number)[],
  node: (row: Row) => T,
  totalCount?: () => Promise<number>,
): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(keys(row)), node: node(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined && page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    ...(totalCount ? { totalCount } : {}),
  };
}
