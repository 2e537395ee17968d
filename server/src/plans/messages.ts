import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  notADefinition: (): Sentence => ({
    en: 'This is not a plan yet. Give it a key and a title.',
    'zh-CN': '这还不是一份培养计划。填写计划的 key 和标题。',
  }),
  keyTaken: (key: string): Sentence => ({
    en: `There is already a plan with the key “${key}”. Choose another key.`,
    'zh-CN': `已有 key 为“${key}”的培养计划，换一个 key。`,
  }),
  keyIsFixed: (key: string): Sentence => ({
    en: `The key of a plan never changes. Set it back to “${key}”, or create a new plan.`,
    'zh-CN': `计划的 key 不能更改。改回“${key}”，或新建一个计划。`,
  }),
  staleRevision: (current: number): Sentence => ({
    en: `Somebody has saved this draft meanwhile; it is at revision ${current} now. Load it and apply your change again.`,
    'zh-CN': `草稿已被他人保存，当前为第 ${current} 次修订。重新载入后再修改。`,
  }),
  hasProblems: (count: number): Sentence => ({
    en: `${count === 1 ? 'One error keeps' : `${count} errors keep`} this plan from being published. Fix the errors in the list.`,
    'zh-CN': `计划有 ${count} 处错误，无法发布。按列表修正后再发布。`,
  }),
  needsAdmin: (): Sentence => ({
    en: 'This plan grants rights to the people in it. Ask an administrator to publish it.',
    'zh-CN': '该计划会授予学员权限，由管理员发布。',
  }),
  sameContent: (number: number): Sentence => ({
    en: `The draft is the same as version ${number}. Change something before you publish.`,
    'zh-CN': `草稿与第 ${number} 版内容相同。修改后再发布。`,
  }),
  alreadyRetired: (number: number): Sentence => ({
    en: `Version ${number} is retired already.`,
    'zh-CN': `第 ${number} 版已停用。`,
  }),
  inExperiment: (number: number, experiment: string): Sentence => ({
    en: `Version ${number} is part of the experiment “${experiment}”. Open its results, stop it or cancel it first.`,
    'zh-CN': `第 ${number} 版正在实验「${experiment}」中使用。先开放结果、提前停止或取消该实验。`,
  }),
  badZone: (): Sentence => ({
    en: 'This time zone is not known. Use a name like Asia/Shanghai.',
    'zh-CN': '无法识别该时区，使用类似 Asia/Shanghai 的名称。',
  }),
  startOutOfRange: (): Sentence => ({
    en: 'Choose a first day between 2000 and 2100.',
    'zh-CN': '开始日期须在 2000–2100 年之间。',
  }),
  notSimulated: (count: number): Sentence => ({
    en: `${count === 1 ? 'One error keeps' : `${count} errors keep`} this plan from being simulated. Fix the errors in the list of problems.`,
    'zh-CN': `计划有 ${count} 处错误，无法模拟。按问题列表修正后再试。`,
  }),
  draftUnfinished: (): Sentence => ({
    en: 'The draft is not a complete plan yet. Fix the errors in the list of problems.',
    'zh-CN': '草稿还不完整，按问题列表修正。',
  }),
  simulationTooLong: (): Sentence => ({
    en: 'A simulation covers three years and 1,000 actions at most. Shorten it.',
    'zh-CN': '模拟最长三年、最多 1,000 个动作，缩小范围后再试。',
  }),
  migrationOfOtherPlan: (): Sentence => ({
    en: 'The migration must lead to this draft at this revision.',
    'zh-CN': '迁移的目标必须是当前修订的这份草稿。',
  }),
  previewHashMissing: (): Sentence => ({
    en: 'Look at the preview of the migration first, then publish with its hash.',
    'zh-CN': '先预览迁移，再带上预览的哈希发布。',
  }),
} as const;
