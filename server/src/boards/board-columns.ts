import { createHash } from 'node:crypto';
import type { VersionItem, VersionItems } from './board-data.js';

/** The columns of a board and how each version's packed cells are laid out in them. */
export interface BoardColumns {
  items: VersionItem[];
  /** Name of this layout: the same keys in the same order have the same name, in every process. */
  hash: string;
  /** Versions that can be laid out. */
  versionNumbers: ReadonlyMap<string, number>;
  /** Cells of a row of `versionId`, one character a column; `-` where the version has no such item. */
  layOut(versionId: string, cells: string): string;
}

/** Items of the newest version in its order, then those that only older versions have. */
export function boardColumns(versions: readonly VersionItems[]): BoardColumns {
  const newestFirst = [...versions].sort((a, b) => b.number - a.number || a.id.localeCompare(b.id));
  const items = new Map<string, VersionItem>();
  for (const version of newestFirst) {
    for (const item of version.items) if (!items.has(item.key)) items.set(item.key, item);
  }
  const keys = [...items.keys()];
  const layouts = new Map(newestFirst.map((version) => [version.id, layoutOf(version, keys)]));
  return {
    items: [...items.values()],
    hash: createHash('sha256').update(keys.join('\n')).digest('base64url').slice(0, 10),
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
