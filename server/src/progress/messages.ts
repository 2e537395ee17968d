import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room says itself; why an act does not fit the state of things comes from the engine. */
export const messages = {
  keyReused: (): Sentence => ({
    en: 'This request key was used for something else. Send the new request with a key of its own.',
    'zh-CN': '该请求键已用于其他内容，为新请求换一个键。',
  }),
  keyMissing: (): Sentence => ({
    en: 'Give the request a key of 1 to 200 characters.',
    'zh-CN': '为请求提供 1–200 个字符的键。',
  }),
  passedOn: (): Sentence => ({
    en: 'Somebody has already decided on this; it now waits for the next reviewer.',
    'zh-CN': '这一级已有人反馈，现在等待下一级。',
  }),
  rubricIncomplete: (en: readonly string[], zh: readonly string[]): Sentence => ({
    en: `Score every criterion before you approve. Not scored yet: ${en.join(', ')}.`,
    'zh-CN': `通过之前，每项都要评分。还没有评分：${zh.join('、')}。`,
  }),
  noSuchYear: (): Sentence => ({
    en: 'This calendar is not known, or the year is outside 2000–2100.',
    'zh-CN': '没有这个日历，或年份不在 2000–2100 之间。',
  }),
  notInYear: (date: string): Sentence => ({
    en: `${date} is not in this year. Remove it from the list.`,
    'zh-CN': `${date} 不在这一年，从列表中删除。`,
  }),
  bothOffAndOn: (date: string): Sentence => ({
    en: `${date} cannot be both a day off and a working day.`,
    'zh-CN': `${date} 不能既是休息日又是工作日。`,
  }),
  yearIsPublished: (year: number): Sentence => ({
    en: `The year ${year} is published already and does not change.`,
    'zh-CN': `${year} 年已发布，不再更改。`,
  }),
} as const;
