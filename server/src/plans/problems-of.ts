import {
  type Environment,
  inspectPlan,
  type PlanDefinition,
  type PluginCatalogue,
  type Problem,
} from '@planwright/schema';

export interface CheckedDefinition {
  /** Absent when the document is no plan at all. */
  definition?: PlanDefinition;
  problems: Problem[];
}

/**
 * Everything that is wrong with a document, as it would be published now in this workspace. Never throws. Without `plugins`
 * the rules it names are not looked at.
 */
export function checkDocument(
  document: unknown,
  environment: Environment,
  plugins?: PluginCatalogue,
): CheckedDefinition {
  const year = Number(environment.now.slice(0, 4));
  return inspectPlan(document, { year, calendars: environment.calendars, ...(plugins ? { plugins } : {}) });
}

export const errorsAmong = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem) => problem.severity === 'ERROR');
