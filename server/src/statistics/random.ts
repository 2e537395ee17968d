import { sha256 } from './sha256.js';

/** Name and version of everything below: stored with each allocation, so that it can be drawn again. */
export const GENERATOR = 'xoshiro128**/sha256-seed/1';

/**
 * Reproducible random numbers: xoshiro128** (D. Blackman, S. Vigna 2018) started from the SHA-256 of a text. The same
 * seed gives the same numbers on any machine; other seeds give unrelated ones.
 */
export class Random {
  readonly #state: Uint32Array;

  constructor(seed: string) {
    const digest = sha256(seed);
    this.#state = Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(digest.slice(at, at + 8), 16));
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1;
  }

  /** 32 random bits. */
  bits(): number {
    const s = this.#state;
    const [s0, s1, s2, s3] = s as unknown as [number, number, number, number];
    const product = Math.imul(s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const [n2, n3] = [s2 ^ s0, s3 ^ s1];
    s[1] = s1 ^ n2;
    s[0] = s0 ^ n3;
    s[2] = n2 ^ (s1 << 9);
    s[3] = (n3 << 11) | (n3 >>> 21);
    return result;
  }

  /** A whole number from 0 below `bound`, each as likely: what would favour some is drawn again. */
  below(bound: number): number {
    const fair = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const value = this.bits();
      if (value < fair) return value % bound;
    }
  }

  /** From 0 below 1, 53 bits. */
  fraction(): number {
    return ((this.bits() >>> 5) * 2 ** 26 + (this.bits() >>> 6)) / 2 ** 53;
  }

  /** R. Fisher and F. Yates's shuffle, in place. */
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  }
}
