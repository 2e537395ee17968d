import type { ReminderRule } from '@planwright/plugin-sdk';
import type { PlanProgress, RuleEnvironment, StageProgress } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { addDays, type Instant, instantAt, laterOf, plainDateIn } from '@planwright/schema/time';
import { z } from 'zod';
import { announceAt, field, holidays } from '../params/fields.js';
import { dueWords } from '../text/lists.js';
import { counted, inBoth, itemWords, partWords, say } from '../text/wording.js';
import { isAsked } from './deadline.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const params = z.strictObject({
  at: announceAt(),
  holidays: holidays('NEXT'),
  firstDay: z
    .boolean()
    .default(false)
    .meta(
      field('第一天开放的阶段也提醒', 'Also stages that open on day one', {
        zh: '第一天已有完整清单时不用打开。',
        en: 'Not needed beside the whole list of day one.',
      }),
    ),
});

type Params = z.output<typeof params>;

/** When a stage opens, what it holds. */
export const stageOpened: ReminderRule<typeof params> = {
  title: { 'zh-CN': '阶段开放', en: 'A stage opens' },
  params,
  catchUp: 'LATEST',
  occurrences: (people, settings, environment) =>
    firingsOf(people, environment, (person) =>
      person.stages.flatMap((stage) => announce(stage, person, settings, environment)),
    ),
};

/** A stage that opened longer ago is no news. */
const DAYS_FRESH = 7;

function announce(
  stage: StageProgress,
  person: PlanProgress,
  settings: Params,
  { calendar }: RuleEnvironment,
): Firing[] {
  const { zone, startsOn } = person;
  const { opensAt } = stage;
  const items = person.items.filter((item) => item.stageKey === stage.key && isAsked(item));
  if (opensAt === undefined || stage.complete || items.length === 0) return [];
  const opened = plainDateIn(laterOf(opensAt, beginningOf(person)), zone);
  if (!settings.firstDay && plainDateIn(opensAt, zone) <= startsOn) return [];
  const day = offHolidays(opened, settings.holidays, calendar)?.date;
  if (day === undefined) return [];
  const at = laterOf(instantAt(day, settings.at, zone), laterOf(opensAt, beginningOf(person)));
  return [
    {
      key: stage.key,
      at,
      hard: false,
      about: inBoth((language) => aboutStage(stage, items, zone, language)),
      why: inBoth((language) => whyStage(opensAt, at, items.length, zone, language)),
      expiresAt: instantAt(addDays(plainDateIn(at, zone), DAYS_FRESH), '00:00', zone),
    },
  ];
}

function aboutStage(stage: StageProgress, items: PlanProgress['items'], zone: string, language: Language): string {
  const name = partWords(stage, language);
  const lines = items.map((item) => {
    const { dueAt, provisional } = item;
    return `- ${itemWords(item, language)}${dueAt === undefined ? '' : dueWords({ dueAt, provisional }, zone, language)}`;
  });
  const heading = say(
    language,
    `阶段${name}开放了，共 ${items.length} 项：`,
    `Stage ${name} opens with ${counted(items.length, 'item')}:`,
  );
  return `${heading}\n\n${lines.join('\n')}`;
}

function whyStage(opensAt: Instant, at: Instant, count: number, zone: string, language: Language): string {
  const [opened, told] = [plainDateIn(opensAt, zone), plainDateIn(at, zone)];
  const moved = opened === told ? '' : say(language, `，改到 ${told}`, `, told on ${told}`);
  return say(
    language,
    `阶段于 ${opened} 开放${moved}，还有 ${count} 项要做。`,
    `The stage opens on ${opened}${moved}, with ${counted(count, 'item')} to do.`,
  );
}
