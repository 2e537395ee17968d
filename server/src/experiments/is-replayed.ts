import { allocate, parseAlgorithm } from '../statistics/index.js';
import type { ExperimentRecord } from './experiment-records.js';

/**
 * Draws again from seed and roster: true if everybody gets the arm that was kept, and stands in it.
 * People who joined late are in no roster; their arm follows from the blocks.
 */
export function isReplayed(
  { roster, seed, allocation, rosterDigest }: Pick<ExperimentRecord, 'roster' | 'seed' | 'allocation' | 'rosterDigest'>,
  members: readonly { personId: string; arm: string }[],
): boolean {
  const { method, arms } = parseAlgorithm(allocation.algorithm);
  const again = allocate(roster, arms, { seed, method });
  const armOf = new Map(members.map(({ personId, arm }) => [personId, arm]));
  return (
    again.rosterDigest === rosterDigest &&
    roster.every(
      ({ id }) => again.assignments[id] === allocation.assignments[id] && armOf.get(id) === again.assignments[id],
    )
  );
}
