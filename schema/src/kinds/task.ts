import { z } from 'zod';
import { dateRule, duration } from '../calendar/index.js';
import { key, localizedText } from '../text/index.js';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common, reviewerRole } from './shared.js';

export const step = z.strictObject({ key, title: localizedText, due: dateRule.optional() });
export type Step = z.infer<typeof step>;

export const review = z.strictObject({
  by: reviewerRole,
  within: duration.optional(),
  clock: z.enum(['HOURS', 'WORKING_HOURS']).optional(),
  via: z.enum(['IN_APP', 'APPROVAL']).optional(),
});
export type Review = z.infer<typeof review>;

export const partnerRequest = z.strictObject({
  department: z.string().max(200).optional(),
  jobRole: z.string().max(200).optional(),
  count: z.int().min(1).max(20).optional(),
});
export type PartnerRequest = z.infer<typeof partnerRequest>;

export const task = z.strictObject({
  deliverable: z.enum(['DOCUMENT', 'FILE', 'LINK', 'TEXT', 'NONE']),
  steps: z.array(step).max(20).optional(),
  review: review.optional(),
  with: z.array(partnerRequest).max(10).optional(),
});
export type Task = z.infer<typeof task>;

export const taskShape = z.strictObject({ ...common, kind: z.literal('TASK'), task });
type Item = z.infer<typeof taskShape>;

export const taskKind: Kind<Item, Task> = {
  name: say('task.name'),
  about: 'Practical work that is handed in, whole or in steps, and usually reviewed.',
  placeholder: say('task.placeholder'),
  family: 'WORK',
  closedBy: () => 'SUBMIT',
  notCompletable: () => say('task.notCompletable'),
  isScored: true,
  scoresSubmissions: true,
  // Without a review nobody approves.
  results: (item) =>
    item.task.review ? ['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED'] : ['COMPLETED', 'SUBMITTED'],
  deliverable: (item) => item.task.deliverable,
  steps: (item) => item.task.steps,
  withSteps: (item, steps) => {
    const { steps: _, ...rest } = item.task;
    return { ...item, task: steps === undefined ? rest : { ...item.task, steps: [...steps] } };
  },
  lists: (item) => [
    {
      path: ['task', 'steps'],
      word: say('task.stepWord'),
      textIn: 'title',
      entries: item.task.steps?.map(({ title, ...own }) => ({ ...own, text: title })),
    },
  ],
  levels: (item) => (item.task.review ? [item.task.review] : []),
  partnerRequests: (item) => item.task.with ?? [],
  partners: ({ task: own }) =>
    Math.max(
      (own.with ?? []).reduce((sum, { count }) => sum + (count ?? 1), 0),
      own.review?.by === 'PEER' ? 1 : 0,
    ),
  fresh: () => ({ deliverable: 'DOCUMENT', review: { by: 'MENTOR', within: 'PT24H', clock: 'HOURS', via: 'IN_APP' } }),
  sample: ({ steps, review: isReviewed }) => ({
    deliverable: 'TEXT',
    ...(steps > 0 ? { steps: sampleSteps(steps) } : {}),
    ...(isReviewed ? { review: { by: 'MENTOR', within: 'PT24H' } } : {}),
  }),
};

const sampleSteps = (count: number): Step[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `step-${at}`,
    title: say('task.step', { at }),
  }));
