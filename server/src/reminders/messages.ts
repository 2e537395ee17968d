import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  noSuchChannel: (): Sentence => ({
    en: 'Choose one of chat, email, sms, todo and inbox.',
    'zh-CN': '从 chat、email、sms、todo、inbox 中选择。',
  }),
  inboxStays: (): Sentence => ({
    en: 'The inbox cannot be redirected. Choose another channel.',
    'zh-CN': '站内信始终是站内信，选择其他渠道。',
  }),
  noSuchContribution: (): Sentence => ({
    en: 'This integration has no such channel. Choose one that it offers.',
    'zh-CN': '该集成没有这个渠道，选择它提供的渠道。',
  }),
  notInSandbox: (): Sentence => ({
    en: 'A sandbox sends nothing. Set this in the live workspace.',
    'zh-CN': '沙盒不会真正发送，在正式工作区中设置。',
  }),
  badTime: (): Sentence => ({
    en: 'Write the time as 09:00.',
    'zh-CN': '时间写成 09:00 的形式。',
  }),
  noSlots: (): Sentence => ({
    en: 'Give one to six different times of day, outside the quiet hours.',
    'zh-CN': '填写 1–6 个不同的时间，避开免打扰时段。',
  }),
  badBudget: (): Sentence => ({
    en: 'Choose between 1 and 50 messages a day.',
    'zh-CN': '每天消息数为 1–50 条。',
  }),
  reasonMissing: (): Sentence => ({
    en: 'Give a reason of up to 500 characters.',
    'zh-CN': '填写原因，最多 500 字。',
  }),
  notPlanned: (): Sentence => ({
    en: 'It is no longer planned, so there is nothing to cancel.',
    'zh-CN': '该提醒已不在计划中，无需取消。',
  }),
} as const;
