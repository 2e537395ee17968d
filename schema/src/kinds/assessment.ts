import { z } from 'zod';
import type { Kind } from './kind.js';
import { common, score } from './shared.js';

export const assessment = z.strictObject({ passMark: score, attempts: z.int().min(1).max(100).optional() });
export type Assessment = z.infer<typeof assessment>;

export const assessmentShape = z.strictObject({ ...common, kind: z.literal('ASSESSMENT'), assessment });
type Item = z.infer<typeof assessmentShape>;

export const assessmentKind: Kind<Item, Assessment> = {
  name: { 'zh-CN': '测评', en: 'assessment' },
  about: 'A test. Done by a score: passed from the pass mark on, failed when the attempts are used up.',
  placeholder: { 'zh-CN': '新测评', en: 'New assessment' },
  family: 'LEARNING',
  closedBy: () => 'SCORE',
  notCompletable: () => ({ 'zh-CN': '此项按成绩完成', en: 'This is completed by a score' }),
  isScored: true,
  bestCounts: true,
  judgement: ({ assessment: own }) => ({ by: 'ATTEMPTS', mark: own.passMark, attempts: own.attempts }),
  results: () => ['COMPLETED', 'SUBMITTED', 'PASSED', 'FAILED'],
  fresh: () => ({ passMark: 60, attempts: 2 }),
  sample: ({ passMark, attempts }) => ({ passMark, ...(attempts === undefined ? {} : { attempts }) }),
};
