import type { Language } from '@planwright/schema';
import type { NewWords } from './add-from-palette';

const TITLES = {
  STAGE: { 'zh-CN': '新阶段', en: 'New stage' },
  COURSE: { 'zh-CN': '新课程', en: 'New course' },
  TASK: { 'zh-CN': '新任务', en: 'New task' },
  ASSESSMENT: { 'zh-CN': '新测评', en: 'New assessment' },
  APPROVAL: { 'zh-CN': '新审批', en: 'New approval' },
  MEETING: { 'zh-CN': '新面谈', en: 'New meeting' },
  SURVEY: { 'zh-CN': '新问卷', en: 'New survey' },
} as const;

/** They become text of the plan, so they stand here in every language and not among the studio's messages. */
export const newWords = (language: Language): NewWords => ({
  // In the designer's language alone: a placeholder must not pass as the title in another, which is then said to lack.
  title: (entry) => ({ [language]: TITLES[entry][language] }),
  question: { 'zh-CN': '你对他的整体表现满意吗？', en: 'How satisfied are you overall?' },
});
