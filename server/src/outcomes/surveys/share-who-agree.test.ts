import { describe, expect, test } from '@jest/globals';
import { Random } from '../../statistics/random.js';
import { wilson } from '../../statistics/shares.js';
import { agrees, shareWhoAgree } from './share-who-agree.js';

describe('who agrees', () => {
  test('chose a step above the middle of the scale, whatever its length', () => {
    const steps = (scale: number) => Array.from({ length: scale }, (_, i) => i + 1).filter((v) => agrees(v, scale));
    expect([2, 3, 4, 5, 7, 10].map(steps)).toEqual([[2], [3], [3, 4], [4, 5], [5, 6, 7], [6, 7, 8, 9, 10]]);
  });

  test('is a share of people with Wilson’s interval', () => {
    const seventeen = Array.from({ length: 20 }, (_, i) => i < 17);
    const { low, high, ...share } = shareWhoAgree(seventeen);
    const { low: expectedLow, high: expectedHigh } = wilson(17, 20);
    expect(share).toEqual({ count: 17, of: 20 });
    expect(low).toBeCloseTo(expectedLow, 12);
    expect(high).toBeCloseTo(expectedHigh, 12);
  });

  test('counts a team that speaks with one voice as one, and never narrower than its people alone', () => {
    const teams = Array.from({ length: 40 }, (_, i) => `team ${Math.floor(i / 5)}`);
    const alike = teams.map((team) => Number(team.slice(5)) < 6);
    const apart = shareWhoAgree(alike);
    const together = shareWhoAgree(alike, teams);
    expect(together.high - together.low).toBeGreaterThan(1.8 * (apart.high - apart.low));
    const mixed = teams.map((_, i) => i % 5 < 3);
    const [one, other] = [shareWhoAgree(mixed), shareWhoAgree(mixed, teams)];
    expect(other.high - other.low).toBeGreaterThanOrEqual(one.high - one.low);
  });

  test('covers the truth in 93 to 97 of 100 surveys of 12 teams of 6 that differ', () => {
    const random = new Random('teams that differ');
    let covered = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run += 1) {
      const agreeing: boolean[] = [];
      const groups: string[] = [];
      for (let team = 0; team < 12; team += 1) {
        // Teams at 0.55 and at 0.95, in equal parts: 0.75 in all.
        const rate = random.bits() / 2 ** 32 < 0.5 ? 0.55 : 0.95;
        for (let member = 0; member < 6; member += 1) {
          agreeing.push(random.bits() / 2 ** 32 < rate);
          groups.push(`${team}`);
        }
      }
      const { low, high } = shareWhoAgree(agreeing, groups);
      if (low <= 0.75 && 0.75 <= high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.975);
  });
});
