import type { ReminderRule, Text } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { addWorkdays } from '@planwright/schema/calendar';
import type { ReminderRecipient } from '@planwright/schema/definition';
import type { PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import {
  addDays,
  addMs,
  DAY_MS,
  daysBetween,
  earlierOf,
  type Instant,
  instantAt,
  laterOf,
  plainDateIn,
} from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, dayUnit, field, holidays } from '../params/fields.js';
import { momentWords } from '../text/wording.js';
import { type Deadline, deadlineKey, deadlinesOf, deadlineWords, isInHand, subjectOf } from './deadline.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const NEVER = say('overdue.never');
const rung = (usual: number, title: Text) => z.int().min(0).max(90).default(usual).meta(field(title, NEVER));

const params = z
  .strictObject({
    learnerAfter: rung(1, say('overdue.learnerAfter')),
    mentorAfter: rung(3, say('overdue.mentorAfter')),
    superiorAfter: rung(5, say('overdue.superiorAfter')),
    hrAfter: rung(10, say('overdue.hrAfter')),
    unit: dayUnit('WORKDAY'),
    at: announceAt(),
    holidays: holidays('NEXT'),
  })
  .meta({ recipients: 'RULE' });

type Params = z.output<typeof params>;

/** A ladder: while the work stays open, first the learner hears of it, then the mentor, the superior and HR. */
export const overdue: ReminderRule<typeof params> = {
  title: say('overdue.overdueEscalation'),
  params,
  catchUp: 'ALL',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) =>
      person.items
        .filter(isInHand)
        .flatMap(deadlinesOf)
        .flatMap((deadline) => climb(deadline, person, settings, environment)),
    ),
};

interface Rung {
  role: ReminderRecipient;
  /** In days of the settings' unit. */
  after: number;
  at: Instant;
}

/** A rung that was missed by more than this has nothing new to say. */
const DAYS_FRESH = 7;

function climb(deadline: Deadline, person: PlanProgress, settings: Params, environment: RuleEnvironment): Firing[] {
  const { dueAt, since } = deadline;
  // Work that came back, or opened, after its date is late only from then on.
  const lateFrom = [since, beginningOf(person)].reduce<Instant>((a, b) => (b === undefined ? a : laterOf(a, b)), dueAt);
  const rungs = rungsOf(lateFrom, person, settings, environment);
  return rungs.map(({ role, after, at }): Firing => {
    const next = rungs.filter((other) => other.at > at).map((other) => other.at);
    const days = daysBetween(plainDateIn(dueAt, person.zone), plainDateIn(at, person.zone));
    const to = role === 'MENTOR' && !person.hasMentor ? 'HR' : role;
    return {
      key: `${deadlineKey(deadline)}+${plainDateIn(lateFrom, person.zone)}/${role}`,
      at,
      hard: false,
      about: inEach((language) => aboutRung(role, deadline, days, person.zone, language)),
      why: inEach((language) => whyRung(role, after, settings, dueAt < lateFrom, to !== role, language)),
      ...subjectOf(deadline),
      to: [to],
      expiresAt: next.reduce(earlierOf, addMs(at, DAYS_FRESH * DAY_MS)),
    };
  });
}

function rungsOf(lateFrom: Instant, { zone }: PlanProgress, settings: Params, { calendar }: RuleEnvironment): Rung[] {
  const { learnerAfter, mentorAfter, superiorAfter, hrAfter, unit, at: time } = settings;
  const ladder: [ReminderRecipient, number][] = [
    ['LEARNER', learnerAfter],
    ['MENTOR', mentorAfter],
    ['SUPERIOR', superiorAfter],
    ['HR', hrAfter],
  ];
  const first = plainDateIn(lateFrom, zone);
  return ladder.flatMap(([role, after]): Rung[] => {
    if (after === 0) return [];
    const day = unit === 'DAY' ? addDays(first, after) : addWorkdays(first, after, calendar).date;
    const moved = offHolidays(day, settings.holidays, calendar)?.date;
    if (moved === undefined) return [];
    // The working day before may be the due date itself, and that is not late yet.
    const announced = moved > first ? moved : offHolidays(day, 'NEXT', calendar)?.date;
    return announced === undefined ? [] : [{ role, after, at: instantAt(announced, time, zone) }];
  });
}

function aboutRung(
  role: ReminderRecipient,
  deadline: Deadline,
  days: number,
  zone: string,
  language: Language,
): string {
  const name = deadlineWords(deadline, language);
  const moment = momentWords(deadline.dueAt, zone, language);
  switch (role) {
    case 'LEARNER':
      return sayIn(language, 'overdue.overdueDueFinish', { name, days, moment });
    case 'MENTOR':
      return sayIn(language, 'overdue.stillOpenAfter', { name, days, moment });
    case 'SUPERIOR':
      return sayIn(language, 'overdue.beenOverdueSince', { name, days, moment });
    case 'HR':
      return sayIn(language, 'overdue.stayedOpenThrough', { name, days, moment });
    default:
      return role satisfies never;
  }
}

function whyRung(
  role: ReminderRecipient,
  after: number,
  { unit }: Params,
  cameLate: boolean,
  insteadOfMentor: boolean,
  language: Language,
): string {
  const days = sayIn(language, unit === 'WORKDAY' ? 'overdue.workdays' : 'overdue.days', { after });
  const from = cameLate ? sayIn(language, 'overdue.countedFromWhen') : '';
  const instead = insteadOfMentor ? sayIn(language, 'overdue.thereNoMentor') : '';
  return sayIn(language, 'overdue.whyRung', { days, who: sayIn(language, `overdue.${role}`), from, instead });
}
