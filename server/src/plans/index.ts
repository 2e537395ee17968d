export { DefinitionCache } from './definition-cache.js';
export { ItemKindEnum, RequirementEnum } from './item-kind.type.js';
export type { MigrationRequest } from './migration-request.js';
export { MigrationInput, migrationRequestOf } from './plan.inputs.js';
export {
  PlanPayload,
  PlanType,
  PlanVersionType,
  ProblemType,
  planFrom,
  problemFrom,
  versionFrom,
} from './plan.type.js';
export type { ExperimentNeeding } from './plan-deps.js';
export { definitionsIn, environmentOf, planOf, versionOf, versionsOf } from './plan-loaders.js';
export {
  findDraft,
  findPlan,
  findPlans,
  findVersions,
  findVersionsOfPlans,
  insertPlan,
  insertVersion,
  lockPlan,
  retireVersion,
  updateDraft,
  type VersionRecord,
} from './plan-records.js';
export { checkDocument, errorsAmong } from './problems-of.js';
export { ProgressActionEnum } from './progress-action.type.js';
export { type MoveOnPublish, publishPlan } from './publish-plan.js';
export { saveDraft } from './save-draft.js';
export { definitionOfTarget } from './version-definition.js';
export { calendarsWith, workspaceEnvironment } from './workspace-environment.js';
