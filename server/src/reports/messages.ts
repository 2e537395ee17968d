import type { LocalizedText } from '@planwright/schema';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when something has to be mended first. */
export const messages = {
  nothingToEdit: (): Sentence => ({
    en: 'This suggestion is about people or contents; the plan has nothing to edit. Act on it yourself.',
    'zh-CN': '该建议涉及人员或内容，计划无需修改，由你跟进。',
  }),
  draftUnfinished: (): Sentence => ({
    en: 'The draft is no complete plan. Mend it in the designer first, then apply the suggestion.',
    'zh-CN': '草稿还不是完整的计划。先在设计器里改好，再采纳建议。',
  }),
  doesNotFit: (problem: LocalizedText): Sentence => ({
    en: `The draft has changed, so this edit no longer fits: ${problem.en ?? ''}`,
    'zh-CN': `草稿已改动，这条建议不再适用：${problem['zh-CN'] ?? ''}`,
  }),
  nobodyEnrolled: (): Sentence => ({
    en: 'Nobody whom you may see is enrolled in this cohort. Enrol people first.',
    'zh-CN': '这一期还没有你能看到的学员。先安排人员入营。',
  }),
  noBrowser: (): Sentence => ({
    en: 'This server has no Chromium to print with. Set PLANWRIGHT_CHROMIUM to one, or take another format.',
    'zh-CN': '服务器上没有可用于打印的 Chromium。用 PLANWRIGHT_CHROMIUM 指定一个，或换一种格式。',
  }),
  notAboutMentor: (): Sentence => ({
    en: 'This finding does not ask for other mentors. Choose one that does.',
    'zh-CN': '该发现不涉及改配导师，选择涉及的一条。',
  }),
  rematchedAlready: (): Sentence => ({
    en: 'The people of this mentor were matched with others already.',
    'zh-CN': '这位导师的学员已经改配。',
  }),
  mentorsWereDrawn: (): Sentence => ({
    en: 'Whole mentors were drawn for an experiment that is running. Rematch after its analysis date.',
    'zh-CN': '进行中的实验按导师分组。到分析日期之后再改配。',
  }),
  nobodyToMatch: (): Sentence => ({
    en: 'Nobody can be matched with another mentor. Name more people as mentors first.',
    'zh-CN': '没有可改配的学员或导师。先指定更多导师。',
  }),
} as const;
