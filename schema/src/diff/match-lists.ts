/** Entries of two lists that are the same by identity, with their places. Repeats are told apart by their number. */
export interface Match<T> {
  id: string;
  before?: { entry: T; index: number };
  after?: { entry: T; index: number };
}

/** All entries of both lists: those of the new list in its order, then those that are gone. */
export function matchLists<T>(before: readonly T[], after: readonly T[], identity: (entry: T) => string): Match<T>[] {
  const old = byIdentity(before, identity);
  const now = byIdentity(after, identity);
  const kept = [...now].map(([id, found]): Match<T> => ({ id, before: old.get(id), after: found }));
  const gone = [...old].flatMap(([id, found]): Match<T>[] => (now.has(id) ? [] : [{ id, before: found }]));
  return [...kept, ...gone];
}

function byIdentity<T>(list: readonly T[], identity: (entry: T) => string): Map<string, { entry: T; index: number }> {
  const found = new Map<string, { entry: T; index: number }>();
  const seen = new Map<string, number>();
  for (const [index, entry] of list.entries()) {
    const id = identity(entry);
    const number = (seen.get(id) ?? 0) + 1;
    seen.set(id, number);
    found.set(number === 1 ? id : `${id} #${number}`, { entry, index });
  }
  return found;
}

/**
 * The fewest entries that have to move to turn one order into the other: those outside a longest increasing run
 * (patience sorting). `places` are the old places in the new order; gives indexes into it.
 */
export function movedPlaces(places: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, place] of places.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const stays = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) stays.add(at);
  return places.flatMap((_, index) => (stays.has(index) ? [] : [index]));
}
