import type { ReminderRule } from '@planwright/plugin-sdk';
import { inEach } from '@planwright/plugin-sdk';
import type { PlanProgress, RuleEnvironment, StageProgress } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { addDays, type Instant, instantAt, laterOf, plainDateIn } from '@planwright/schema/time';
import { z } from 'zod';
import { say, sayIn } from '../generated/messages.js';
import { announceAt, field, holidays } from '../params/fields.js';
import { dueWords } from '../text/lists.js';
import { itemWords, partWords } from '../text/wording.js';
import { isAsked } from './deadline.js';
import { beginningOf, type Firing, firingsOf } from './firings.js';
import { offHolidays } from './working-day.js';

const params = z.strictObject({
  at: announceAt(),
  holidays: holidays('NEXT'),
  firstDay: z
    .boolean()
    .default(false)
    .meta(field(say('stageOpened.firstDay'), say('stageOpened.notNeededBeside'))),
});

type Params = z.output<typeof params>;

/** When a stage opens, what it holds. */
export const stageOpened: ReminderRule<typeof params> = {
  title: say('stageOpened.stageOpens'),
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
      about: inEach((language) => aboutStage(stage, items, zone, language)),
      why: inEach((language) => whyStage(opensAt, at, items.length, zone, language)),
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
  const heading = sayIn(language, 'stageOpened.heading', { name, count: items.length });
  return `${heading}\n\n${lines.join('\n')}`;
}

function whyStage(opensAt: Instant, at: Instant, count: number, zone: string, language: Language): string {
  const [opened, told] = [plainDateIn(opensAt, zone), plainDateIn(at, zone)];
  const moved = opened === told ? '' : sayIn(language, 'stageOpened.told', { told });
  return sayIn(language, 'stageOpened.whyStage', { opened, moved, count });
}
