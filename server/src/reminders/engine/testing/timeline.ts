import type { Instant } from '@planwright/schema/time';

export interface Appointment<T> {
  at: Instant;
  what: T;
}

/** What is to be looked at next: a binary heap by time; equal times in the order in which they were added. */
export class Timeline<T> {
  private readonly heap: (Appointment<T> & { order: number })[] = [];
  private added = 0;

  add(at: Instant, what: T): void {
    const { heap } = this;
    const entry = { at, what, order: this.added++ };
    let i = heap.length;
    for (heap.push(entry); i > 0; ) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(entry, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = entry;
  }

  /** Takes the next one out, when it is not after `until`. */
  next(until: Instant): Appointment<T> | undefined {
    const { heap } = this;
    const top = heap[0];
    if (!top || top.at > until) return undefined;
    const last = heap.pop();
    if (!last || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      if (!left) break;
      const right = heap[child + 1];
      if (right && before(right, left)) child += 1;
      const least = heap[child];
      if (!least || !before(least, last)) break;
      heap[i] = least;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

const before = (a: { at: Instant; order: number }, b: { at: Instant; order: number }): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
