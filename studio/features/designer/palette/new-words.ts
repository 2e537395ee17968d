import { PLACEHOLDER_TITLES } from '@planwright/schema/definition';
import type { Language } from '@planwright/schema/text';
import type { NewWords } from './add-from-palette';

/** They become text of the plan, so they stand here in every language and not among the studio's messages. */
export const newWords = (language: Language): NewWords => ({
  // In the designer's language alone: the plan's check knows it for a placeholder, in either language.
  title: (entry) => ({ [language]: PLACEHOLDER_TITLES[entry][language] }),
  question: { 'zh-CN': '你对该学员的整体表现满意吗？', en: 'How satisfied are you overall?' },
});
