import type { Language } from '@planwright/schema';

/** `n` things that had no room. */
export const moreLine = (n: number, language: Language): string =>
  language === 'zh-CN' ? `另有 ${n} 条，打开查看全部。` : `${n} more. Open Planwright to see all.`;

/** Sets the n-th message of a day with the same words apart: channels drop equal ones without a word. */
export const sameAgain = (n: number, language: Language): string =>
  language === 'zh-CN' ? `今天第 ${n} 次提醒。` : `Reminder ${n} today.`;

/** Heading of what concerns the reader himself, in a message that is also about others. */
export const ownHeading = (language: Language): string => (language === 'zh-CN' ? '你自己的' : 'Your own');

export const aboutLearner = (name: string, text: string, language: Language): string =>
  language === 'zh-CN' ? `${name}：${text}` : `${name}: ${text}`;

/** Title of one or several things in one plan of the reader or of one learner. */
export function planTitle(plan: string, n: number, learner: string | undefined, language: Language): string {
  const whose = learner === undefined ? plan : `${learner} · ${plan}`;
  if (n === 1) return whose;
  return language === 'zh-CN' ? `${whose}：${n} 条提醒` : `${whose}: ${n} reminders`;
}

/** Title of things about several people. */
export const peopleTitle = (n: number, people: number, language: Language): string =>
  language === 'zh-CN' ? `${people} 位学员，${n} 条提醒` : `${n} reminders about ${people} people`;

/** Title of things of several plans of one person. */
export const plansTitle = (n: number, learner: string | undefined, language: Language): string => {
  const text = language === 'zh-CN' ? `${n} 条提醒` : `${n} reminders`;
  return learner === undefined ? text : `${learner} · ${text}`;
};
