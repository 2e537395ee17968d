import { availableParallelism } from 'node:os';
import { describe, expect, jest, test } from '@jest/globals';

const argon2 = await import('@node-rs/argon2');
let now = 0;
let most = 0;
const counted =
  <Given extends unknown[], T>(compute: (...given: Given) => Promise<T>) =>
  async (...given: Given): Promise<T> => {
    now += 1;
    most = Math.max(most, now);
    try {
      return await compute(...given);
    } finally {
      now -= 1;
    }
  };
jest.unstable_mockModule('@node-rs/argon2', () => ({ hash: counted(argon2.hash), verify: counted(argon2.verify) }));
const { checkPassword, hashPassword, passwordsAtOnce } = await import('./password.js');

describe('passwords', () => {
  test('of a crowd leave one core to everybody else, and each gets its own answer', async () => {
    const stored = await hashPassword('right');
    const tries = Array.from({ length: 24 }, (_, n) => n);
    const answers = await Promise.all(
      tries.map((n) => checkPassword(n % 3 === 0 ? undefined : stored, n % 2 === 0 ? 'right' : 'wrong')),
    );
    expect(answers).toEqual(tries.map((n) => n % 3 !== 0 && n % 2 === 0));
    expect(most).toBe(passwordsAtOnce(availableParallelism()));
  });

  test('that cannot be checked are wrong and hold nobody up', async () => {
    const broken = Array.from({ length: 8 }, () => checkPassword('no hash at all', 'right'));
    expect(await Promise.all(broken)).toEqual(broken.map(() => false));
    expect(await checkPassword(await hashPassword('right'), 'right')).toBe(true);
  });

  test('are computed one at a time where there are one or two cores', () => {
    expect([1, 2, 4].map(passwordsAtOnce)).toEqual([1, 1, 3]);
  });
});
