import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What the import says of each row that it leaves out. */
export const messages = {
  missingFile: (file: string): Sentence => ({
    en: `The folder has no ${file}. Add it.`,
    'zh-CN': `文件夹里缺少 ${file}，补上再导入。`,
  }),
  brokenQuotes: (): Sentence => ({
    en: 'A quotation mark in this line is never closed. The line was left out.',
    'zh-CN': '这一行的引号没有成对，该行未导入。',
  }),
  duplicateColumn: (name: string): Sentence => ({
    en: `Two columns are called “${name}”. Keep one; nothing in this file was imported.`,
    'zh-CN': `有两列都叫“${name}”，只保留一列；整个文件未导入。`,
  }),
  notChanged: (fields: readonly { field: string; given: string; stored: string }[]): Sentence => ({
    en: `This person is known already and was not changed. ${fields
      .map(({ field, given, stored }) => `${field}: the file has ${given}, here is ${stored}`)
      .join('; ')}.`,
    'zh-CN': `此人已在系统中，资料没有更改。${fields
      .map(({ field, given, stored }) => `${field}：文件为 ${given}，系统为 ${stored}`)
      .join('；')}。`,
  }),
  circle: (names: readonly string[]): Sentence => ({
    en: `These people would be each other's superiors: ${names.join(' → ')}. The superior of this line was left out.`,
    'zh-CN': `上级关系形成循环：${names.join(' → ')}。这一行的上级未导入。`,
  }),
  missingColumn: (name: string): Sentence => ({
    en: `The column “${name}” is missing. Nothing in this file was imported.`,
    'zh-CN': `缺少“${name}”列，整个文件未导入。`,
  }),
  unknownColumn: (name: string): Sentence => ({
    en: `The column “${name}” is not known and was not imported.`,
    'zh-CN': `不认识“${name}”列，未导入。`,
  }),
  missingValue: (name: string): Sentence => ({ en: `“${name}” is empty. Fill it in.`, 'zh-CN': `“${name}”未填写。` }),
  badValue: (name: string, allowed: string): Sentence => ({
    en: `“${name}” must be ${allowed}.`,
    'zh-CN': `“${name}”应为 ${allowed}。`,
  }),
  badDate: (name: string): Sentence => ({
    en: `“${name}” must be a date like 2026-03-02 or a time like 2026-03-02T18:00, from 2000 on.`,
    'zh-CN': `“${name}”应为 2026-03-02 这样的日期或 2026-03-02T18:00 这样的时间，不早于 2000 年。`,
  }),
  badNumber: (name: string): Sentence => ({
    en: `“${name}” must be a number like 86.5.`,
    'zh-CN': `“${name}”应为数字，如 86.5。`,
  }),
  inFuture: (): Sentence => ({
    en: 'This is in the future. History ends now.',
    'zh-CN': '时间在将来，历史记录只到现在。',
  }),
  duplicate: (line: number): Sentence => ({
    en: `This repeats line ${line}. It counts once.`,
    'zh-CN': `与第 ${line} 行重复，只计一次。`,
  }),
  emailTaken: (): Sentence => ({
    en: 'Another person has this e-mail address. Use a different one, or leave it empty.',
    'zh-CN': '邮箱已属于另一人，换一个或留空。',
  }),
  unknownPerson: (key: string): Sentence => ({
    en: `people.csv has nobody with the key “${key}”.`,
    'zh-CN': `people.csv 中没有“${key}”。`,
  }),
  unknownCohort: (key: string): Sentence => ({
    en: `cohorts.csv has no cohort “${key}”.`,
    'zh-CN': `cohorts.csv 中没有期次“${key}”。`,
  }),
  unknownPlan: (name: string): Sentence => ({
    en: `The folder “plans” has no ${name}.yaml.`,
    'zh-CN': `plans 文件夹中没有 ${name}.yaml。`,
  }),
  unknownMetric: (key: string): Sentence => ({
    en: `There is no metric “${key}”. Describe it in metrics.csv.`,
    'zh-CN': `没有指标“${key}”，在 metrics.csv 中说明。`,
  }),
  computedMetric: (): Sentence => ({
    en: 'This metric is computed from the plan’s own course. It cannot be recorded.',
    'zh-CN': '该指标由计划进展自动计算，无法录入。',
  }),
  notEnrolled: (): Sentence => ({
    en: 'This person is not enrolled in this cohort. Add a row to enrolments.csv.',
    'zh-CN': '此人不在该期次中，在 enrolments.csv 中补一行。',
  }),
  planProblem: (sentence: string): Sentence => ({
    en: `This plan cannot be published: ${sentence}`,
    'zh-CN': `计划无法发布：${sentence}`,
  }),
  cohortDiffers: (): Sentence => ({
    en: 'A cohort with this key was imported before with another plan or start. Give this one another key.',
    'zh-CN': '该标识的期次此前已用不同的计划或开始日期导入，换一个标识。',
  }),
  cohortLeftOut: (rows: number): Sentence => ({
    en: `${rows === 1 ? 'One row' : `${rows} rows`} of this cohort cannot be imported, so with --strict nothing was.`,
    'zh-CN': `该期次有 ${rows} 行无法导入；按 --strict，整个期次未导入。`,
  }),
  cohortWithoutPlan: (rows: number): Sentence => ({
    en: `This cohort was left out with its ${rows} rows, because its plan was not imported.`,
    'zh-CN': `计划未导入，该期次及其 ${rows} 行一并未导入。`,
  }),
  measuredBefore: (value: number): Sentence => ({
    en: `This person already has another value on this day: ${value}. Nothing was replaced.`,
    'zh-CN': `此人当天已有另一个数值：${value}，没有覆盖。`,
  }),
  noItem: (key: string): Sentence => ({
    en: `The plan has no item “${key}”.`,
    'zh-CN': `计划中没有“${key}”这一项。`,
  }),
  nothingToReview: (): Sentence => ({
    en: 'There is no submission of this item that waits for a review.',
    'zh-CN': '该项没有等待反馈的提交。',
  }),
  isOver: (): Sentence => ({
    en: 'The enrolment was cancelled before that. Nothing can happen later.',
    'zh-CN': '培养已在此前取消，之后不再记录。',
  }),
  notPaused: (): Sentence => ({ en: 'The enrolment was not paused then.', 'zh-CN': '当时培养没有暂停。' }),
  alreadyPaused: (): Sentence => ({
    en: 'The enrolment was paused already, or over.',
    'zh-CN': '当时培养已暂停或已结束。',
  }),
} as const;
