import type { ClassType } from 'type-graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from './context.js';
import { badInput } from './request-error.js';

@ObjectType({ simpleResolvers: true, description: 'Where a page of a connection lies in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when the list goes on after this page.' })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'True when the page was asked for with `after`.' })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge. Null when the page is empty.' })
  startCursor?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge: pass it as `after` to get the next page. Null when the page is empty.',
  })
  endCursor?: string | null;
}

/** `first` (1–100) and `after`: the arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'How many entries to answer, 1 to 100.' })
  first!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Answers the entries after this cursor: the `endCursor` of the page before. Leave it out to start at the beginning.',
  })
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

/** What the fields of every edge and every connection mean. */
export const EDGE_WORDS = { cursor: 'Place of this entry in the list; opaque.', node: 'The entry itself.' } as const;
export const CONNECTION_WORDS = {
  edges: 'The entries of this page, in the order of the list.',
  pageInfo: 'Where this page lies in the list.',
} as const;
export const edgeWords = (name: string): string => `One \`${name}\` in a page of them, with its cursor.`;
export const connectionWords = (name: string): string => `A page of \`${name}\` objects.`;

/**
 * The classes `XEdge` and `XConnection` of a node type. Call once per type, at module level.
 * @param nodeName the GraphQL name of the node type, where it is not the name of the connection
 */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  nodeName = name,
): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: edgeWords(nodeName) })
  class EdgeClass {
    @Field(() => String, { description: EDGE_WORDS.cursor })
    cursor!: string;
    @Field(() => node(), { description: EDGE_WORDS.node })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: connectionWords(nodeName) })
  class ConnectionClass {
    @Field(() => [EdgeClass], { description: CONNECTION_WORDS.edges })
    edges!: EdgeClass[];
    @Field(() => PageInfo, { description: CONNECTION_WORDS.pageInfo })
    pageInfo!: PageInfo;
    @Field(() => Int, {
      nullable: true,
      description: 'Entries in the whole list, of those the viewer may see. Null where they are not counted.',
    })
    totalCount?: number | null | (() => Promise<number>);
  }
  return ConnectionClass;
}

/** The keys of an order as an opaque cursor, and back. */
export const encodeCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What a key of a cursor must look like: the database refuses a date that is none with a fault. */
export type CursorKey = 'text' | 'date' | 'instant';

const FORMS: Record<CursorKey, (key: string) => boolean> = {
  text: () => true,
  date: (key) => /^\d{4}-\d\d-\d\d$/.test(key) && !Number.isNaN(Date.parse(key)),
  // `infinity` stands at the end of a list for those without one.
  instant: (key) => key === 'infinity' || (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(key) && !Number.isNaN(Date.parse(key))),
};

/** Keys of a cursor: a number of keys of any form, or keys of these forms. A foreign cursor is bad input, not a fault. */
export function decodeCursor(
  context: RequestContext,
  cursor: string,
  forms: number | readonly CursorKey[],
): (string | number)[] {
  const expected = typeof forms === 'number' ? Array.from({ length: forms }, () => 'text' as const) : forms;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(keys) &&
      keys.length === expected.length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number') &&
      expected.every((form, index) => FORMS[form](String(keys[index])) && !String(keys[index]).includes('\0'));
    if (fits) return keys;
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
