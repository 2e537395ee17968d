import type { Shelf } from './device';

/** A storage in memory. */
export function shelf(): Shelf {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (place) => map.get(place) ?? null,
    setItem: (place, text) => void map.set(place, text),
    removeItem: (place) => void map.delete(place),
  };
}
