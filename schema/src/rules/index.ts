export { evidenceHash, itemEvidence, planEvidence } from './evidence.js';
export type { ItemProgress, PlanProgress, StageProgress, StepProgress, SubmissionProgress } from './plan-progress.js';
export type { ContributionKind, JsonSchema, PluginCatalogue } from './plugin-catalogue.js';
export { planProgress } from './progress-of-plan.js';
export type { CatchUp, OccurrencesOf, RuleEnvironment, RuleOccurrence } from './reminder-rule.js';
export type { AttemptEvidence, Evidence, Score } from './scorer.js';
