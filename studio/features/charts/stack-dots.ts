import { placeOf, type Scale } from './scale';

/** A dot of a strip: where it stands (percent of the width) and how many dots it stands above or below the middle. */
export interface PlacedDot {
  value: number;
  place: number;
  level: number;
}

/** 0, 1, −1, 2, −2 … */
const levelOf = (rank: number): number => (rank % 2 === 1 ? (rank + 1) / 2 : 0 - rank / 2);

/**
 * Stacks dots around a middle line so that none hides another: each takes the level nearest to the line at which the dots
 * before it leave `gap` percent of the width. The same values always give the same picture.
 */
export function stackDots(values: readonly number[], scale: Scale, gap: number): PlacedDot[] {
  const lastAt: number[] = [];
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => {
      const place = placeOf(value, scale);
      const free = lastAt.findIndex((last) => place - last >= gap);
      const rank = free === -1 ? lastAt.length : free;
      lastAt[rank] = place;
      return { value, place, level: levelOf(rank) };
    });
}
