import { z } from 'zod';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common, score } from './shared.js';

const url = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .optional();

/** `done: MIN_SCORE` carries its `score` beside it, as `completion: { rule: AT_LEAST, n }` does. */
export const course = z.discriminatedUnion('done', [
  z.strictObject({ url, done: z.enum(['MARKED', 'EXTERNAL']) }),
  z.strictObject({ url, done: z.literal('MIN_SCORE'), score }),
]);
export type Course = z.infer<typeof course>;

export const courseShape = z.strictObject({ ...common, kind: z.literal('COURSE'), course: course.optional() });
type Item = z.infer<typeof courseShape>;

const isExternal = ({ course: own }: Item): boolean => own?.done === 'EXTERNAL';

export const courseKind: Kind<Item, Course> = {
  name: say('course.name'),
  about: 'A course to take. Done when it is marked, reported by the learning platform, or passed with a minimum score.',
  placeholder: say('course.placeholder'),
  family: 'LEARNING',
  closedBy: ({ course: own }) => (own?.done === 'MIN_SCORE' ? 'SCORE' : 'COMPLETE'),
  notCompletable: (item, own) => {
    if (item.course?.done === 'MIN_SCORE') return say('course.notCompletable');
    return own && isExternal(item) ? say('course.learningPlatformReports') : undefined;
  },
  isScored: true,
  bestCounts: true,
  // A course that asks for a score is passed by reaching it.
  judgement: ({ course: own }) => (own?.done === 'MIN_SCORE' ? { by: 'REACHING', mark: own.score } : undefined),
  results: ({ course: own }) =>
    own?.done === 'MIN_SCORE' ? ['COMPLETED', 'PASSED', 'SUBMITTED'] : ['COMPLETED', 'SUBMITTED'],
  isExternal,
  isReported: isExternal,
  isStudied: true,
  url: ({ course: own }) => own?.url,
  fresh: () => ({ done: 'MARKED' }),
  sample: ({ minScore, passMark }) => (minScore ? { done: 'MIN_SCORE', score: passMark } : { done: 'MARKED' }),
};
