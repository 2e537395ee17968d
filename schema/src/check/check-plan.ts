import type { Calendars, WorkingDayCalendar } from '../calendar/index.js';
import {
  duplicateKeys,
  htmlProblems,
  type Installation,
  missingLanguages,
  type ParsedPlan,
  type PlanDefinition,
  type Problem,
  parsePlan,
  placeholderTitles,
} from '../definition/index.js';
import type { OccurrencesOf, PluginCatalogue } from '../rules/index.js';
import { deadlockProblems } from './check-completion.js';
import { cycleProblems } from './check-cycles.js';
import { dateProblems } from './check-dates.js';
import { electiveProblems } from './check-electives.js';
import { expressionProblems } from './check-expressions.js';
import { indexForCheck } from './check-index.js';
import { installationProblems } from './check-installation.js';
import { unknownKeys } from './check-names.js';
import { pluginProblems } from './check-plugins.js';
import { unreachableProblems } from './check-reach.js';
import { reminderProblems } from './check-reminders.js';
import { planWarnings } from './check-warnings.js';
import { forecastOpenings } from './forecast.js';

export interface CheckOptions {
  /** The year in which people start; every day of it is tried. */
  year: number;
  /** Calendars of the workspace by key. A plan that names none is checked with the first. */
  calendars: Calendars;
  /** What plans may use here; absent = the names of rules and their settings are not looked at. */
  plugins?: PluginCatalogue;
  /** What runs the plan; absent = what plans ask of it is not looked at. */
  installation?: Installation;
  /** Reminder rules to run a sample person with; absent = reminders are not counted. */
  rules?: Record<string, OccurrencesOf>;
}

/**
 * Everything that is wrong with a definition of the right shape, errors before warnings, each with its path and what
 * to do. Without errors a diligent person (does everything the day it opens, and passes) finishes the plan.
 * Analyses that need a sound graph wait until keys are unique and circles are gone, so that one mistake gives one problem.
 */
export function checkPlan(
  definition: PlanDefinition,
  { year, calendars, plugins, installation, rules }: CheckOptions,
): Problem[] {
  const index = indexForCheck(definition);
  const duplicates = duplicateKeys(definition);
  const problems = [
    ...duplicates,
    ...unknownKeys(index, (key) => Object.hasOwn(calendars, key)),
    ...electiveProblems(index),
    ...expressionProblems(index),
    ...htmlProblems(definition),
    ...(plugins ? pluginProblems(definition, plugins) : []),
  ];
  // What a key means that stands for two things is not to be guessed.
  const cycles = duplicates.length > 0 ? [] : cycleProblems(index);
  problems.push(...cycles);
  if (duplicates.length + cycles.length === 0) {
    const unreachable = unreachableProblems(index);
    problems.push(...unreachable);
    // A dead branch also starves its stage; that is the same mistake.
    if (unreachable.length === 0) problems.push(...deadlockProblems(index, forecastOpenings(index)));
    problems.push(...dateProblems(index, calendarOf(definition, calendars), year));
  }
  if (installation) problems.push(...installationProblems(index, installation));
  problems.push(...planWarnings(index), ...placeholderTitles(definition), ...missingLanguages(definition));
  // A walk needs a plan that can be walked, and rules with settings that they take.
  if (rules && !problems.some(isError)) problems.push(...reminderProblems(definition, year, calendars, rules));
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

/** Parses and checks in one go. What both would name (repeated keys, HTML) is named once. */
export function inspectPlan(input: unknown, options: CheckOptions): ParsedPlan {
  const parsed = parsePlan(input);
  return parsed.definition
    ? { definition: parsed.definition, problems: checkPlan(parsed.definition, options) }
    : parsed;
}

const MONDAY_TO_FRIDAY: WorkingDayCalendar = { key: '', years: {} };

function calendarOf(definition: PlanDefinition, calendars: Calendars): WorkingDayCalendar {
  const named =
    definition.calendar !== undefined && Object.hasOwn(calendars, definition.calendar)
      ? calendars[definition.calendar]
      : undefined;
  return named ?? Object.values(calendars)[0] ?? MONDAY_TO_FRIDAY;
}

function isError(problem: Problem): boolean {
  return problem.severity === 'ERROR';
}
