import type { ReminderRule } from '@planwright/plugin-sdk';
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
import { announceAt, dayUnit, field, holidays } from '../params/fields.js';
import { counted, inBoth, momentWords, say } from '../text/wording.js';
import { type Deadline, deadlineKey, deadlinesOf, deadlineWords, isInHand, subjectOf } from './deadline.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const NEVER = { zh: '0 = 不提醒。', en: '0 = never.' };
const rung = (usual: number, zh: string, en: string) =>
  z
    .int()
    .min(0)
    .max(90)
    .default(usual)
    .meta(field(zh, en, NEVER));

const params = z
  .strictObject({
    learnerAfter: rung(1, '逾期几天后提醒学员', 'Days until the learner hears'),
    mentorAfter: rung(3, '逾期几天后提醒导师', 'Days until the mentor hears'),
    superiorAfter: rung(5, '逾期几天后提醒上级', 'Days until the superior hears'),
    hrAfter: rung(10, '逾期几天后提醒 HR', 'Days until HR hears'),
    unit: dayUnit('WORKDAY'),
    at: announceAt(),
    holidays: holidays('NEXT'),
  })
  .meta({ recipients: 'RULE' });

type Params = z.output<typeof params>;

/** A ladder: while the work stays open, first the learner hears of it, then the mentor, the superior and HR. */
export const overdue: ReminderRule<typeof params> = {
  title: { 'zh-CN': '逾期升级', en: 'Overdue, with escalation' },
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
      about: inBoth((language) => aboutRung(role, deadline, days, person.zone, language)),
      why: inBoth((language) => whyRung(role, after, settings, dueAt < lateFrom, to !== role, language)),
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
  const late = counted(days, 'day');
  switch (role) {
    case 'LEARNER':
      return say(
        language,
        `${name}已逾期 ${days} 天，原定 ${moment} 截止。尽快完成；有困难就和导师商量新的时间。`,
        `${name} is ${late} overdue; it was due on ${moment}. Finish it soon, or agree on a new date with the mentor.`,
      );
    case 'MENTOR':
      return say(
        language,
        `${name}逾期 ${days} 天还没完成，原定 ${moment} 截止。和学员聊聊卡在哪里，需要时让 HR 调整截止时间。`,
        `${name} is still open, ${late} after it was due on ${moment}. Find out what is in the way; HR can move the date.`,
      );
    case 'SUPERIOR':
      return say(
        language,
        `${name}逾期 ${days} 天仍未完成，原定 ${moment} 截止，已提醒过学员和导师。看看工作安排能不能腾出时间。`,
        `${name} has been overdue for ${late}, since ${moment}; learner and mentor were told. See whether the workload leaves time for it.`,
      );
    case 'HR':
      return say(
        language,
        `${name}逾期 ${days} 天，原定 ${moment} 截止，逐级提醒后仍未完成。决定延期、免除还是更换导师。`,
        `${name} stayed open through all reminders, ${late} after it was due on ${moment}. Decide: a new date, an exemption or another mentor.`,
      );
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
  const names = {
    LEARNER: ['学员', 'the learner'],
    MENTOR: ['导师', 'the mentor'],
    SUPERIOR: ['上级', 'the superior'],
    HR: ['HR', 'HR'],
  } as const;
  const [zh, en] = names[role];
  const days = say(
    language,
    `${after} ${unit === 'WORKDAY' ? '个工作日' : '天'}`,
    counted(after, unit === 'WORKDAY' ? 'working day' : 'day'),
  );
  const from = cameLate
    ? say(language, '（从重新轮到学员时起算）', ', counted from when it came back to the learner')
    : '';
  const instead = insteadOfMentor ? say(language, '；没有导师，改由 HR 处理', '; there is no mentor, so HR hears') : '';
  return say(
    language,
    `逾期 ${days}后提醒${zh}${from}${instead}。`,
    `Overdue by ${days}: ${en} is told${from}${instead}.`,
  );
}
