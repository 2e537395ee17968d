import { addMs, type Instant } from '../time/index.js';

/** A stretch of time, `to` not included; no `to` = from then on. */
export interface Span {
  from: Instant;
  to?: Instant;
}

/** Sorts before every instant: what held before anything was recorded. */
export const ALWAYS: Instant = '';

export const EVER: readonly Span[] = [{ from: ALWAYS }];
export const NEVER: readonly Span[] = [];

const isOpenEnded = (spans: readonly Span[]): boolean => spans.length === 1 && spans[0]?.to === undefined;

/** When at least `n` of the lists hold at once. Lists are ascending and do not touch themselves. */
export function atLeast(n: number, lists: readonly (readonly Span[])[]): readonly Span[] {
  if (n <= 0) return EVER;
  const filled = lists.filter((spans) => spans.length > 0);
  if (filled.length < n) return NEVER;
  if (filled.every(isOpenEnded)) {
    const starts = filled.map((spans) => spans[0]?.from ?? ALWAYS).sort();
    return [{ from: starts[n - 1] ?? ALWAYS }];
  }
  return sweep(n, filled);
}

function sweep(n: number, lists: readonly (readonly Span[])[]): Span[] {
  const steps: { at: Instant; by: 1 | -1 }[] = [];
  for (const span of lists.flat()) {
    steps.push({ at: span.from, by: 1 });
    if (span.to !== undefined) steps.push({ at: span.to, by: -1 });
  }
  // At the same instant what ends ends before what begins begins: spans do not include their end.
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.by - b.by));
  const found: Span[] = [];
  let holding = 0;
  let from: Instant | undefined;
  for (const { at, by } of steps) {
    holding += by;
    if (from === undefined && holding >= n) from = at;
    else if (from !== undefined && holding < n) {
      const last = found.at(-1);
      if (last && last.to === from) last.to = at;
      else if (from < at) found.push({ from, to: at });
      from = undefined;
    }
  }
  if (from !== undefined) {
    const last = found.at(-1);
    if (last && last.to === from) delete last.to;
    else found.push({ from });
  }
  return found;
}

export const intersect = (...lists: readonly (readonly Span[])[]): readonly Span[] => atLeast(lists.length, lists);
export const union = (...lists: readonly (readonly Span[])[]): readonly Span[] => atLeast(1, lists);

/** Adds a later span to a list that is being built; what touches the last one lengthens it. */
export function append(spans: Span[], from: Instant, to: Instant | undefined): void {
  const last = spans.at(-1);
  if (last?.to === undefined || last.to < from) spans.push(to === undefined ? { from } : { from, to });
  else if (to === undefined) delete last.to;
  else last.to = to;
}

/**
 * What was true until a fact was taken away counts for that very instant still, so that what opened then has opened,
 * whichever of the two was recorded first.
 */
export function lingering(spans: readonly Span[]): readonly Span[] {
  if (spans.every(({ to }) => to === undefined)) return spans;
  return spans.map(({ from, to }) => (to === undefined ? { from } : { from, to: addMs(to, 1) }));
}

/** What is left of `spans` outside `holes`. */
export function without(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  if (holes.length === 0 || spans.length === 0) return spans;
  const gaps: Span[] = [];
  let from: Instant | undefined = ALWAYS;
  for (const hole of holes) {
    if (hole.from === hole.to) continue;
    if (from !== undefined && from < hole.from) gaps.push({ from, to: hole.from });
    from = hole.to;
  }
  if (from !== undefined) gaps.push({ from });
  return intersect(spans, gaps);
}

/** Whether the spans hold at an instant. */
export function holdsAt(spans: readonly Span[], at: Instant): boolean {
  return spans.some((span) => span.from <= at && (span.to === undefined || at < span.to));
}
