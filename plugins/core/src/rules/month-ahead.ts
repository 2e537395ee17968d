import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { addWorkdays } from '@planwright/schema/calendar';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { addDays, addMonths, type Instant, instantAt, type PlainDate, plainDateIn } from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, field } from '../params/fields.js';
import { listOf } from '../text/lists.js';
import { monthWords } from '../text/wording.js';
import { type Deadline, deadlinesOf } from './deadline.js';
import { type Firing, firingsOf } from './firings.js';

const params = z.strictObject({
  workday: z
    .int()
    .min(1)
    .max(10)
    .default(1)
    .meta(field(say('monthAhead.workday'), say('monthAhead.n1LastWorking'))),
  at: announceAt(),
});

type Params = z.output<typeof params>;

/** Near the end of each month, what the next one asks. A month that asks nothing is silent. */
export const monthAhead: ReminderRule<typeof params> = {
  title: say('monthAhead.monthAhead'),
  params,
  catchUp: 'LATEST',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) => monthsOf(person, settings, environment)),
};

function monthsOf(person: PlanProgress, settings: Params, { from, until, calendar }: RuleEnvironment): Firing[] {
  const { zone } = person;
  const firings: Firing[] = [];
  const last = addMonths(firstOfMonth(plainDateIn(until, zone)), 1);
  for (let month = firstOfMonth(plainDateIn(from, zone)); month <= last; month = addMonths(month, 1)) {
    const day = addWorkdays(month, -settings.workday, calendar).date;
    const at = instantAt(day, settings.at, zone);
    const due = person.items.flatMap(deadlinesOf).filter((deadline) => fallsIn(deadline, month, at, zone));
    if (due.length === 0) continue;
    const name = month.slice(0, 7);
    firings.push({
      key: name,
      at,
      hard: false,
      about: inEach((language) => aboutMonth(name, due, zone, language)),
      why: inEach((language) =>
        sayIn(language, 'monthAhead.monthsOf', { workday: settings.workday, count: due.length }),
      ),
      // Once the month is well under way its weeks speak for themselves.
      expiresAt: instantAt(addDays(month, 7), '00:00', zone),
    });
  }
  return firings;
}

const firstOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01`;

function fallsIn({ dueAt }: Deadline, month: PlainDate, at: Instant, zone: string): boolean {
  return dueAt > at && firstOfMonth(plainDateIn(dueAt, zone)) === month;
}

function aboutMonth(month: string, due: Deadline[], zone: string, language: Language): string {
  const name = monthWords(month, language);
  const heading = sayIn(language, 'monthAhead.heading', { name, count: due.length });
  return `${heading}\n\n${listOf(due, zone, language)}`;
}
