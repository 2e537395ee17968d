import type { Language } from '@planwright/schema/text';

/** `n` entries that had no room. */
export const moreLine = (n: number, language: Language): string =>
  language === 'zh-CN' ? `另有 ${n} 条，打开查看全部。` : `${n} more. Open Planwright to see all.`;

/** Sets the n-th message of a day with the same words apart: channels drop equal ones without a word. */
export const sameAgain = (n: number, language: Language): string =>
  language === 'zh-CN' ? `今天第 ${n} 次提醒。` : `Reminder ${n} today.`;

/** Heading of what concerns the readers themselves, in a message that is also about others. */
export const ownHeading = (language: Language): string => (language === 'zh-CN' ? '你自己的' : 'Your own');

export const aboutLearner = (name: string, text: string, language: Language): string =>
  language === 'zh-CN' ? `${name}：${text}` : `${name}: ${text}`;

/** A title with how many other things the message says. */
export function titleWithMore(title: string, more: number, language: Language): string {
  if (more === 0) return title;
  return language === 'zh-CN' ? `${title}，另有 ${more} 条` : `${title}, and ${more} more`;
}

/** Title of things about several people. */
export const peopleTitle = (n: number, people: number, language: Language): string =>
  language === 'zh-CN' ? `${people} 位学员，${n} 条提醒` : `${n} reminders about ${people} people`;
