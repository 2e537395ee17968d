export * from './calendar/calendar.js';
export * from './calendar/generated/cn.js';
export * from './calendar/resolve-date.js';
export * from './calendar/review-deadline.js';
export * from './calendar/workdays.js';
export * from './commands/apply-command.js';
export {
  COMMAND_KINDS,
  type Command,
  type CommandKind,
  type CommandPayload,
  command,
  type Edit,
} from './commands/command.js';
export * from './commands/commands-between.js';
export * from './commands/commands-of.js';
export * from './definition/canonical.js';
export * from './definition/carried-out.js';
export { givesScore } from './definition/check/link-results.js';
export * from './definition/check-plan.js';
export * from './definition/date-rule.js';
export * from './definition/describe-date-rule.js';
export * from './definition/describe-link.js';
export { describeDuration, describeItemKind, describeRequirement } from './definition/describe-words.js';
export * from './definition/expression.js';
export * from './definition/html-in-text.js';
export * from './definition/item.js';
export * from './definition/items-of.js';
export * from './definition/link.js';
export * from './definition/parse-plan.js';
export { PLACEHOLDER_TITLES } from './definition/placeholder-title.js';
export * from './definition/plan-definition.js';
export * from './definition/plan-json-schema.js';
export * from './definition/plan-yaml.js';
export * from './definition/problem.js';
export * from './definition/text.js';
export * from './diff/diff-plans.js';
export type { PlanChange } from './diff/plan-change.js';
export * from './engine/decide-progress.js';
export * from './engine/decide-review.js';
export { MAX_ARTEFACT_CHARACTERS } from './engine/deliverable.js';
export * from './engine/evaluate.js';
export * from './engine/evaluation.js';
export * from './engine/event.js';
export { applyEvent } from './engine/fold.js';
export * from './engine/packed-row.js';
export * from './engine/pool-figures.js';
export * from './engine/published-dates.js';
export * from './engine/refusal.js';
export { settle } from './engine/settle.js';
export { isCompleted } from './engine/stage-evaluation.js';
export { type EnrolmentState, startState } from './engine/state.js';
export * from './figures/share-text.js';
export {
  blockOf,
  deliverableOf,
  hasSteps,
  isHandedIn,
  isReported,
  judgementOf,
  KINDS,
  type Kind,
  kindOf,
  levelsOf,
  listsOf,
  mapKinds,
  minutesOf,
  resultsOf,
  stepsOf,
} from './kinds/index.js';
export * from './migration/change-words.js';
export * from './migration/effect.js';
export * from './migration/mapping.js';
export type { ChangeKind, PersonChange } from './migration/person-change.js';
export * from './migration/preview-migration.js';
export * from './migration/shown-effect.js';
export * from './migration/state-hash.js';
export * from './migration/undo-migration.js';
export * from './rules/evidence.js';
export * from './rules/plan-progress.js';
export * from './rules/plugin-catalogue.js';
export * from './rules/progress-of-plan.js';
export * from './rules/reminder-rule.js';
export * from './rules/scorer.js';
export * from './simulation/diligent.js';
export * from './simulation/paced.js';
export * from './simulation/reminder-events.js';
export type { ReminderSnapshot } from './simulation/reminder-snapshots.js';
export * from './simulation/reminder-storm.js';
export * from './simulation/simulate.js';
export type { SimulatedEvent, SimulatedEventKind } from './simulation/simulated-event.js';
export * from './simulation/walk.js';
export * from './time/duration.js';
export * from './time/epoch.js';
export * from './time/instant.js';
export * from './time/plain-date.js';
export * from './time/zone.js';
