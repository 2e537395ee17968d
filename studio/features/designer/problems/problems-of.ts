import type { Calendars } from '@planwright/schema/calendar';
import { checkPlan } from '@planwright/schema/check';
import { INSTALLATION, type PlanDefinition, type Problem, parsePlan } from '@planwright/schema/definition';
import type { PluginCatalogue } from '@planwright/schema/rules';

/** The same judgement as the server's: what does not parse is said first, since nothing else can be known then. */
export function problemsOf(
  definition: PlanDefinition,
  year: number,
  calendars: Calendars,
  plugins?: PluginCatalogue,
): Problem[] {
  const parsed = parsePlan(definition);
  return parsed.definition
    ? checkPlan(parsed.definition, { year, calendars, installation: INSTALLATION, ...(plugins ? { plugins } : {}) })
    : parsed.problems;
}
