import type { PlanDefinition } from '@planwright/schema/definition';
import type { Sql } from '../database/index.js';
import type { PluginDeps } from '../plugins/index.js';
import type { DefinitionCache } from './definition-cache.js';
import type { MoveOnPublish } from './publish-plan.js';
import type { ReminderStorms } from './reminder-storms.js';

/** Ready-made plans, wherever they come from. */
export type LoadTemplates = () => Promise<{ key: string; definition: PlanDefinition }[]>;

/** The name of an experiment that still needs this version, if any does. As worker. */
export type ExperimentNeeding = (sql: Sql, versionId: string) => Promise<string | undefined>;

/** Keys of the metrics that the workspace has. As worker. */
export type MetricKeys = (sql: Sql, workspaceId: string) => Promise<readonly string[]>;

/** What this room needs from outside; wired in `main.ts`. */
export interface PlanDeps {
  definitions: DefinitionCache;
  plugins: PluginDeps;
  storms: ReminderStorms;
  loadTemplates: LoadTemplates;
  moveOnPublish: MoveOnPublish;
  experimentNeeding: ExperimentNeeding;
  metricKeys: MetricKeys;
  /** After a commit that moved people: their boards have changed. */
  committed(cohortIds: string[], enrolmentIds: string[]): void;
}
