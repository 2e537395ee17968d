import type { PlanDefinition } from '@planwright/schema/definition';
import { kindOf } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';

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
    { key: 'role', text: { 'zh-CN': '胜任目前的管理岗位', en: 'Is up to the present management role' }, scale: 5 },
    {
      key: 'goals',
      text: { 'zh-CN': '目标清晰，并能带团队达成', en: 'Sets clear goals and gets the team there' },
      scale: 5,
    },
    { key: 'growth', text: { 'zh-CN': '过去几个月进步明显', en: 'Has grown visibly in the last months' }, scale: 5 },
  ],
  TEAM: [
    { key: 'goals', text: { 'zh-CN': '我清楚团队的目标', en: 'I know what our team is to achieve' }, scale: 5 },
    { key: 'feedback', text: { 'zh-CN': '我能及时得到有用的反馈', en: 'I get useful feedback in time' }, scale: 5 },
    { key: 'support', text: { 'zh-CN': '遇到困难时能得到支持', en: 'I get support when I need it' }, scale: 5 },
  ],
  LEARNER: [
    { key: 'useful', text: { 'zh-CN': '学到的内容在工作中用得上', en: 'I can use what I learnt at work' }, scale: 5 },
    { key: 'pace', text: { 'zh-CN': '安排的节奏跟得上', en: 'I can keep up with the pace' }, scale: 5 },
    { key: 'mentoring', text: { 'zh-CN': '导师的反馈对我有帮助', en: 'My mentor’s feedback helps me' }, scale: 5 },
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
