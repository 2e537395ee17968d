import { findItem, type PlanDefinition } from '@planwright/schema/definition';
import type { EnrolmentEvent, Evaluation } from '@planwright/schema/engine';
import type { RuleUse } from '@planwright/schema/kinds';
import { type Evidence, evidenceHash, itemEvidence, planEvidence } from '@planwright/schema/rules';

/** What a scorer is asked about one person. */
export interface ScoreQuestion {
  rule: RuleUse;
  evidence: Evidence;
  /** Of evidence and settings: the same question is not asked twice. */
  hash: string;
}

/** The question behind a wanted score; absent when nothing is to be scored there any more. */
export function questionOf(
  definition: PlanDefinition,
  evaluation: Evaluation,
  subject: string,
  person: string,
): ScoreQuestion | undefined {
  if (evaluation.status === 'CANCELLED') return undefined;
  const isPlan = subject === definition.key;
  const rule = isPlan ? definition.scoring : findItem(definition, subject)?.item.scorer;
  const evidence = isPlan
    ? planEvidence(definition, evaluation, person)
    : itemEvidence(definition, evaluation, subject, person);
  return rule && evidence ? { rule, evidence, hash: evidenceHash(evidence, rule.with ?? {}) } : undefined;
}

/** Who gave a subject its score last. */
export function lastScoredBy(events: readonly EnrolmentEvent[], subject: string): string | undefined {
  const last = events.findLast((event) => event.type === 'scored' && event.data.itemKey === subject);
  return last?.type === 'scored' ? last.data.by : undefined;
}
