import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { addWorkdays, type CountedDate } from '@planwright/schema/calendar';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import {
  addDays,
  daysBetween,
  type Instant,
  instantAt,
  laterOf,
  type PlainDate,
  plainDateIn,
} from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, dayUnit, field, holidays } from '../params/fields.js';
import { momentWords } from '../text/wording.js';
import { type Deadline, deadlineKey, deadlinesOf, deadlineWords, subjectOf } from './deadline.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const params = z.strictObject({
  days: z
    .int()
    .min(0)
    .max(60)
    .default(3)
    .meta(field(say('beforeDue.days'), say('beforeDue.n0DayItself'))),
  unit: dayUnit('DAY'),
  at: announceAt(),
  holidays: holidays('PREVIOUS'),
});

type Params = z.output<typeof params>;

/** A number of days before each due date, steps included. Where that time had passed when the work opened: at once. */
export const beforeDue: ReminderRule<typeof params> = {
  title: say('beforeDue.beforeDue'),
  params,
  catchUp: 'ALL',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) =>
      person.items.flatMap(deadlinesOf).flatMap((deadline) => announce(deadline, person, settings, environment)),
    ),
};

function announce(deadline: Deadline, person: PlanProgress, settings: Params, environment: RuleEnvironment): Firing[] {
  const { dueAt, since } = deadline;
  // What waits for somebody else's act is nothing to hurry with; it is announced when it opens.
  if (since === undefined) return [];
  const { zone } = person;
  const due = plainDateIn(dueAt, zone);
  const counted = countedDay(due, settings, environment);
  const day = announcedOn(counted.date, dueAt, zone, settings, environment);
  if (day === undefined) return [];
  const planned = instantAt(day.date, settings.at, zone);
  const at = laterOf(planned, laterOf(since, beginningOf(person)));
  if (at >= dueAt) return [];
  const left = daysBetween(plainDateIn(at, zone), due);
  return [
    {
      key: deadlineKey(deadline),
      at,
      hard: true,
      about: inEach((language) => aboutDeadline(deadline, left, zone, language)),
      why: inEach((language) => whyDeadline(settings, counted, day, at > planned, language)),
      ...subjectOf(deadline),
      expiresAt: dueAt,
    },
  ];
}

function countedDay(due: PlainDate, { days, unit }: Params, { calendar }: RuleEnvironment): CountedDate {
  if (days === 0 || unit === 'DAY') return { date: addDays(due, -days), provisional: false };
  return addWorkdays(due, -days, calendar);
}

/** The day after holidays were looked at. Going on past the due date would announce nothing, so that goes back. */
function announcedOn(
  counted: PlainDate,
  dueAt: Instant,
  zone: string,
  { holidays, at }: Params,
  { calendar }: RuleEnvironment,
): CountedDate | undefined {
  const moved = offHolidays(counted, holidays, calendar);
  if (moved === undefined || holidays !== 'NEXT' || instantAt(moved.date, at, zone) < dueAt) return moved;
  return offHolidays(counted, 'PREVIOUS', calendar);
}

function aboutDeadline(deadline: Deadline, left: number, zone: string, language: Language): string {
  const name = deadlineWords(deadline, language);
  const moment = momentWords(deadline.dueAt, zone, language);
  const open = deadline.provisional ? sayIn(language, 'beforeDue.provisional') : '';
  return left === 0
    ? sayIn(language, 'beforeDue.aboutToday', { name, moment, open })
    : sayIn(language, 'beforeDue.about', { name, moment, open, left });
}

function whyDeadline(
  { days, unit }: Params,
  { date: countedTo, provisional }: CountedDate,
  { date: day, provisional: movedProvisionally }: CountedDate,
  late: boolean,
  language: Language,
): string {
  const rule =
    days === 0
      ? sayIn(language, 'beforeDue.dueDate')
      : sayIn(language, unit === 'WORKDAY' ? 'beforeDue.workdaysBefore' : 'beforeDue.daysBefore', { days });
  const moved = countedTo === day ? '' : sayIn(language, 'beforeDue.movedFromDay', { countedTo, day });
  const atOnce = late ? sayIn(language, 'beforeDue.timeHadPassed') : '';
  const open = provisional || movedProvisionally ? sayIn(language, 'beforeDue.calendarNotPublished') : '';
  return sayIn(language, 'inWords.sentence', { text: `${rule}${moved}${atOnce}${open}` });
}
