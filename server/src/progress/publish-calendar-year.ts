import type { PlainDate } from '@planwright/schema/time';
import { type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../access/index.js';
import { statement } from '../database/index.js';
import { workspaceEnvironment } from '../plans/index.js';
import type { ProgressDeps } from './apply-events.js';
import { applyInParts } from './apply-in-parts.js';
import { type CalendarMove, concernedBy, hashOf, isKnownYear, movesFor, type YearToPublish } from './calendar-moves.js';
import { say } from './generated/messages.js';
import { lockAllEnrolments, lockEnrolments } from './lock-enrolments.js';
import type { EnrolmentChange } from './progress-listener.js';

export interface PublishCalendarYear extends YearToPublish {
  /** Of the preview of what a correction moves; absent = the year is published for the first time. */
  previewHash?: string;
}

/** The calendars that plans may name; another key would never be counted by. */
const CALENDARS = ['cn'];

const KEEP_CALENDAR_YEAR = statement(
  { id: 'uuid' },
  `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at, published_by)
     values ($1::uuid, $2, $3, $4::date[], $5::date[], $6::timestamptz, $7::uuid)
     on conflict (workspace_id, calendar, year) do update
     set off = excluded.off, "on" = excluded."on", published_at = excluded.published_at, published_by = excluded.published_by
     returning id`,
);

/** The days as they are kept: each once, in order. */
export const inOrder = <T extends YearToPublish>(year: T): T => ({
  ...year,
  off: [...new Set(year.off)].sort(),
  on: [...new Set(year.on)].sort(),
});

/**
 * Makes a calendar year official in this workspace, or corrects one that is. Dates that were counted before it was known are counted again,
 * one recorded event per person; a correction counts the dates to come again, as its preview said. All others stay where they are.
 */
export async function publishCalendarYear(
  act: Act,
  deps: ProgressDeps,
  input: PublishCalendarYear,
): Promise<Outcome<{ moved: number; changes: EnrolmentChange[] }>> {
  const { tx, viewer, language, now } = act;
  const year = inOrder(input);
  // The year counts for everybody of the workspace, so HR of one department cannot make it official.
  requireAll(viewer, 'publishCalendarYear', `${year.calendar}:${year.year}`);
  const error = inputError(act, year);
  if (error) return refused(error);

  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  // An act that has read the calendar of before may be recording a date by it: it has to end first.
  await lockAllEnrolments(tx, workspaceId);
  const before = await workspaceEnvironment(tx, workspaceId, now);
  const isKnown = isKnownYear(before, year);
  if (isKnown && year.previewHash === undefined)
    return refused(userError('NOT_NOW', say('yearIsPublished', { year: year.year }), language, ['year']));
  const old = before.calendars[year.calendar]?.years[year.year];
  await tx.rows(KEEP_CALENDAR_YEAR, [workspaceId, year.calendar, year.year, year.off, year.on, now, viewer.personId]);

  const enrolments = await lockEnrolments(tx, workspaceId, await concernedBy(tx, workspaceId, isKnown));
  const moved: Pick<CalendarMove, 'enrolmentId' | 'which' | 'at' | 'before' | 'provisional'>[] = [];
  const changes = await applyInParts(tx, deps, {
    workspaceId,
    now,
    enrolments,
    definitions: {},
    actsOn: (loaded) =>
      new Map(
        loaded.enrolments.map(({ row: { id }, events }) => {
          const moves = movesFor(loaded.definitions, events, before, loaded.environment, isKnown);
          moved.push(...moves.map((move) => ({ ...move, enrolmentId: id })));
          const dates = moves.map(({ before: _, ...date }) => date);
          const data = {
            calendar: year.calendar,
            year: year.year,
            dates,
            ...(isKnown ? { corrects: true as const } : {}),
          };
          const event = { type: 'calendarPublished' as const, actor: viewer.personId, occurredAt: now, data };
          // Also those without a recorded date to move: dates that are only planned yet are counted by the new year, too.
          return [id, { events: dates.length > 0 ? [event] : [] }] as const;
        }),
      ),
  });
  moved.sort((a, b) => (a.enrolmentId < b.enrolmentId ? -1 : a.enrolmentId > b.enrolmentId ? 1 : 0));
  if (year.previewHash !== undefined && year.previewHash !== hashOf(year, moved))
    return refused(userError('PREVIEW_OUTDATED', say('yearPreviewOutdated'), language, ['previewHash']));
  await audited(act, {
    action: 'publishCalendarYear',
    subject: `${year.calendar}:${year.year}`,
    detail: {
      people: changes.length,
      ...(old ? { before: { off: old.off, on: old.on }, off: year.off, on: year.on } : {}),
    },
  });
  return done({ moved: changes.length, changes });
}

/** What is wrong with the days of a year; undefined = nothing. */
export function inputError(
  { language }: Pick<Act, 'language'>,
  { calendar, year, off, on }: YearToPublish,
): UserErrorData | undefined {
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
