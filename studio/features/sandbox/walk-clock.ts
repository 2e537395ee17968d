/** Where the clock of a sandbox stands, and whether it is on its way to somewhere. */
export interface Seen {
  at: string | undefined;
  isMoving: boolean;
}

/** What the walk needs of the world. */
export interface Ways<Wrong> {
  /** Sends the clock to an instant. The server answers before a long way is walked. */
  move: (to: string) => Promise<Seen & { wrong?: Wrong }>;
  /** Looks where it has come to; undefined when that cannot be known. */
  look: () => Promise<Seen | undefined>;
  /** Waits a moment, or until the page is left. */
  pause: (signal: AbortSignal) => Promise<void>;
}

/**
 * Walks a clock step by step. Between two steps it can be stopped; leaving the page ends it where it is, so that nobody
 * is asked on behalf of a page that is gone. Resolves to where it ended and what was wrong, or to undefined when it was left.
 */
export async function walkClock<Wrong>({
  from,
  steps,
  ways,
  isStopped,
  signal,
  onStep,
}: {
  from: string;
  steps: readonly string[];
  ways: Ways<Wrong>;
  isStopped: () => boolean;
  signal: AbortSignal;
  onStep: (at: string, done: number) => void;
}): Promise<{ at: string; wrong?: Wrong } | undefined> {
  let at = from;
  for (const [index, to] of steps.entries()) {
    onStep(at, index);
    const { wrong, ...answer } = await ways.move(to);
    let seen: Seen | undefined = answer;
    at = seen.at ?? at;
    while (seen?.isMoving && !signal.aborted) {
      onStep(at, index);
      await ways.pause(signal);
      if (signal.aborted) break;
      seen = await ways.look();
      at = seen?.at ?? at;
    }
    if (signal.aborted) return undefined;
    if (wrong !== undefined) return { at, wrong };
    if (isStopped()) break;
  }
  return { at };
}
