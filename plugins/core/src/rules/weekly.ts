import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { WEEKDAYS, type Weekday } from '@planwright/schema/calendar';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import {
  addDays,
  daysBetween,
  type Instant,
  instantAt,
  type PlainDate,
  plainDateIn,
  weekdayIndex,
} from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, field, holidays } from '../params/fields.js';
import { listOf } from '../text/lists.js';
import { weekdayWords } from '../text/wording.js';
import { type Deadline, deadlinesOf, isInHand } from './deadline.js';
import { type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const params = z.strictObject({
  weekday: z
    .enum(WEEKDAYS)
    .default('MON')
    .meta({
      ...field(say('weekly.weekday')),
      labels: Object.fromEntries(
        WEEKDAYS.map((day, i) => [day, inEach((language) => weekdayWords(i, language))] as const),
      ),
    }),
  at: announceAt(),
  holidays: holidays('SKIP'),
});

type Params = z.output<typeof params>;

/** Every week what falls due until the next one, and what is late. A week that asks nothing is silent. */
export const weekly: ReminderRule<typeof params> = {
  title: say('weekly.weekAhead'),
  params,
  catchUp: 'LATEST',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) => weeksOf(person, settings, environment)),
};

/** A week by its nominal day, and the day on which it is announced. */
interface Week {
  day: PlainDate;
  announced: PlainDate;
  at: Instant;
}

function weeksOf(person: PlanProgress, settings: Params, environment: RuleEnvironment): Firing[] {
  return weeksIn(person, settings, environment).flatMap(({ day, announced, at }) => {
    const end = instantAt(addDays(day, 7), '00:00', person.zone);
    const deadlines = person.items.flatMap(deadlinesOf);
    const due = deadlines.filter(({ dueAt }) => at < dueAt && dueAt < end);
    const late = deadlines.filter(({ item, dueAt }) => dueAt <= at && isInHand(item));
    if (due.length + late.length === 0) return [];
    return [
      {
        key: day,
        at,
        hard: false,
        about: inEach((language) => aboutWeek(due, late, person, language)),
        why: inEach((language) => whyWeek(day, announced, due.length, late.length, settings, language)),
        expiresAt: instantAt(addDays(announced, 1), '00:00', person.zone),
      },
    ];
  });
}

/** The weeks that may be announced in the time asked for: a holiday of up to two weeks moves them by no more. */
function weeksIn({ zone }: PlanProgress, settings: Params, { from, until, calendar }: RuleEnvironment): Week[] {
  const first = addDays(plainDateIn(from, zone), -14);
  const last = addDays(plainDateIn(until, zone), 14);
  const weeks: Week[] = [];
  for (let day = onOrAfter(first, settings.weekday); day <= last; day = addDays(day, 7)) {
    const moved = offHolidays(day, settings.holidays, calendar);
    // A week that is all holiday has no day of its own: its neighbour's announcement is near enough.
    if (!moved || Math.abs(daysBetween(day, moved.date)) >= 7) continue;
    weeks.push({ day, announced: moved.date, at: instantAt(moved.date, settings.at, zone) });
  }
  return weeks;
}

const onOrAfter = (date: PlainDate, weekday: Weekday): PlainDate =>
  addDays(date, (WEEKDAYS.indexOf(weekday) - weekdayIndex(date) + 7) % 7);

function aboutWeek(due: Deadline[], late: Deadline[], { zone }: PlanProgress, language: Language): string {
  const parts: string[] = [];
  if (due.length > 0) {
    const heading = sayIn(language, 'weekly.heading', { count: due.length });
    parts.push(heading, listOf(due, zone, language));
  }
  if (late.length > 0) {
    const heading = sayIn(language, 'weekly.overdueMadeUp', { count: late.length });
    parts.push(heading, listOf(late, zone, language));
  }
  return parts.join('\n\n');
}

function whyWeek(
  day: PlainDate,
  announced: PlainDate,
  due: number,
  late: number,
  { weekday, at, holidays }: Params,
  language: Language,
): string {
  const name = weekdayWords(WEEKDAYS.indexOf(weekday), language);
  const moved =
    announced === day
      ? ''
      : sayIn(language, holidays === 'NEXT' ? 'weekly.movedLater' : 'weekly.movedEarlier', { day, announced });
  return sayIn(language, 'weekly.whyWeek', { name, at, moved, due, late });
}
