/**
 * Tells all replicas which boards moved. At most once and without memory: nothing depends on a ring, since everybody looks
 * at the boards' sequences anyway; a ring only makes it sooner. Other buses are other implementations of this interface.
 */
export interface Doorbell {
  /** Cheap: the ids are collected and sent together. */
  ring(boardIds: readonly string[]): void;
  /** `onGap` runs when rings may have been missed: everything may have changed. */
  onRing(rung: (boardIds: string[]) => void, onGap: () => void): void;
  close(): Promise<void>;
}
