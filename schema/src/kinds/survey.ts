import { z } from 'zod';
import { key, localizedText } from '../text/index.js';
import { say } from './generated/messages.js';
import type { Kind } from './kind.js';
import { common } from './shared.js';

export const survey = z.strictObject({
  respondents: z.enum(['SUPERIOR', 'TEAM', 'LEARNER']),
  questions: z
    .array(z.strictObject({ key, text: localizedText, scale: z.int().min(2).max(10) }))
    .min(1)
    .max(50),
});
export type Survey = z.infer<typeof survey>;

export const surveyShape = z.strictObject({ ...common, kind: z.literal('SURVEY'), survey });
type Item = z.infer<typeof surveyShape>;

const isReported = (item: Item): boolean => item.survey.respondents !== 'LEARNER';

export const surveyKind: Kind<Item, Survey> = {
  name: say('survey.name'),
  about: 'A questionnaire for the learner, their superior or their team.',
  placeholder: say('survey.placeholder'),
  family: 'LEARNING',
  closedBy: () => 'COMPLETE',
  notCompletable: (item, own) => (own && isReported(item) ? say('survey.notCompletable') : undefined),
  isScored: false,
  results: () => ['COMPLETED', 'SUBMITTED'],
  isReported,
  survey: (item) => item.survey,
  lists: (item) => [
    {
      path: ['survey', 'questions'],
      word: say('survey.question'),
      textIn: 'text',
      entries: item.survey.questions,
    },
  ],
  fresh: (question) => ({ respondents: 'TEAM', questions: [{ key: 'overall', text: { ...question }, scale: 5 }] }),
  sample: () => ({
    respondents: 'LEARNER',
    questions: [{ key: 'q', text: { 'zh-CN': '?', en: '?' }, scale: 5 }],
  }),
};
