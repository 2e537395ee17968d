import { atLeast, NEVER, type Span } from './span.js';

/** A statement of three values over time: when it is true, when false; unknown in between (Kleene). */
export interface Truth {
  yes: readonly Span[];
  no: readonly Span[];
}

/** True from an instant on, unknown before. */
export const trueFrom = (from: string): Truth => ({ yes: [{ from }], no: NEVER });

export const not = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });

/** True while `n` are true, false while too many are false for that. */
export function atLeastOf(n: number, parts: readonly Truth[]): Truth {
  return {
    yes: atLeast(
      n,
      parts.map((part) => part.yes),
    ),
    no: atLeast(
      parts.length - n + 1,
      parts.map((part) => part.no),
    ),
  };
}
