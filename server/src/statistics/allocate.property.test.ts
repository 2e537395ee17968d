import { expect, describe as group, test } from '@jest/globals';
import fc from 'fast-check';
import { type ArmWeight, allocate, armInBlocks, type Roster } from './allocate.js';
import { sha256 } from './sha256.js';

group('allocation', () => {
  const arms = (n: number): ArmWeight[] => Array.from({ length: n }, (_, i) => ({ key: `v${i + 1}`, weight: 1 }));
  const rosters = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          stratum: fc.constantFrom('a', 'b', 'c'),
          cluster: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'),
          baseline: fc.integer({ min: 0, max: 100 }),
        }),
      ),
    ),
  ) as fc.Arbitrary<Roster[]>;
  const sizes = (roster: readonly Roster[], assignments: Record<string, string>, keys: readonly ArmWeight[]) =>
    keys.map(({ key }) => roster.filter(({ id }) => assignments[id] === key).length);
  const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

  test('the same seed gives the same list byte for byte, whatever the order of the roster', () => {
    fc.assert(
      fc.property(
        rosters,
        fc.string(),
        fc.constantFrom('BLOCKS', 'PAIRS', 'CLUSTERS' as const),
        (roster, seed, method) => {
          const [one, other] = [
            allocate(roster, arms(2), { seed, method }),
            allocate([...roster].reverse(), arms(2), { seed, method }),
          ];
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        },
      ),
    );
  });

  test('blocks and pairs differ by one at most in each stratum, clusters stay together and differ by one cluster at most', () => {
    fc.assert(
      fc.property(rosters, fc.string(), fc.integer({ min: 2, max: 4 }), (roster, seed, n) => {
        const keys = arms(n);
        const blocks = allocate(roster, keys, { seed, method: 'BLOCKS' });
        for (const stratum of ['a', 'b', 'c'])
          expect(
            spread(
              sizes(
                roster.filter((one) => one.stratum === stratum),
                blocks.assignments,
                keys,
              ),
            ),
          ).toBeLessThanOrEqual(1);
        const pairs = allocate(roster, keys, { seed, method: 'PAIRS' });
        expect(spread(sizes(roster, pairs.assignments, keys))).toBeLessThanOrEqual(1);
        const clusters = allocate(roster, keys, { seed, method: 'CLUSTERS' });
        const armsOf = new Map<string, Set<string>>();
        for (const { id, cluster = '' } of roster)
          armsOf.set(cluster, (armsOf.get(cluster) ?? new Set()).add(clusters.assignments[id] as string));
        for (const used of armsOf.values()) expect(used.size).toBe(1);
        expect(
          spread(keys.map(({ key }) => [...armsOf.values()].filter((used) => used.has(key)).length)),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('late joiners go on in the block that the roster ended in', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, n) => {
        const weights = [
          { key: 'v1', weight: 2 },
          { key: 'v2', weight: 1 },
        ];
        const ids = Array.from({ length: n + 1 }, (_, i) => String(i).padStart(3, '0'));
        const all = allocate(
          ids.map((id) => ({ id, stratum: 's' })),
          weights,
          { seed, method: 'BLOCKS' },
        );
        expect(ids.map((_, i) => armInBlocks(weights, seed, 's', i))).toEqual(ids.map((id) => all.assignments[id]));
      }),
    );
  });

  test('the list of a known seed is frozen', () => {
    const roster = Array.from({ length: 12 }, (_, i) => ({ id: `p${String(i).padStart(2, '0')}` }));
    const { assignments, rosterDigest } = allocate(roster, arms(2), { seed: 'planwright', method: 'BLOCKS' });
    expect(Object.values(assignments).join(' ')).toMatchInlineSnapshot(`"v2 v1 v1 v2 v2 v1 v1 v2 v2 v1 v2 v1"`);
    expect(rosterDigest).toBe(sha256(JSON.stringify(roster.map(({ id }) => [id, null, null, null]))));
    // FIPS 180-2, appendix B.1 and B.2
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });
});
