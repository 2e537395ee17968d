import type { BrokenDefinition } from './broken-definition.js';
import { course, plan, stage } from './plan-builder.js';

const due = { week: 4, weekday: 'FRI', at: '18:00' } as const;

/** Sound plans that an installation by itself does not carry out: what `checkPlan` finds where it knows the installation. */
export const asksTooMuch: readonly BrokenDefinition[] = [
  {
    name: 'an outcome that nobody measures',
    definition: plan([stage('first', [course('a')], { due })], { outcomes: [{ metric: 'turn-over' }] }),
    code: 'unknown-metric',
    path: ['outcomes', '0', 'metric'],
  },
  {
    name: 'a right that plans cannot give',
    definition: plan([stage('first', [course('a')], { due })], { grants: ['crown'] }),
    code: 'unknown-grant',
    path: ['grants', '0'],
  },
  {
    name: 'a date that counts from what nothing records',
    definition: plan([
      stage('first', [course('a', { due: { anchor: { event: 'PROMOTED' }, offset: 3, unit: 'DAY' } })], { due }),
    ]),
    code: 'never-happens',
    path: ['stages', 'first', 'items', 'a', 'due'],
  },
];
