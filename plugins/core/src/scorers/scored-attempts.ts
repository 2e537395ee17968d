import type { AttemptEvidence } from '@planwright/schema/rules';

/** The attempts that have a score, the first one first. */
export const scored = (attempts: readonly AttemptEvidence[]): { attempt: number; score: number }[] =>
  attempts
    .flatMap(({ attempt, score }) => (score === undefined ? [] : [{ attempt, score }]))
    .sort((a, b) => a.attempt - b.attempt || b.score - a.score);
