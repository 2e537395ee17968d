/**
 * What becomes of an item that does not simply go well: handed in after its date, never, sent back by the mentor and left so,
 * or sent back and handed in again. Whatever is not late and not missing comes in time.
 */
export type Fate = 'LATE' | 'NEVER' | 'LEFT' | 'AGAIN';

/** How a plan goes for one person when a story says so, by item; whatever it does not name goes well. */
export interface Script {
  fates: Record<string, Fate>;
  /** Whose first feedback takes the mentor longer than a day. */
  lateFeedback: string[];
  /** Of courses; given by the mentor after the course. */
  scores: Record<string, number>;
}
