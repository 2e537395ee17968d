import { field, type ReminderRule, z } from '@planwright/plugin-sdk';
import { addWorkdays } from '@planwright/schema/calendar';
import type { ItemProgress, PlanProgress, RuleEnvironment, RuleOccurrence } from '@planwright/schema/rules';
import { instantAt, plainDateIn } from '@planwright/schema/time';

const params = z.strictObject({
  days: z
    .int()
    .min(1)
    .max(20)
    .default(2)
    .meta(field({ 'zh-CN': '提前几个工作日', en: 'Working days before' })),
});

/** What is still open a number of working days before the due date. */
export const lastCall: ReminderRule<typeof params> = {
  title: { 'zh-CN': '到期前最后提醒', en: 'Last call' },
  params,
  catchUp: 'LATEST',
  occurrences: (people, settings, environment) =>
    people
      .filter(({ status }) => status === 'ACTIVE')
      .flatMap((person) => person.items.flatMap((item) => callsFor(person, item, settings.days, environment))),
};

const OPEN: readonly ItemProgress['state'][] = ['AVAILABLE', 'STARTED', 'RETURNED'];

function callsFor(
  { person, zone }: PlanProgress,
  item: ItemProgress,
  days: number,
  { from, until, calendar }: RuleEnvironment,
): RuleOccurrence[] {
  if (item.dueAt === undefined || !OPEN.includes(item.state)) return [];
  const dueOn = plainDateIn(item.dueAt, zone);
  const at = instantAt(addWorkdays(dueOn, -days, calendar).date, '09:00', zone);
  if (at < from || at >= until) return [];
  return [
    {
      person,
      // The same firing has the same key whenever the rule is asked: it is what keeps a message from being sent twice.
      key: `${item.key}:${dueOn}`,
      at,
      hard: item.requirement === 'REQUIRED',
      about: {
        'zh-CN': `《${item.title['zh-CN'] ?? item.key}》${dueOn} 截止。`,
        en: `“${item.title.en ?? item.key}” is due on ${dueOn}.`,
      },
      why: { 'zh-CN': `截止前 ${days} 个工作日提醒。`, en: `Sent ${days} working days before the due date.` },
      itemKey: item.key,
      expiresAt: item.dueAt > at ? item.dueAt : instantAt(dueOn, '23:59:59', zone),
    },
  ];
}
