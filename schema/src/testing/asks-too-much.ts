import type { BrokenDefinition } from './broken-definition.js';
import { course, plan, stage, task } from './plan-builder.js';

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
    name: 'a review that runs in a system that is not connected',
    definition: plan([
      stage(
        'first',
        [task('a', { task: { deliverable: 'TEXT', review: { by: 'MENTOR', within: 'PT24H', via: 'APPROVAL' } } })],
        { due },
      ),
    ]),
    code: 'never-happens',
    path: ['stages', 'first', 'items', 'a', 'task', 'review', 'via'],
  },
];
