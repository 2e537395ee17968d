import type { ReminderRule } from '@planwright/plugin-sdk';
import { rollDate } from '@planwright/schema/calendar';
import type { ItemProgress, PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { addDays, type Instant, instantAt, laterOf, plainDateIn } from '@planwright/schema/time';
import { z } from 'zod';
import { announceAt, field } from '../params/fields.js';
import { dueWords } from '../text/lists.js';
import { counted, inBoth, itemWords, partWords, say, stageHeading } from '../text/wording.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';

const params = z.strictObject({
  at: announceAt(),
  holidays: z
    .enum(['SEND', 'NEXT'])
    .default('NEXT')
    .meta({
      ...field('第一天是休息日时', 'When the first day is a day off'),
      labels: {
        SEND: { 'zh-CN': '当天提醒', en: 'On that day all the same' },
        NEXT: { 'zh-CN': '推迟到下一个工作日', en: 'The next working day' },
      },
    }),
});

type Params = z.output<typeof params>;

/** A list that comes later than this is no welcome any more. */
const DAYS_FRESH = 7;

/** The whole list on the first day; people who are enrolled later get it at once. */
export const dayOne: ReminderRule<typeof params> = {
  title: { 'zh-CN': '第一天的完整清单', en: 'The whole list on day one' },
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
      about: inBoth((language) => wholeList(person, language)),
      why: inBoth((language) => whyNow(startsOn, day, planned, at, items.length, language)),
      expiresAt: instantAt(addDays(plainDateIn(at, zone), DAYS_FRESH), '00:00', zone),
    },
  ];
}

function wholeList({ plan, stages, items, zone }: PlanProgress, language: Language): string {
  const title = itemWords(plan, language);
  const parts = [
    say(
      language,
      `培养计划${title}开始了，共 ${items.length} 项：`,
      `The plan ${title} begins, ${counted(items.length, 'item')} in all:`,
    ),
  ];
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
      return say(language, '（选修）', ' (elective)');
    case 'OPTIONAL':
      return say(language, '（可选）', ' (optional)');
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
    return say(
      language,
      `${startsOn} 开始的计划，加入时已过提醒时间，加入后立即发送：共 ${count} 项。`,
      `The plan began on ${startsOn}, before the enrolment, so the list comes at once: ${counted(count, 'item')}.`,
    );
  }
  const moved =
    day === startsOn
      ? ''
      : say(language, `，${startsOn} 休息，推迟到 ${day}`, `, moved from ${startsOn}, a day off, to ${day}`);
  return say(
    language,
    `计划第一天的完整清单${moved}：共 ${count} 项。`,
    `The whole list on the first day${moved}: ${counted(count, 'item')}.`,
  );
}
