import type { WorkingDayCalendar } from '../calendar/index.js';
import { type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { stepsOf } from '../kinds/index.js';
import { addDays } from '../time/index.js';
import { type CheckIndex, itemPath, nameOf, ownDueOf } from './check-index.js';
import { say } from './generated/messages.js';
import type { RunDates } from './run-dates.js';

/** A due date further off than this is more often a slip (weeks for days) than a plan. */
const FAR_DAYS = 366;

/** `far-due`: due more than a year after the start; for a fixed date, after the year in which people start. */
export function farDues(index: CheckIndex, dates: RunDates, year: number): Problem[] {
  const limit = addDays(dates.startsOn, FAR_DAYS);
  const limitOfFixed = addDays(`${year}-12-31`, FAR_DAYS);
  const isFar = (rule: object | undefined, due: string | undefined) =>
    rule !== undefined && due !== undefined && due.slice(0, 10) > ('fixed' in rule ? limitOfFixed : limit);
  const problems: Problem[] = [];
  for (const stage of index.stages.values()) {
    if (isFar(stage.due, dates.due.get(stage.key)))
      problems.push(far(index, stage.key, ['stages', stage.key, 'due'], dates.due.get(stage.key)));
  }
  for (const [key, placed] of index.items) {
    const last = stepsOf(placed.item).at(-1);
    if (!isFar(ownDueOf(placed.item), dates.due.get(key))) continue;
    const path = last?.due ? [...itemPath(placed), 'task', 'steps', last.key, 'due'] : [...itemPath(placed), 'due'];
    problems.push(far(index, key, path, dates.due.get(key)));
  }
  return problems;
}

function far(index: CheckIndex, key: string, path: string[], due: string | undefined): Problem {
  const name = nameOf(index, key);
  const date = due?.slice(0, 10) ?? '';
  return problemOf('far-due', path, say('dateWarnings.far', { name: sentenceStart(name), date }));
}

/**
 * `provisional-year`: already those who start with the year get dates that count through an unpublished calendar year.
 * Starts late in a year meet the next one every time; the engine carries those dates as provisional, no plan can help it.
 */
export function provisionalYear(dates: RunDates, calendar: WorkingDayCalendar, year: number): Problem[] {
  if (!dates.provisional) return [];
  const missing = calendar.years[year] ? year + 1 : year;
  return [problemOf('provisional-year', ['calendar'], say('dateWarnings.holidaysNotPublished', { missing }))];
}
