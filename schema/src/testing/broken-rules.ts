import type { PlanDefinition, Reminder } from '../definition/plan-definition.js';
import type { BrokenDefinition } from './broken-definition.js';
import { course, plan, stage } from './plan-builder.js';

const due = { week: 4, weekday: 'FRI', at: '18:00' } as const;
const path = ['reminders', 'nudge', 'with'];

function withReminder(change: Partial<Reminder>): PlanDefinition {
  const nudge: Reminder = {
    key: 'nudge',
    use: 'sample/hourly',
    with: { times: ['09:00'] },
    to: ['LEARNER'],
    channels: ['chat'],
    ...change,
  };
  return plan([stage('first', [course('a')], { due })], { reminders: [nudge] });
}

/** Wrong only where the rules are known: what `checkPlan` finds with `sampleCatalogue` and `sampleRules`. */
export const brokenRules: readonly BrokenDefinition[] = [
  {
    name: 'a rule that is not there',
    definition: withReminder({ use: 'sample/yearly' }),
    code: 'unknown-plugin',
    path: ['reminders', 'nudge', 'use'],
  },
  {
    name: 'a scorer as a reminder rule',
    definition: withReminder({ use: 'sample/rubric' }),
    code: 'unknown-plugin',
    path: ['reminders', 'nudge', 'use'],
  },
  {
    name: 'a rule named like a part of every object',
    definition: withReminder({ use: 'constructor/name' }),
    code: 'unknown-plugin',
    path: ['reminders', 'nudge', 'use'],
  },
  {
    name: 'a scorer of plans for an item',
    definition: plan([stage('first', [course('a', { scorer: { use: 'sample/sum' } })], { due })]),
    code: 'unknown-plugin',
    path: ['stages', 'first', 'items', 'a', 'scorer', 'use'],
  },
  {
    name: 'a scorer of items for the plan',
    definition: plan([stage('first', [course('a')], { due })], { scoring: { use: 'sample/rubric' } }),
    code: 'unknown-plugin',
    path: ['scoring', 'use'],
  },
  {
    name: 'a setting that the rule does not know',
    definition: withReminder({ with: { times: ['09:00'], hours: 3 } }),
    code: 'bad-plugin-config',
    path: [...path, 'hours'],
  },
  {
    name: 'a setting that looks like a secret',
    definition: withReminder({ with: { times: ['09:00'], apiKey: 'sk-1234' } }),
    code: 'bad-plugin-config',
    path: [...path, 'apiKey'],
  },
  {
    name: 'a setting of another type',
    definition: withReminder({ with: { times: ['09:00'], days: 'three' } }),
    code: 'bad-plugin-config',
    path: [...path, 'days'],
  },
  {
    name: 'a setting out of its bounds',
    definition: withReminder({ with: { times: ['09:00'], days: 0 } }),
    code: 'bad-plugin-config',
    path: [...path, 'days'],
  },
  {
    name: 'a setting that is no choice',
    definition: withReminder({ with: { times: ['09:00'], holidays: 'NEVER' } }),
    code: 'bad-plugin-config',
    path: [...path, 'holidays'],
  },
  {
    name: 'a time that is none, in a list',
    definition: withReminder({ with: { times: ['09:00', '9 o’clock'] } }),
    code: 'bad-plugin-config',
    path: [...path, 'times', '1'],
  },
  {
    name: 'a setting that is missing',
    definition: withReminder({ with: {} }),
    code: 'bad-plugin-config',
    path: [...path, 'times'],
  },
  {
    name: 'six messages a day',
    definition: withReminder({ with: { times: ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'] } }),
    code: 'reminder-storm',
    path: ['reminders', 'nudge'],
  },
];
