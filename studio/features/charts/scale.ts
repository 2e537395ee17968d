/** A line of numbers laid over the width of a chart. */
export interface Scale {
  low: number;
  high: number;
  /** Round numbers within it, rising. */
  ticks: readonly number[];
}

/** Free space on both sides, in percent of the width, so that a mark at the end is drawn whole. */
const MARGIN = 2;

/** Values that differ by less than this part of their size are drawn as one. */
const SAME = 1e-9;

/** 1, 2 or 5 times a power of ten, so that about `count` of them fit between the two. */
export function tickStep(low: number, high: number, count: number): number {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999_999) ?? 10;
  return factor * power;
}

/** Round numbers from `low` to `high`, both included where they are round. */
export function ticksBetween(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return [low];
  const step = tickStep(low, high, count);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // `+ 0` takes the sign from a zero.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(decimals)) + 0);
}

/** A scale from the lowest to the highest value, widened to round numbers. Values that are no numbers count for nothing. */
export function scaleOver(values: readonly (number | null | undefined)[], count = 5): Scale {
  const known = values.filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  const [least, most] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  const size = Math.max(1, Math.abs(least), Math.abs(most));
  const room = most - least > size * SAME ? 0 : size / 10;
  const step = tickStep(least - room, most + room, count);
  const low = Math.floor((least - room) / step + 1e-9) * step;
  const high = Math.ceil((most + room) / step - 1e-9) * step;
  const ticks = ticksBetween(low, high, count);
  return { low: Math.min(low, ticks[0] ?? low), high: Math.max(high, ticks.at(-1) ?? high), ticks };
}

/** 0 to 100 %, for shares. */
export const SHARES: Scale = { low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

/** −1 to 1, for correlations. */
export const CORRELATIONS: Scale = { low: -1, high: 1, ticks: [-1, -0.5, 0, 0.5, 1] };

/** Where a value stands, in percent of the width; values outside stand at the end. */
export function placeOf(value: number, { low, high }: Scale): number {
  const part = high > low ? (value - low) / (high - low) : 0.5;
  return MARGIN + Math.min(1, Math.max(0, part)) * (100 - 2 * MARGIN);
}

/** A stretch of a scale in percent: where it begins and how wide it is. */
export interface Stretch {
  start: number;
  width: number;
}

export function stretchOf(low: number, high: number, scale: Scale): Stretch {
  const [start, end] = [placeOf(Math.min(low, high), scale), placeOf(Math.max(low, high), scale)];
  return { start, width: end - start };
}
