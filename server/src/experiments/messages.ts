import type { LocalizedText } from '@planwright/schema/text';

type Sentence = LocalizedText & Record<'zh-CN' | 'en', string>;

/** What this room tells people when they have to correct something first. */
export const messages = {
  nameMissing: (): Sentence => ({
    en: 'Give the experiment a name of up to 200 characters.',
    'zh-CN': '填写实验名称，最多 200 字。',
  }),
  hypothesisMissing: (): Sentence => ({
    en: 'Write down what you expect, in up to 2,000 characters.',
    'zh-CN': '写下你的预期，最多 2000 字。',
  }),
  badVersions: (): Sentence => ({
    en: 'Choose two to four different versions of this plan; the first is the reference.',
    'zh-CN': '选择本计划的 2–4 个不同版本，第一个为参照。',
  }),
  notPublished: (number: number): Sentence => ({
    en: `Version ${number} is retired. Choose a published one.`,
    'zh-CN': `第 ${number} 版已停用，选择已发布的版本。`,
  }),
  badWeights: (): Sentence => ({
    en: 'Give each version a whole number from 1 to 100.',
    'zh-CN': '为每个版本填写 1–100 的整数权重。',
  }),
  evenWeights: (): Sentence => ({
    en: 'Whole mentors or departments can only be assigned in equal shares. Remove the weights.',
    'zh-CN': '按导师或部门分组时只能平均分配，去掉权重。',
  }),
  noSuchMetric: (key: string): Sentence => ({
    en: `There is no metric “${key}”. Create it first.`,
    'zh-CN': `没有指标“${key}”，先创建。`,
  }),
  badEffect: (): Sentence => ({
    en: 'Enter the smallest difference that matters, as a number above 0.',
    'zh-CN': '填写多大的差异才有意义，须大于 0。',
  }),
  badPeople: (): Sentence => ({ en: 'Choose 2 to 500 different people.', 'zh-CN': '选择 2–500 位不同的人员。' }),
  notActive: (name: string): Sentence => ({
    en: `${name} is no longer active. Remove the name from the list.`,
    'zh-CN': `${name}已离职或停用，从列表中移除。`,
  }),
  inAnother: (name: string): Sentence => ({
    en: `${name} is in another experiment that is not over. Remove the name from the list.`,
    'zh-CN': `${name}正在参加另一个未结束的实验，从列表中移除。`,
  }),
  inSamePlan: (name: string, cohort: string): Sentence => ({
    en: `${name} is in this plan now, in ${cohort}, and knows it already. Remove the name from the list.`,
    'zh-CN': `${name}正在「${cohort}」中学习本计划，已经了解内容，从列表中移除。`,
  }),
  isMember: (name: string): Sentence => ({
    en: `${name} is in this experiment already. Remove the name from the list.`,
    'zh-CN': `${name}已在本实验中，从列表中移除。`,
  }),
  fewUnits: (units: number, arms: number): Sentence => ({
    en: `There are ${units} mentors or departments for ${arms} versions. Each version needs at least one.`,
    'zh-CN': `只有 ${units} 个导师或部门，却有 ${arms} 个版本，每个版本至少要一个。`,
  }),
  noMentor: (name: string): Sentence => ({
    en: `${name} has no mentor yet. Choose one, or assign by person.`,
    'zh-CN': `${name}还没有导师，指定一位，或改为按人分组。`,
  }),
  badStart: (): Sentence => ({
    en: 'Choose a first day between 2000 and 2100.',
    'zh-CN': '开始日期须在 2000–2100 年之间。',
  }),
  badAnalysis: (): Sentence => ({
    en: 'The analysis date must come after the first day and after today.',
    'zh-CN': '分析日期须晚于开始日期，也晚于今天。',
  }),
  badSeed: (): Sentence => ({ en: 'Give a seed of 1 to 200 characters.', 'zh-CN': '种子为 1–200 个字符。' }),
  startedAlready: (): Sentence => ({ en: 'This experiment has started already.', 'zh-CN': '实验已经开始。' }),
  notRunning: (): Sentence => ({ en: 'This experiment is not running.', 'zh-CN': '实验没有在进行。' }),
  stillComing: (): Sentence => ({
    en: 'Values of this experiment were being recorded meanwhile. Wait a moment and try again.',
    'zh-CN': '刚才还有人在录入本实验的数据，稍等片刻再试。',
  }),
  isOver: (): Sentence => ({
    en: 'The analysis date has come. This experiment can no longer change.',
    'zh-CN': '已到分析日期，实验不再变更。',
  }),
  locked: (day: string): Sentence => ({
    en: `The results are locked until ${day}, the analysis date that was set beforehand.`,
    'zh-CN': `结果锁定至事先设定的分析日期 ${day}。`,
  }),
  noSuchArm: (): Sentence => ({
    en: 'This version is not part of the experiment. Choose one of its versions.',
    'zh-CN': '该版本不在实验中，选择实验的版本。',
  }),
  ownArm: (): Sentence => ({
    en: 'The person is already assigned to this version.',
    'zh-CN': '此人本来就分到这个版本，无需调整。',
  }),
  endedAlready: (): Sentence => ({
    en: 'This experiment has ended already.',
    'zh-CN': '实验已经结束。',
  }),
  openInstead: (): Sentence => ({
    en: 'The analysis date has come. Open the results instead of stopping early.',
    'zh-CN': '已到分析日期，请直接开放结果，无需提前停止。',
  }),
  endFirst: (): Sentence => ({
    en: 'The experiment has not ended. Open its results, stop it or cancel it first.',
    'zh-CN': '实验还没有结束。先开放结果、提前停止或取消实验。',
  }),
  wrongDecision: (kind: 'ROLL_OUT' | 'KEEP' | 'REPEAT'): Sentence => {
    switch (kind) {
      case 'ROLL_OUT':
        return { en: 'Choose the tried version that everybody gets.', 'zh-CN': '选择要推广的试用版本。' };
      case 'KEEP':
        return {
          en: 'To keep the current version, choose the reference version.',
          'zh-CN': '保留现行版本时，选择参照版本。',
        };
      case 'REPEAT':
        return { en: 'To repeat the experiment, leave the version empty.', 'zh-CN': '重复实验时不选择版本。' };
      default:
        return kind satisfies never;
    }
  },
  badMeasures: (): Sentence => ({
    en: 'Choose up to 5 guardrails and 5 secondary metrics. Choose each metric once, and not the primary metric.',
    'zh-CN': '护栏指标和次要指标各最多 5 个，不可重复，也不能是主要指标。',
  }),
  badMargin: (): Sentence => ({
    en: 'Enter how much worse the guardrail may get, as a number above 0.',
    'zh-CN': '填写护栏指标最多可接受变差多少，须大于 0。',
  }),
  reasonMissing: (): Sentence => ({
    en: 'Give a reason of up to 2,000 characters.',
    'zh-CN': '填写原因，最多 2000 字。',
  }),
} as const;
