import type { Language } from '@planwright/schema/text';
import { sayIn } from '../generated/messages.js';

/** `n` entries that had no room. */
export const moreLine = (n: number, language: Language): string => sayIn(language, 'messageTexts.moreLine', { n });

/** Sets the n-th message of a day with the same words apart: channels drop equal ones without a word. */
export const sameAgain = (n: number, language: Language): string => sayIn(language, 'messageTexts.sameAgain', { n });

/** Heading of what concerns the readers themselves, in a message that is also about others. */
export const ownHeading = (language: Language): string => sayIn(language, 'messageTexts.ownHeading');

export const aboutLearner = (name: string, text: string, language: Language): string =>
  language === 'zh-CN' ? `${name}：${text}` : `${name}: ${text}`;

/** A title with how many other things the message says. */
export function titleWithMore(title: string, more: number, language: Language): string {
  if (more === 0) return title;
  return sayIn(language, 'messageTexts.titleWithMore', { title, more });
}

/** Title of things about several people. */
export const peopleTitle = (n: number, people: number, language: Language): string =>
  sayIn(language, 'messageTexts.peopleTitle', { people, n });
