import type { PlanDefinition } from '@planwright/schema/definition';
import { kindOf } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';
import { say } from '../generated/messages.js';

/** LEARNER: each answers about their own plan. */
export type Respondents = 'SUPERIOR' | 'TEAM' | 'LEARNER';

export interface SurveyQuestion {
  key: string;
  text: LocalizedText;
  /** Answers run from 1 to this. */
  scale: number;
}

/** Asked where the plan asks nothing of its own. */
const DEFAULT: Record<Respondents, readonly SurveyQuestion[]> = {
  SUPERIOR: [
    { key: 'role', text: say('question.SUPERIOR.role'), scale: 5 },
    { key: 'goals', text: say('question.SUPERIOR.goals'), scale: 5 },
    { key: 'growth', text: say('question.SUPERIOR.growth'), scale: 5 },
  ],
  TEAM: [
    { key: 'goals', text: say('question.TEAM.goals'), scale: 5 },
    { key: 'feedback', text: say('question.TEAM.feedback'), scale: 5 },
    { key: 'support', text: say('question.TEAM.support'), scale: 5 },
  ],
  LEARNER: [
    { key: 'useful', text: say('question.LEARNER.useful'), scale: 5 },
    { key: 'pace', text: say('question.LEARNER.pace'), scale: 5 },
    { key: 'mentoring', text: say('question.LEARNER.mentoring'), scale: 5 },
  ],
};

/** The questions of the plan's own survey of these respondents, else the ones that everybody can use. */
export function questionsFor(definition: PlanDefinition | undefined, respondents: Respondents): SurveyQuestion[] {
  const items = definition?.stages.flatMap((stage) => stage.items) ?? [];
  const surveys = items.flatMap((item) => kindOf(item).survey?.(item) ?? []);
  return surveys.find((survey) => survey.respondents === respondents)?.questions ?? [...DEFAULT[respondents]];
}

/** 0–100: where the answers stand on their scales, on average. */
export function scoreOf(questions: readonly SurveyQuestion[], values: ReadonlyMap<string, number>): number {
  const parts = questions.map(({ key, scale }) => (((values.get(key) ?? 1) - 1) / (scale - 1)) * 100);
  return parts.reduce((sum, part) => sum + part / parts.length, 0);
}

export const areGoodQuestions = (questions: readonly SurveyQuestion[]): boolean =>
  questions.length >= 1 &&
  questions.length <= 50 &&
  new Set(questions.map(({ key }) => key)).size === questions.length &&
  questions.every(
    ({ key, text, scale }) =>
      /^[a-z0-9][a-z0-9-]{0,62}$/.test(key) &&
      Number.isInteger(scale) &&
      scale >= 2 &&
      scale <= 10 &&
      Object.values(text).every((words) => words !== undefined && words.trim() !== '' && words.length <= 500),
  );
