import { z } from 'zod';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common, score } from './shared.js';

export const assessment = z.strictObject({ passMark: score, attempts: z.int().min(1).max(100).optional() });
export type Assessment = z.infer<typeof assessment>;

export const assessmentShape = z.strictObject({ ...common, kind: z.literal('ASSESSMENT'), assessment });
type Item = z.infer<typeof assessmentShape>;

export const assessmentKind: Kind<Item, Assessment> = {
  name: say('assessment.name'),
  about: 'A test. Done by a score: passed from the pass mark on, failed when the attempts are used up.',
  placeholder: say('assessment.placeholder'),
  family: 'LEARNING',
  closedBy: () => 'SCORE',
  notCompletable: () => say('assessment.notCompletable'),
  isScored: true,
  bestCounts: true,
  judgement: ({ assessment: own }) => ({ by: 'ATTEMPTS', mark: own.passMark, attempts: own.attempts }),
  results: () => ['COMPLETED', 'SUBMITTED', 'PASSED', 'FAILED'],
  fresh: () => ({ passMark: 60, attempts: 2 }),
  sample: ({ passMark, attempts }) => ({ passMark, ...(attempts === undefined ? {} : { attempts }) }),
};
