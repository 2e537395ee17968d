import type { Evaluation, VersionId } from '../engine/index.js';
import { type LocalizedText, textIn } from '../text/index.js';
import { type Instant, plainDateIn } from '../time/index.js';

/** Why somebody is not moved, or not moved back: a sentence for HR, with what to do where there is something to do. */

/** Who is through, or was never on the version, stays there; undefined for everybody else. */
export function staysBecause({ status, versionId }: Evaluation, from: VersionId): LocalizedText | undefined {
  if (versionId !== from) return { 'zh-CN': '不在这个版本上', en: 'Is not on this version' };
  switch (status) {
    case 'COMPLETED':
      return { 'zh-CN': '已完成培养计划', en: 'Has completed the plan' };
    case 'CANCELLED':
      return { 'zh-CN': '已退出培养计划', en: 'Has left the plan' };
    case 'SCHEDULED':
    case 'ACTIVE':
    case 'PAUSED':
      return undefined;
    default:
      return status satisfies never;
  }
}

/** Whose last due date has passed: what they did and what was measured belongs to the version they went through. */
export function endedBefore({ dueAt, zone }: Evaluation, now: Instant): LocalizedText | undefined {
  if (dueAt === undefined || dueAt >= now) return undefined;
  const date = plainDateIn(dueAt, zone);
  return {
    'zh-CN': `培养计划已于 ${date} 到期，结果归原版本`,
    en: `Their plan ended on ${date}; their results belong to the version they went through`,
  };
}

export const leftOut: LocalizedText = { 'zh-CN': '已取消勾选，留在原版本', en: 'Unticked; stays on the version' };

export const blockedByExperiment: LocalizedText = {
  'zh-CN': '正在参加对照实验。实验结束后再迁移。',
  en: 'Takes part in a running experiment. Move this person when it has ended.',
};

export function blockedBySubmission(title: LocalizedText): LocalizedText {
  return {
    'zh-CN': `《${textIn(title, 'zh-CN')}》有待反馈的提交。先给出反馈，或改为沿用状态。`,
    en: `“${textIn(title, 'en')}” has a submission waiting for feedback. Review it first, or carry its state.`,
  };
}

export const neverMoved: LocalizedText = { 'zh-CN': '没有参加这次迁移', en: 'Was not moved by this migration' };
export const alreadyBack: LocalizedText = { 'zh-CN': '这次迁移已经撤销', en: 'This migration was undone already' };
export const movedOn: LocalizedText = {
  'zh-CN': '之后又迁移过一次。先撤销后面那次迁移。',
  en: 'Was moved again since. Undo the later migration first.',
};
export const tooLate: LocalizedText = {
  'zh-CN': '迁移已超过 92 天，不能再撤销',
  en: 'The migration is more than 92 days old and can no longer be undone',
};

export function workedOn(titles: readonly LocalizedText[]): LocalizedText {
  return {
    'zh-CN': `已在旧版本没有的项目上有进展：${titles.map((title) => textIn(title, 'zh-CN')).join('、')}`,
    en: `Has worked on what the old version lacks: ${titles.map((title) => textIn(title, 'en')).join(', ')}`,
  };
}
