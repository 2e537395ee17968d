import type { LinkResult } from '../kinds/index.js';
import type { Language } from '../text/index.js';
import type { NameOf } from './describe-date-rule.js';
import type { Condition, Join } from './link.js';
import type { StageCompletion } from './plan-definition.js';

/** The word on an edge: `完成`, `approved`, `60–80 分`. */
export function describeLinkResult(result: LinkResult, language: Language): string {
  const zh = language === 'zh-CN';
  if (typeof result === 'object') {
    const [low, high] = result.scoreIn;
    if (high === 100) return zh ? `${low}–100 分` : `score ${low}–100`;
    return zh ? `${low} 分至不到 ${high} 分` : `score ${low} to below ${high}`;
  }
  switch (result) {
    case 'COMPLETED':
      return zh ? '完成' : 'completed';
    case 'PASSED':
      return zh ? '通过' : 'passed';
    case 'FAILED':
      return zh ? '未通过' : 'failed';
    case 'SUBMITTED':
      return zh ? '提交' : 'submitted';
    case 'APPROVED':
      return zh ? '获得批准' : 'approved';
    case 'REJECTED':
      return zh ? '被否决' : 'rejected';
    default:
      return result satisfies never;
  }
}

/** `全部满足`, `any one of them`. */
export function describeJoin(join: Join, language: Language): string {
  const zh = language === 'zh-CN';
  switch (join.rule) {
    case 'ALL':
      return zh ? '全部满足' : 'all of its links';
    case 'ANY':
      return zh ? '满足任意一个' : 'any one of its links';
    case 'AT_LEAST':
      return zh ? `至少满足 ${join.n} 个` : `at least ${join.n} of its links`;
    default:
      return join satisfies never;
  }
}

/** When a stage is complete. */
export function describeCompletion(completion: StageCompletion, language: Language): string {
  const zh = language === 'zh-CN';
  switch (completion.rule) {
    case 'ALL':
      return zh ? '全部完成' : 'everything required';
    case 'ALL_IN_ORDER':
      return zh ? '按顺序全部完成' : 'everything required, in order';
    case 'AT_LEAST':
      return zh ? `至少完成 ${completion.n} 项` : `at least ${completion.n} things`;
    case 'MIN_POINTS':
      return zh ? `至少 ${completion.n} 学分` : `at least ${completion.n} points`;
    default:
      return completion satisfies never;
  }
}

/** A condition as a person would read it aloud; groups in brackets. */
export function describeCondition(condition: Condition, language: Language, nameOf: NameOf): string {
  const zh = language === 'zh-CN';
  const group = (parts: readonly Condition[], glue: string) =>
    parts.map((part) => inBrackets(part, language, nameOf)).join(glue);
  // One part alone still reads as a group, since a group of one and its part are written differently.
  if ('all' in condition)
    return condition.all.length === 1
      ? `${zh ? '全部：' : 'all of: '}${group(condition.all, '')}`
      : group(condition.all, zh ? '且' : ' and ');
  if ('any' in condition)
    return condition.any.length === 1
      ? `${zh ? '任一：' : 'any of: '}${group(condition.any, '')}`
      : group(condition.any, zh ? '或' : ' or ');
  if ('not' in condition)
    return zh
      ? `不满足${inBrackets(condition.not, language, nameOf)}`
      : `not ${inBrackets(condition.not, language, nameOf)}`;
  if ('atLeast' in condition) {
    const { n, of } = condition.atLeast;
    return zh ? `以下至少满足 ${n} 个：${group(of, '、')}` : `at least ${n} of: ${group(of, ', ')}`;
  }
  if ('item' in condition) {
    const result = describeLinkResult(condition.is, language);
    return zh ? `${nameOf(condition.item)}${result}` : `${nameOf(condition.item)} is ${result}`;
  }
  return condition.expression;
}

function inBrackets(condition: Condition, language: Language, nameOf: NameOf): string {
  const text = describeCondition(condition, language, nameOf);
  if ('item' in condition || 'expression' in condition) return text;
  return language === 'zh-CN' ? `（${text}）` : `(${text})`;
}
