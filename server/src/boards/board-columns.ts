import { createHash } from 'node:crypto';
import type { VersionItem, VersionItems } from './board-data.js';

/** The columns of a board and how each version's packed cells are laid out in them. */
export interface BoardColumns {
  items: VersionItem[];
  /**
   * Name of these columns in every process: equal for the same items of the same versions in the same order. Versions
   * never change, so columns of one name also have the same titles.
   */
  hash: string;
  /** Versions that can be laid out. */
  versionNumbers: ReadonlyMap<string, number>;
  /** Cells of a row of `versionId`, one character a column; `-` where the version has no such item. */
  layOut(versionId: string, cells: string): string;
}

/** By the newest version, the columns that were made last: versions never change, and a board stays on the same ones. */
const made = new WeakMap<VersionItems, { of: readonly VersionItems[]; columns: BoardColumns }>();

/** Items of the newest version in its order, then those that only older versions have. */
export function boardColumns(versions: readonly VersionItems[]): BoardColumns {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number || a.id.localeCompare(b.id));
  const [newest] = newestFirst;
  const known = newest && made.get(newest);
  if (known?.of.length === newestFirst.length && known.of.every((version, index) => version === newestFirst[index]))
    return known.columns;
  const columns = makeColumns(newestFirst);
  if (newest) made.set(newest, { of: newestFirst, columns });
  return columns;
}

function makeColumns(newestFirst: readonly VersionItems[]): BoardColumns {
  const items = new Map<string, VersionItem>();
  const name = createHash('sha256');
  for (const version of newestFirst) {
    for (const item of version.items) {
      if (items.has(item.key)) continue;
      items.set(item.key, item);
      name.update(`${version.id} ${item.key}\n`);
    }
  }
  const keys = [...items.keys()];
  const layouts = new Map(newestFirst.map((version) => [version.id, layoutOf(version, keys)]));
  return {
    items: [...items.values()],
    hash: name.digest('base64url').slice(0, 10),
    versionNumbers: new Map(newestFirst.map((version) => [version.id, version.number])),
    layOut(versionId, cells) {
      const layout = layouts.get(versionId);
      if (layout === undefined) throw new Error(`Version ${versionId} is not among the versions of this board`);
      if (layout === 'same') return cells;
      let states = '';
      for (const position of layout) states += position < 0 ? '-' : (cells[position] ?? '-');
      return states;
    },
  };
}

/** Position of every column in the version's own cells, −1 where it has none; `same` when nothing has to be moved. */
function layoutOf(version: VersionItems, keys: readonly string[]): number[] | 'same' {
  const positions = new Map(version.items.map((item, index) => [item.key, index]));
  const layout = keys.map((key) => positions.get(key) ?? -1);
  return layout.every((position, index) => position === index) && layout.length === version.items.length
    ? 'same'
    : layout;
}
