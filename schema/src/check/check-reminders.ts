import { addWorkdays, type Calendars } from '../calendar/index.js';
import type { PlanDefinition, Problem } from '../definition/index.js';
import type { OccurrencesOf } from '../rules/index.js';
import { reminderStorm, simulate } from '../simulation/index.js';

/** A plan of more items is simulated when it is previewed, not at every look. */
const MOST_ITEMS = 150;

/**
 * `reminder-storm` over two simulated runs from the first working day of the year: of somebody who does everything on its
 * date, and of somebody who does nothing.
 */
export function reminderProblems(
  definition: PlanDefinition,
  year: number,
  calendars: Calendars,
  rules: Record<string, OccurrencesOf>,
): Problem[] {
  const items = definition.stages.reduce((sum, stage) => sum + stage.items.length, 0);
  if ((definition.reminders ?? []).length === 0 || items > MOST_ITEMS) return [];
  const calendarKey = definition.calendar ?? Object.keys(calendars)[0] ?? '';
  const calendar = calendars[calendarKey] ?? { key: '', years: {} };
  const startsOn = addWorkdays(`${String(year).padStart(4, '0')}-01-01`, 0, calendar).date;
  const workspace = { calendar: calendarKey, workingHours: { from: '09:00', to: '18:00' } };
  const run = (actions?: readonly []) =>
    reminderStorm(simulate(definition, { startsOn, zone: 'Asia/Shanghai', actions }, { calendars, workspace, rules }));
  const told = new Map<string, Problem>();
  for (const problem of [...run(), ...run([])]) {
    const key = problem.path.join('/');
    if (!told.has(key)) told.set(key, problem);
  }
  return [...told.values()];
}
