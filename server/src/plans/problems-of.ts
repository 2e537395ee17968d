import { inspectPlan } from '@planwright/schema/check';
import { INSTALLATION, type PlanDefinition, type Problem } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import type { PluginCatalogue } from '@planwright/schema/rules';

export interface CheckedDefinition {
  /** Absent when the document is no plan at all. */
  definition?: PlanDefinition;
  problems: Problem[];
}

/**
 * Everything that is wrong with a document, as it would be published now in this workspace. Never throws. Without `plugins`
 * the rules it names are not looked at, without `metrics` the metrics.
 */
export function checkDocument(
  document: unknown,
  environment: Environment,
  plugins?: PluginCatalogue,
  metrics?: readonly string[],
): CheckedDefinition {
  const year = Number(environment.now.slice(0, 4));
  const installation = { ...INSTALLATION, ...(metrics ? { metrics } : {}) };
  return inspectPlan(document, {
    year,
    calendars: environment.calendars,
    installation,
    ...(plugins ? { plugins } : {}),
  });
}

export const errorsAmong = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem) => problem.severity === 'ERROR');
