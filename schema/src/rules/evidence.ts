import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, findItem, type PlanDefinition } from '../definition/index.js';
import { type Evaluation, isCompleted } from '../engine/index.js';
import { judgementOf } from '../kinds/index.js';
import type { AttemptEvidence, Evidence } from './scorer.js';

/**
 * What a scorer of items is given: each attempt with what a person or connector gave it, never what a scorer made of it.
 * Undefined for an item that this version does not have.
 */
export function itemEvidence(
  definition: PlanDefinition,
  evaluation: Evaluation,
  itemKey: string,
  person: string,
): Evidence | undefined {
  const item = findItem(definition, itemKey)?.item;
  const evaluated = evaluation.items.find(({ key }) => key === itemKey);
  if (!item || !evaluated) return undefined;
  const trials = (evaluated.trials ?? []).map((score, i): AttemptEvidence => ({ attempt: i + 1, score }));
  const submissions = evaluation.submissions
    .filter((submission) => submission.itemKey === itemKey && submission.reviewBy !== undefined)
    .map(
      ({ attempt, score, criteria }): AttemptEvidence => ({
        attempt,
        ...(score === undefined ? {} : { score }),
        ...(criteria === undefined ? {} : { criteria }),
      }),
    );
  const judgement = judgementOf(item);
  const passMark = judgement?.by === 'ATTEMPTS' ? { passMark: judgement.mark } : {};
  return { person, item: { key: itemKey, ...passMark, attempts: [...trials, ...submissions] } };
}

/** What a scorer of plans is given: each item that applies, with the score that stands now. */
export function planEvidence(definition: PlanDefinition, evaluation: Evaluation, person: string): Evidence {
  const items = evaluation.items
    .filter(({ state }) => state !== 'NOT_APPLICABLE')
    .map((evaluated) => {
      const { key, score } = evaluated;
      const points = findItem(definition, key)?.item.points;
      return {
        key,
        ...(score === undefined ? {} : { score }),
        done: isCompleted(evaluated),
        ...(points === undefined ? {} : { points }),
      };
    });
  return { person, items };
}

/** sha-256 (hex) of what a score was made of: the same inputs are not scored twice. The person is no input. */
export function evidenceHash({ item, items }: Evidence, settings: Record<string, unknown>): string {
  return bytesToHex(
    sha256(utf8ToBytes(canonicalJson({ ...(item ? { item } : {}), ...(items ? { items } : {}), settings }))),
  );
}
