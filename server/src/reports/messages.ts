import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  nothingToEdit: (): Sentence => ({
    en: 'This suggestion is about people or contents, so the plan needs no edit. Act on it yourself.',
    'zh-CN': '该建议涉及人员或内容，计划无需修改，由你跟进。',
  }),
  draftUnfinished: (): Sentence => ({
    en: 'The draft is not a complete plan. Complete it in the designer first, then apply the suggestion.',
    'zh-CN': '草稿还不是完整的计划。先在设计器里改好，再采纳建议。',
  }),
  doesNotFit: (problem: LocalizedText): Sentence => ({
    en: `The draft has changed, so this edit no longer fits: ${problem.en ?? ''}`,
    'zh-CN': `草稿已改动，这条建议不再适用：${problem['zh-CN'] ?? ''}`,
  }),
  nobodyEnrolled: (): Sentence => ({
    en: 'Nobody that you can see is enrolled in this cohort. Enrol people first.',
    'zh-CN': '这一期还没有你能看到的学员。先安排人员入营。',
  }),
  noBrowser: (): Sentence => ({
    en: 'This server has no Chromium to print with. Set PLANWRIGHT_CHROMIUM to one, or choose another format.',
    'zh-CN': '服务器上没有可用于打印的 Chromium。用 PLANWRIGHT_CHROMIUM 指定一个，或换一种格式。',
  }),
  notAboutMentor: (): Sentence => ({
    en: 'This finding does not ask for other mentors. Choose one that does.',
    'zh-CN': '该发现不涉及改配导师，选择涉及的一条。',
  }),
  rematchedAlready: (): Sentence => ({
    en: 'The people of this mentor already have other mentors.',
    'zh-CN': '这位导师的学员已经改配。',
  }),
  mentorsWereDrawn: (): Sentence => ({
    en: 'A running experiment assigned whole mentors to versions. Rematch after its analysis date.',
    'zh-CN': '进行中的实验按导师分组。到分析日期之后再改配。',
  }),
  badWeeks: (most: number): Sentence => ({
    en: `Choose every 1 to ${most} weeks.`,
    'zh-CN': `间隔选 1–${most} 周。`,
  }),
  badWeekday: (): Sentence => ({ en: 'Choose a day of the week, 1 to 7.', 'zh-CN': '选周一到周日中的一天（1–7）。' }),
  badRecipients: (most: number): Sentence => ({
    en: `Choose 1 to ${most} people.`,
    'zh-CN': `选 1–${most} 位收件人。`,
  }),
  recipientTwice: (): Sentence => ({
    en: 'This person is in the list twice. Remove one.',
    'zh-CN': '收件人重复，删除其中一个。',
  }),
  mayNotRead: (): Sentence => ({
    en: 'This person may not read reports. Choose HR or an administrator.',
    'zh-CN': '此人无权查看报告，请选择人力资源或管理员。',
  }),
  nobodyToMatch: (): Sentence => ({
    en: 'Nobody can be matched with another mentor. Name more people as mentors first.',
    'zh-CN': '没有可改配的学员或导师。先指定更多导师。',
  }),
} as const;
