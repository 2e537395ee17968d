import { publishedDates } from '@planwright/schema/engine';
import type { PlainDate } from '@planwright/schema/time';
import { type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../access/index.js';
import { statement } from '../database/index.js';
import { applyEvents, loadEnrolments, type ProgressDeps } from './apply-events.js';
import { say } from './generated/messages.js';
import { lockAllEnrolments } from './lock-enrolments.js';
import type { EnrolmentChange } from './progress-listener.js';

export interface PublishCalendarYear {
  calendar: string;
  year: number;
  off: PlainDate[];
  on: PlainDate[];
}

/** Enrolments that may hold a provisional date: an item or a stage says so, and it is not over. */
const PROVISIONAL = statement(
  { id: 'uuid' },
  `
select s.enrolment_id as id from enrolment_state s
where s.workspace_id = $1::uuid and s.status <> 'CANCELLED' and (
  exists (select 1 from item_state i where i.enrolment_id = s.enrolment_id and i.provisional)
  or exists (select 1 from jsonb_array_elements(s.stages) as stage where (stage ->> 'provisional')::boolean)
  or exists (select 1 from item_state i, jsonb_array_elements(i.steps) as step
    where i.enrolment_id = s.enrolment_id and (step ->> 'provisional')::boolean)
)
order by s.enrolment_id`,
);

/** The calendars that plans may name; another key would never be counted by. */
const CALENDARS = ['cn'];

const INSERT_CALENDAR_YEAR = statement(
  { id: 'uuid' },
  `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at, published_by)
     values ($1::uuid, $2, $3, $4::date[], $5::date[], $6::timestamptz, $7::uuid)
     on conflict (workspace_id, calendar, year) do nothing returning id`,
);

/**
 * Makes a calendar year official in this workspace. Dates that were counted before it was known are counted again,
 * one recorded event per person; all others stay where they are.
 */
export async function publishCalendarYear(
  act: Act,
  deps: ProgressDeps,
  input: PublishCalendarYear,
): Promise<Outcome<{ moved: number; changes: EnrolmentChange[] }>> {
  const { tx, viewer, language, now } = act;
  const { calendar, year } = input;
  // The year counts for everybody of the workspace, so HR of one department cannot make it official.
  requireAll(viewer, 'publishCalendarYear', `${calendar}:${year}`);
  const off = [...new Set(input.off)].sort();
  const on = [...new Set(input.on)].sort();
  const error = inputError(act, { calendar, year, off, on });
  if (error) return refused(error);

  await tx.becomeWorker();
  const row = await tx.row(INSERT_CALENDAR_YEAR, [viewer.workspace.id, calendar, year, off, on, now, viewer.personId]);
  if (!row) return refused(userError('NOT_NOW', say('yearIsPublished', { year }), language, ['year']));

  // An act that has read the calendar of before may be recording a date by it: it has to end first.
  await lockAllEnrolments(tx, viewer.workspace.id);
  const concerned = await tx.rows(PROVISIONAL, [viewer.workspace.id]);
  const ids = concerned.map(({ id }) => id);
  const loaded = await loadEnrolments(tx, deps, viewer.workspace.id, ids, now);
  const acts = loaded.enrolments.flatMap(({ row: { id }, events }) => {
    const dates = publishedDates(loaded.definitions, events, loaded.environment);
    if (dates.length === 0) return [];
    const data = { calendar, year, dates };
    const event = { type: 'calendarPublished' as const, actor: viewer.personId, occurredAt: now, data };
    return [[id, { events: [event] }] as const];
  });
  const moving = new Map(acts);
  // Also those without a recorded date to move: dates that are only planned yet are counted by the new year, too.
  const { changes } = await applyEvents(tx, deps, loaded, moving);
  await audited(act, {
    action: 'publishCalendarYear',
    subject: `${calendar}:${year}`,
    detail: { people: changes.length },
  });
  return done({ moved: changes.length, changes });
}

function inputError({ language }: Act, { calendar, year, off, on }: PublishCalendarYear): UserErrorData | undefined {
  const invalid = (sentence: Parameters<typeof userError>[1], path: string) =>
    userError('INVALID', sentence, language, [path]);
  if (!CALENDARS.includes(calendar)) return invalid(say('noSuchYear'), 'calendar');
  if (year < 2000 || year > 2100) return invalid(say('noSuchYear'), 'year');
  const outside = (date: PlainDate) => Number(date.slice(0, 4)) !== year;
  const wrongOff = off.find(outside);
  if (wrongOff) return invalid(say('notInYear', { date: wrongOff }), 'off');
  const wrongOn = on.find(outside);
  if (wrongOn) return invalid(say('notInYear', { date: wrongOn }), 'on');
  const both = off.find((date) => on.includes(date));
  return both ? invalid(say('bothOffAndOn', { date: both }), 'on') : undefined;
}
