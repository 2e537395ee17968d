import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import { rollDate } from '@planwright/schema/calendar';
import type { ItemProgress, PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { addDays, type Instant, instantAt, laterOf, plainDateIn } from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, field } from '../params/fields.js';
import { dueWords } from '../text/lists.js';
import { itemWords, partWords, stageHeading } from '../text/wording.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';

const params = z.strictObject({
  at: announceAt(),
  holidays: z
    .enum(['SEND', 'NEXT'])
    .default('NEXT')
    .meta({
      ...field(say('dayOne.holidays')),
      labels: {
        SEND: say('dayOne.dayAllSame'),
        NEXT: say('dayOne.nextWorkingDay'),
      },
    }),
});

type Params = z.output<typeof params>;

/** A list that comes later than this is no welcome any more. */
const DAYS_FRESH = 7;

/** The whole list on the first day; people who are enrolled later get it at once. */
export const dayOne: ReminderRule<typeof params> = {
  title: say('dayOne.wholeListDay'),
  params,
  catchUp: 'ALL',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) => listOnDayOne(person, settings, environment)),
};

function listOnDayOne(person: PlanProgress, { at: time, holidays }: Params, { calendar }: RuleEnvironment): Firing[] {
  const { startsOn, zone, items } = person;
  if (items.length === 0) return [];
  const day = holidays === 'NEXT' ? rollDate(startsOn, 'FOLLOWING', calendar).date : startsOn;
  const planned = instantAt(day, time, zone);
  const at = laterOf(planned, beginningOf(person));
  return [
    {
      key: 'all',
      at,
      hard: false,
      about: inEach((language) => wholeList(person, language)),
      why: inEach((language) => whyNow(startsOn, day, planned, at, items.length, language)),
      expiresAt: instantAt(addDays(plainDateIn(at, zone), DAYS_FRESH), '00:00', zone),
    },
  ];
}

function wholeList({ plan, stages, items, zone }: PlanProgress, language: Language): string {
  const title = itemWords(plan, language);
  const parts = [sayIn(language, 'dayOne.planBeginsItem', { title, count: items.length })];
  for (const stage of stages) {
    const within = items.filter(({ stageKey }) => stageKey === stage.key);
    if (within.length === 0) continue;
    parts.push(stageHeading(stage, language), within.map((item) => itemLines(item, zone, language)).join('\n'));
  }
  return parts.join('\n\n');
}

function itemLines(item: ItemProgress, zone: string, language: Language): string {
  const { dueAt, provisional } = item;
  const due = dueAt === undefined ? '' : dueWords({ dueAt, provisional }, zone, language);
  const steps = item.steps.map((step) => {
    const when =
      step.dueAt === undefined ? '' : dueWords({ dueAt: step.dueAt, provisional: step.provisional }, zone, language);
    return `\n  - ${partWords(step, language)}${when}`;
  });
  return `- ${itemWords(item, language)}${requirementWords(item, language)}${due}${steps.join('')}`;
}

function requirementWords({ requirement }: ItemProgress, language: Language): string {
  switch (requirement) {
    case 'REQUIRED':
      return '';
    case 'ELECTIVE':
      return sayIn(language, 'dayOne.elective');
    case 'OPTIONAL':
      return sayIn(language, 'dayOne.optional');
    default:
      return requirement satisfies never;
  }
}

function whyNow(
  startsOn: string,
  day: string,
  planned: Instant,
  at: Instant,
  count: number,
  language: Language,
): string {
  if (at > planned) {
    return sayIn(language, 'dayOne.planBeganBefore', { startsOn, count });
  }
  const moved = day === startsOn ? '' : sayIn(language, 'dayOne.movedFromDay', { startsOn, day });
  return sayIn(language, 'dayOne.wholeListFirst', { moved, count });
}
