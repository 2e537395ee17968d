import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { isWorkday, rollDate } from '@planwright/schema/calendar';
import type { ReminderRecipient } from '@planwright/schema/definition';
import type { ItemProgress, PlanProgress, RuleEnvironment, SubmissionProgress } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import {
  addDays,
  addMs,
  DAY_MS,
  epochMs,
  HOUR_MS,
  type Instant,
  instantAt,
  laterOf,
  plainDateIn,
  plainTimeIn,
} from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { field, holidays } from '../params/fields.js';
import { itemWords, momentWords } from '../text/wording.js';
import { type Firing, firingsOf } from './firings.js';

const params = z
  .strictObject({
    hoursBefore: z
      .int()
      .min(0)
      .max(240)
      .default(4)
      .meta(field(say('feedbackDue.hoursBefore'), say('feedbackDue.n0NoReminder'))),
    whenBreached: z
      .boolean()
      .default(true)
      .meta(field(say('feedbackDue.whenBreached'))),
    holidays: holidays('PREVIOUS'),
  })
  .meta({ recipients: ['MENTOR'] });

type Params = z.output<typeof params>;

/** A number of hours before a review is due, and again once it is overdue. */
export const feedbackDue: ReminderRule<typeof params> = {
  title: say('feedbackDue.feedbackDue'),
  params,
  catchUp: 'ALL',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) =>
      person.submissions.flatMap((submission) => clockOf(submission, person, settings, environment)),
    ),
};

function clockOf(
  submission: SubmissionProgress,
  person: PlanProgress,
  settings: Params,
  environment: RuleEnvironment,
): Firing[] {
  const { itemKey, stepKey, attempt, feedbackDueAt, waiting, submittedAt } = submission;
  const item = person.items.find(({ key }) => key === itemKey);
  if (!waiting || feedbackDueAt === undefined || !item) return [];
  const common = {
    itemKey,
    ...(stepKey === undefined ? {} : { stepKey }),
    ...recipientsOf(submission, person),
  };
  const firings: Firing[] = [];
  const before = announcedBefore(submission, feedbackDueAt, person.zone, settings, environment);
  if (before !== undefined) {
    firings.push({
      key: `${itemKey}/${attempt}/before`,
      at: before,
      hard: true,
      about: inEach((language) => aboutWaiting(item, submission, feedbackDueAt, person.zone, language)),
      why: inEach((language) => whyBefore(settings.hoursBefore, before, submission, feedbackDueAt, language)),
      expiresAt: feedbackDueAt,
      ...common,
    });
  }
  const breached = settings.whenBreached
    ? announcedAfter(feedbackDueAt, person.zone, settings, environment)
    : undefined;
  if (breached !== undefined) {
    const hours = Math.round((epochMs(feedbackDueAt) - epochMs(submittedAt)) / HOUR_MS);
    firings.push({
      key: `${itemKey}/${attempt}/breached`,
      at: breached,
      hard: false,
      about: inEach((language) => aboutBreach(item, feedbackDueAt, person.zone, language)),
      why: inEach((language) => sayIn(language, 'feedbackDue.clockOf', { hours })),
      expiresAt: addMs(breached, 7 * DAY_MS),
      ...common,
    });
  }
  return firings;
}

/** The plan names recipients for mentors; any other reviewer is told directly. Reviews of a missing mentor go to HR. */
function recipientsOf({ reviewBy }: SubmissionProgress, { hasMentor }: PlanProgress): { to?: ReminderRecipient[] } {
  switch (reviewBy) {
    case 'MENTOR':
      return hasMentor ? {} : { to: ['HR'] };
    case 'SUPERIOR':
      return { to: ['SUPERIOR'] };
    case 'HR':
      return { to: ['HR'] };
    case 'PEER':
      return {};
    default:
      return reviewBy satisfies never;
  }
}

/**
 * A number of hours before the deadline; on a day off moved as the settings say, and out of the night to the last working hour
 * before, when somebody still reads it. Never before there is something to review, then: at once.
 */
function announcedBefore(
  { submittedAt }: SubmissionProgress,
  dueAt: Instant,
  zone: string,
  { hoursBefore, holidays }: Params,
  { calendar, workspace }: RuleEnvironment,
): Instant | undefined {
  if (hoursBefore === 0) return undefined;
  const nominal = addMs(dueAt, -hoursBefore * HOUR_MS);
  const date = plainDateIn(nominal, zone);
  const clock = plainTimeIn(nominal, zone);
  const { from, to } = workspace.workingHours;
  const works = isWorkday(date, calendar).workday;
  if (!works && holidays === 'SKIP') return undefined;
  if (!works && holidays === 'NEXT') {
    const next = instantAt(rollDate(date, 'FOLLOWING', calendar).date, from, zone);
    if (next < dueAt) return laterOf(next, submittedAt);
  }
  if (!works) {
    const day = rollDate(date, 'PRECEDING', calendar).date;
    return laterOf(instantAt(day, clock < from || clock >= to ? lastHourBefore(to) : clock, zone), submittedAt);
  }
  // Shifts over midnight have no night to keep out of.
  if (from >= to || (from <= clock.slice(0, from.length) && clock < to)) return laterOf(nominal, submittedAt);
  const day = clock >= to ? date : rollDate(addDays(date, -1), 'PRECEDING', calendar).date;
  return laterOf(instantAt(day, lastHourBefore(to), zone), submittedAt);
}

const lastHourBefore = (time: string): string => {
  const hour = Math.max(0, Number(time.slice(0, 2)) - 1);
  return `${String(hour).padStart(2, '0')}${time.slice(2, 5)}`;
};

/** The moment it is breached, or when work begins on the next working day. */
function announcedAfter(
  dueAt: Instant,
  zone: string,
  { holidays }: Params,
  { calendar, workspace }: RuleEnvironment,
): Instant | undefined {
  const date = plainDateIn(dueAt, zone);
  if (isWorkday(date, calendar).workday) return addMs(dueAt, 1);
  if (holidays === 'SKIP') return undefined;
  return instantAt(rollDate(date, 'FOLLOWING', calendar).date, workspace.workingHours.from, zone);
}

function aboutWaiting(
  item: ItemProgress,
  { attempt }: SubmissionProgress,
  dueAt: Instant,
  zone: string,
  language: Language,
): string {
  const name = itemWords(item, language);
  const moment = momentWords(dueAt, zone, language);
  const which = attempt > 1 ? sayIn(language, 'feedbackDue.attempt', { attempt }) : '';
  return sayIn(language, 'feedbackDue.aboutWaiting', { name, which, moment });
}

function aboutBreach(item: ItemProgress, dueAt: Instant, zone: string, language: Language): string {
  const name = itemWords(item, language);
  const moment = momentWords(dueAt, zone, language);
  return sayIn(language, 'feedbackDue.aboutBreach', { name, moment });
}

function whyBefore(
  hours: number,
  at: Instant,
  { submittedAt }: SubmissionProgress,
  dueAt: Instant,
  language: Language,
): string {
  const rule = sayIn(language, 'feedbackDue.rule', { hours });
  if (at === addMs(dueAt, -hours * HOUR_MS)) return sayIn(language, 'inWords.sentence', { text: rule });
  return at === submittedAt
    ? sayIn(language, 'feedbackDue.liesOutsideWorking', { rule })
    : sayIn(language, 'feedbackDue.liesOutsideWorkingHours', { rule });
}
