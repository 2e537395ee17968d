import { type Calendars, type CalendarYear, CN_FIXED_HOLIDAYS, cnCalendar } from '@planwright/schema/calendar';
import type { Environment } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { json, statement, type Tx } from '../database/index.js';

/** A year of a calendar as this workspace has made it official. */
export interface PublishedYear {
  calendar: string;
  year: number;
  off: string[];
  on: string[];
}

const STATEMENT = statement(
  { workingFrom: 'text', workingTo: 'text', years: json<PublishedYear[]>(), calendar: 'text' },
  `
select to_char(w.working_from::time, 'HH24:MI') as "workingFrom", to_char(w.working_to::time, 'HH24:MI') as "workingTo",
  w.calendar,
  coalesce((select json_agg(json_build_object('calendar', y.calendar, 'year', y.year, 'off', y.off, 'on', y."on"))
    from calendar_year y where y.workspace_id = w.id and y.published_at is not null), '[]') as years
from workspace w where w.id = $1::uuid`,
);

/**
 * What the engine may know of a workspace beside definitions and events. Read every time (one small row): a calendar
 * year that another replica has just published must count here at once.
 */
export async function workspaceEnvironment(tx: Tx, workspaceId: string, now: Instant): Promise<Environment> {
  const [row] = await tx.rows(STATEMENT, [workspaceId]);
  if (!row) throw new Error(`workspace ${workspaceId} does not exist`);
  return {
    now,
    calendars: calendarsOf(row.years),
    workspace: { workingHours: { from: row.workingFrom, to: row.workingTo }, calendar: row.calendar },
  };
}

/** The same calendars with one year in place of what they have of it. */
export function calendarsWith(calendars: Calendars, { calendar: key, year, off, on }: PublishedYear): Calendars {
  const calendar = calendars[key] ?? { key, years: {} };
  return { ...calendars, [key]: { ...calendar, years: { ...calendar.years, [year]: { year, off, on } } } };
}

/** The workspace's own years decide what is published; names of holidays come from the official data. */
export function calendarsOf(years: readonly PublishedYear[]): Calendars {
  const calendars: Calendars = { cn: { key: 'cn', years: {}, always: CN_FIXED_HOLIDAYS } };
  for (const { calendar: key, year, off, on } of years) {
    const calendar = calendars[key] ?? { key, years: {} };
    const names = key === 'cn' ? cnCalendar.years[year]?.names : undefined;
    const published: CalendarYear = { year, off, on, ...(names ? { names } : {}) };
    calendars[key] = { ...calendar, years: { ...calendar.years, [year]: published } };
  }
  return calendars;
}
