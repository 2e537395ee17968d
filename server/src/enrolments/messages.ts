import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  nameMissing: (): Sentence => ({
    en: 'Give the cohort a name of up to 200 characters.',
    'zh-CN': '填写期次名称，最多 200 字。',
  }),
  startOutOfRange: (): Sentence => ({
    en: 'Choose a first day between 2000 and 2100.',
    'zh-CN': '开始日期须在 2000–2100 年之间。',
  }),
  notPublished: (): Sentence => ({
    en: 'This plan has no published version yet. Publish it first.',
    'zh-CN': '该计划还没有已发布的版本，先发布再操作。',
  }),
  versionOfOtherPlan: (): Sentence => ({
    en: 'This version belongs to another plan. Choose a version of the cohort’s plan.',
    'zh-CN': '该版本属于其他计划，选择本期次所属计划的版本。',
  }),
  versionRetired: (): Sentence => ({
    en: 'This version is retired. Choose a published one.',
    'zh-CN': '该版本已停用，选择已发布的版本。',
  }),
  nobodyChosen: (): Sentence => ({
    en: 'Choose 1 to 500 people.',
    'zh-CN': '选择 1–500 人。',
  }),
  chosenTwice: (): Sentence => ({
    en: 'This person is in the list twice. Remove one.',
    'zh-CN': '列表中有重复的人员，删除其中一个。',
  }),
  baselineOfOther: (): Sentence => ({
    en: 'This baseline belongs to somebody who is not being enrolled. Remove it or add the person.',
    'zh-CN': '这条基线的人员不在本次加入名单中，删除它或加上此人。',
  }),
  alreadyEnrolled: (name: string): Sentence => ({
    en: `${name} is in this cohort already. Remove the name from the list.`,
    'zh-CN': `${name}已在本期次中，从列表中移除。`,
  }),
  wasCancelled: (name: string): Sentence => ({
    en: `${name} was in this cohort and was cancelled. Undo the cancellation on the board, under “Cancelled”.`,
    'zh-CN': `${name}曾在本期次中，已被取消。请在看板的“已取消”里撤销取消。`,
  }),
  runsAlready: (name: string, cohort: string, startsOn: string): Sentence => ({
    en: `${name} is in this plan now, in “${cohort}” since ${startsOn}. Enrol them a second time only if they should start it again.`,
    'zh-CN': `${name}正在参加同一计划（${cohort}，${startsOn} 开始）。确实要重新开始时再加入。`,
  }),
  notActive: (name: string): Sentence => ({
    en: `${name} is no longer active. Remove the name from the list.`,
    'zh-CN': `${name}已离职或停用，从列表中移除。`,
  }),
  ownMentor: (): Sentence => ({
    en: 'A person cannot be their own mentor. Choose somebody else.',
    'zh-CN': '本人不能担任自己的导师，另选一位。',
  }),
  isOver: (): Sentence => ({
    en: 'This enrolment is over and can no longer change.',
    'zh-CN': '该培养已结束，不再变更。',
  }),
  alreadyPaused: (): Sentence => ({ en: 'It is paused already.', 'zh-CN': '已处于暂停状态。' }),
  notPaused: (): Sentence => ({ en: 'It is not paused.', 'zh-CN': '当前没有暂停。' }),
  notCancelled: (): Sentence => ({ en: 'It is not cancelled.', 'zh-CN': '没有被取消。' }),
  reasonMissing: (): Sentence => ({
    en: 'Give a reason of up to 2,000 characters.',
    'zh-CN': '填写原因，最多 2,000 字。',
  }),
  noSuchItem: (): Sentence => ({
    en: 'The plan has no such item. Reload and try again.',
    'zh-CN': '计划中没有这一项，刷新后再试。',
  }),
  noSuchStep: (): Sentence => ({
    en: 'The task has no such step. Reload and try again.',
    'zh-CN': '任务中没有这一步，刷新后再试。',
  }),
  needsNoPartners: (): Sentence => ({
    en: 'This task is not shared with anybody.',
    'zh-CN': '该任务无需协作人。',
  }),
  tooManyPartners: (count: number): Sentence => ({
    en: `This task can be shared with ${count} at most. Choose fewer.`,
    'zh-CN': `该任务最多 ${count} 位协作人，减少人数。`,
  }),
  ownPartner: (): Sentence => ({
    en: 'The person cannot be a partner in their own task.',
    'zh-CN': '本人不能担任自己任务的协作人。',
  }),
  doneAlready: (): Sentence => ({
    en: 'This item is done. Its date no longer changes.',
    'zh-CN': '该项已完成，日期不再变更。',
  }),
  dueBeforeOpen: (): Sentence => ({
    en: 'It would be due before it opens. Choose a later date.',
    'zh-CN': '截止时间早于开放时间，选择更晚的日期。',
  }),
  sameVersion: (): Sentence => ({
    en: 'Both versions are the same. Choose another one to move to.',
    'zh-CN': '两个版本相同，选择其他目标版本。',
  }),
  otherPlan: (): Sentence => ({
    en: 'Both versions must belong to the same plan.',
    'zh-CN': '两个版本须属于同一计划。',
  }),
  draftUnfinished: (): Sentence => ({
    en: 'The draft has errors. Fix the errors in the list first.',
    'zh-CN': '草稿有错误，先按列表修正。',
  }),
  draftNotPublished: (): Sentence => ({
    en: 'People can only move to a published version. Publish the draft; you can send this migration with it.',
    'zh-CN': '学员只能迁移到已发布的版本。先发布草稿，可同时执行本次迁移。',
  }),
  badMapping: (): Sentence => ({
    en: 'The mapping refers to something that does not exist. Correct the entries in the list.',
    'zh-CN': '映射中有不存在的项目，按列表修正。',
  }),
  previewOutdated: (): Sentence => ({
    en: 'Something has changed since the preview. Look at it again, then move.',
    'zh-CN': '预览之后有变化。重新预览后再迁移。',
  }),
  windowClosed: (): Sentence => ({
    en: 'A migration can be undone for 92 days. This one is older.',
    'zh-CN': '迁移只能在 92 天内撤销，本次已超过期限。',
  }),
  alreadyUndone: (): Sentence => ({
    en: 'This migration is undone already.',
    'zh-CN': '本次迁移已撤销。',
  }),
} as const;
