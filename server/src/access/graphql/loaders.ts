import DataLoader from 'dataloader';
import type { Sql } from '../../database/index.js';
import { type LoaderOf, loaderOf, type RequestContext, signedIn } from './context.js';

type Read<Row> = (sql: Sql, keys: readonly string[]) => Promise<Row[]>;

const readAsViewer = <Row>(context: RequestContext, read: (sql: Sql) => Promise<Row[]>): Promise<Row[]> => {
  const { viewer, database } = signedIn(context);
  return database.read(viewer.scope, read);
};

/** A loader of one row per key, under the viewer's policies. */
export const one =
  <Row>(read: Read<Row>, keyOf: (row: Row) => string): LoaderOf<string, Row | undefined> =>
  (context) =>
    new DataLoader<string, Row | undefined>(async (keys) => {
      const byKey = new Map((await readAsViewer(context, (tx) => read(tx, keys))).map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(key));
    });

/** A loader of all rows of a key, in the order in which they are read, under the viewer's policies. */
export const many =
  <Row>(read: Read<Row>, keyOf: (row: Row) => string): LoaderOf<string, Row[]> =>
  (context) =>
    new DataLoader<string, Row[]>(async (keys) => {
      const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of await readAsViewer(context, (tx) => read(tx, keys))) byKey.get(keyOf(row))?.push(row);
      return keys.map((key) => byKey.get(key) ?? []);
    });

/** Which rows of a key: up to `limit` after `after`. */
export interface PageOfKey {
  limit: number;
  after: string | null;
}

/**
 * A loader of one page of rows for each key: a list inside the rows of a list. Pages that are asked for alike are read
 * together, so the statements grow with the fields of the document and not with the rows of the answer.
 */
export function pages<Row>(
  read: (sql: Sql, keys: readonly string[], page: PageOfKey) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): (context: RequestContext, key: string, page: PageOfKey) => Promise<Row[]> {
  const make: LoaderOf<string, Row[]> = (context) =>
    new DataLoader<string, Row[]>(async (asked) => {
      const requests = asked.map((text) => JSON.parse(text) as [string, number, string | null]);
      const groups = Map.groupBy(requests, ([, limit, after]) => JSON.stringify([limit, after]));
      const found = new Map<string, Row[]>(asked.map((text) => [text, []]));
      const { viewer, database } = signedIn(context);
      await database.read(viewer.scope, async (tx) => {
        for (const group of groups.values()) {
          const [[, limit, after] = ['', 0, null]] = group;
          const rows = await read(
            tx,
            group.map(([key]) => key),
            { limit, after },
          );
          for (const row of rows) found.get(JSON.stringify([keyOf(row), limit, after]))?.push(row);
        }
      });
      return asked.map((text) => found.get(text) ?? []);
    });
  return (context, key, { limit, after }) => loaderOf(context, make).load(JSON.stringify([key, limit, after]));
}

/** Loaders that need something beside the request: one for each such thing, so that `loaderOf` knows it again. */
export function loaderWith<Deps extends object, Key, Value>(
  make: (deps: Deps, context: RequestContext) => DataLoader<Key, Value>,
): (deps: Deps) => LoaderOf<Key, Value> {
  const known = new WeakMap<Deps, LoaderOf<Key, Value>>();
  return (deps) => {
    const before = known.get(deps);
    if (before) return before;
    const made: LoaderOf<Key, Value> = (context) => make(deps, context);
    known.set(deps, made);
    return made;
  };
}

/** A loader of something that is the same for the whole request. */
export const once = <Value>(read: (context: RequestContext) => Promise<Value>) => {
  const make: LoaderOf<string, Value> = (context) =>
    new DataLoader<string, Value>(async (keys) => {
      const value = await read(context);
      return keys.map(() => value);
    });
  return (context: RequestContext): Promise<Value> => loaderOf(context, make).load('');
};
