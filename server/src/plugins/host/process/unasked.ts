/** Counts lines that nobody asked for, second by second. The child drops what is over its own cap: a flood comes from one that keeps no rules. */
export class Unasked {
  readonly #most: number;
  #second = 0;
  #lines = 0;
  constructor(most: number) {
    this.#most = most;
  }

  /** False when there are too many. */
  count(): boolean {
    const second = Math.floor(performance.now() / 1000);
    if (this.#second !== second) this.#lines = 0;
    this.#second = second;
    this.#lines += 1;
    return this.#lines <= this.#most;
  }
}
