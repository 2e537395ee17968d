import { type DateRule, isWorkday, type WorkingDayCalendar } from '../calendar/index.js';
import { type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { stepsOf } from '../kinds/index.js';
import { addDays, daysInMonth, type Instant, type PlainDate, weekdayIndex } from '../time/index.js';
import { type CheckIndex, itemPath, nameOf, ownDueOf } from './check-index.js';
import { farDues, provisionalYear } from './date-warnings.js';
import { say } from './generated/messages.js';
import { type RunDates, RunPlanner } from './run-dates.js';
import { WindowCheck } from './window-check.js';

/** Dates worked out at most; a plan of thousands of items is checked for fewer start days, evenly spread. */
const MOST_DATES = 300_000;

/** `due-before-open`, `impossible-window`, `far-due` and `provisional-year`, over all start days of the year. */
export function dateProblems(index: CheckIndex, calendar: WorkingDayCalendar, year: number): Problem[] {
  const planner = new RunPlanner(index, calendar);
  const lateness = dueRulesOf(index).map((rule) => ({ ...rule, fits: 0, late: undefined as LateRun | undefined }));
  const window = new WindowCheck(index, calendar);
  const days = startDays(year, Math.max(12, Math.floor(MOST_DATES / Math.max(1, planner.size))));
  for (const day of days) {
    const dates = planner.run(day);
    const flagged = new Set<string>();
    for (const entry of lateness) {
      const opens = dates.opens.get(entry.owner);
      const due = dates.due.get(entry.dueKey);
      if (opens === undefined || due === undefined || flagged.has(entry.owner)) continue;
      if (due >= opens) {
        entry.fits += 1;
      } else if (!isExcused(entry.rule, due, dates, calendar)) {
        flagged.add(entry.owner);
        if (!comesFromEarlier(index, entry.owner, due, dates)) entry.late ??= { startsOn: day, opens, due };
      }
    }
    if (isWorkday(day, calendar).workday) window.add(dates);
  }
  // A fixed date is for the people it fits; it is wrong when it fits nobody who starts this year.
  const late = lateness.filter((entry) => entry.late && !('fixed' in entry.rule && entry.fits > 0));
  const first = planner.run(firstStart(days, calendar));
  return [
    ...distinctOwners(late).map((entry) => dueBeforeOpen(index, entry, entry.late)),
    ...(late.length > 0 ? [] : window.problems()),
    ...farDues(index, first, year),
    ...provisionalYear(first, calendar, year),
  ];
}

interface LateRun {
  startsOn: PlainDate;
  opens: Instant;
  due: Instant;
}

interface DueRule {
  /** The stage or item whose opening counts. */
  owner: string;
  /** Where the run keeps the due date. */
  dueKey: string;
  rule: DateRule;
  path: string[];
}

/** Stages first, so that an item does not answer for the due date that it has from its stage. */
function dueRulesOf(index: CheckIndex): DueRule[] {
  const rules: DueRule[] = [];
  for (const stage of index.stages.values()) {
    if (stage.due)
      rules.push({ owner: stage.key, dueKey: stage.key, rule: stage.due, path: ['stages', stage.key, 'due'] });
  }
  for (const [key, placed] of index.items) {
    const at = itemPath(placed);
    for (const step of stepsOf(placed.item)) {
      if (step.due)
        rules.push({
          owner: key,
          dueKey: `${key}/${step.key}`,
          rule: step.due,
          path: [...at, 'task', 'steps', step.key, 'due'],
        });
    }
    if (stepsOf(placed.item).at(-1)?.due) continue;
    const rule = ownDueOf(placed.item) ?? placed.stage.due;
    if (rule) rules.push({ owner: key, dueKey: key, rule, path: [...at, 'due'] });
  }
  return rules;
}

/**
 * A fixed date is over for people who start after it: it was not meant for them. Nor was it for people who start on a day off
 * in whose first days the plan has something due: week 1 is over on its weekend, and a date that rolls back over a
 * holiday lands before it. What is due later has no such excuse.
 */
function isExcused(rule: DateRule, due: Instant, dates: RunDates, calendar: WorkingDayCalendar): boolean {
  if (due >= dates.start) return false;
  if ('fixed' in rule) return true;
  if ('week' in rule) return rule.week === 1 && weekdayIndex(dates.startsOn) >= 5;
  const rollsBack = rule.roll === 'PRECEDING' || rule.roll === 'MODIFIED_FOLLOWING';
  return rollsBack && !isWorkday(dates.startsOn, calendar).workday;
}

/** Whether the item is late only because something before it, or its stage, opens after its own due date. */
function comesFromEarlier(index: CheckIndex, key: string, due: Instant, dates: RunDates): boolean {
  const placed = index.items.get(key);
  if (!placed) return false;
  const { stage } = placed;
  const [stageOpens, stageDue] = [dates.opens.get(stage.key), dates.due.get(stage.key)];
  // The stage is reported already.
  if (stageOpens !== undefined && stageDue !== undefined && stageDue < stageOpens && due <= stageDue) return true;
  return (index.linksInto.get(key) ?? []).some(({ link }) => {
    const [opens, before] = [dates.opens.get(link.from), dates.due.get(link.from)];
    return opens !== undefined && before !== undefined && before < opens && before <= due && due < opens;
  });
}

function distinctOwners<T extends DueRule>(entries: readonly T[]): T[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.owner, entry])).values()].reverse();
}

function dueBeforeOpen(index: CheckIndex, entry: DueRule, late: LateRun | undefined): Problem {
  const name = nameOf(index, entry.owner);
  const [startsOn, due, opens] = [late?.startsOn ?? '', shown(late?.due), shown(late?.opens)];
  return problemOf(
    'due-before-open',
    entry.path,
    say('checkDates.dueBeforeOpen', { name: sentenceStart(name), startsOn, opens, due }),
  );
}

function shown(instant: Instant | undefined): string {
  return instant ? `${instant.slice(0, 10)} ${instant.slice(11, 16)}` : '';
}

/** All days of a year, or `most` of them, evenly spread. */
function startDays(year: number, most: number): PlainDate[] {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  const count = daysInMonth(year, 2) === 29 ? 366 : 365;
  const stride = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / stride) }, (_, at) => addDays(first, at * stride));
}

function firstStart(days: readonly PlainDate[], calendar: WorkingDayCalendar): PlainDate {
  return days.find((day) => isWorkday(day, calendar).workday) ?? days[0] ?? '2026-01-05';
}
