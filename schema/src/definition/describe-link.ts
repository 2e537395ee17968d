import type { LinkResult } from '../kinds/index.js';
import type { Language } from '../text/index.js';
import type { NameOf } from './describe-date-rule.js';
import { list } from './describe-words.js';
import { sayIn } from './generated/messages.js';
import type { Condition, Join } from './link.js';
import type { StageCompletion } from './plan-definition.js';

/** The word on an edge: `完成`, `approved`, `60–80 分`. */
export function describeLinkResult(result: LinkResult, language: Language): string {
  if (typeof result === 'object') {
    const [low, high] = result.scoreIn;
    return high === 100 ? sayIn(language, 'scoreFrom', { low }) : sayIn(language, 'scoreBetween', { low, high });
  }
  return sayIn(language, `result.${result}`);
}

/** `全部满足`, `any one of them`. */
export function describeJoin(join: Join, language: Language): string {
  return join.rule === 'AT_LEAST'
    ? sayIn(language, 'join.AT_LEAST', { n: join.n })
    : sayIn(language, `join.${join.rule}`);
}

/** When a stage is complete. */
export function describeCompletion(completion: StageCompletion, language: Language): string {
  switch (completion.rule) {
    case 'ALL':
    case 'ALL_IN_ORDER':
      return sayIn(language, `completion.${completion.rule}`);
    case 'AT_LEAST':
    case 'MIN_POINTS':
      return sayIn(language, `completion.${completion.rule}`, { n: completion.n });
    default:
      return completion satisfies never;
  }
}

/** A condition as a person would read it aloud; groups in brackets. */
export function describeCondition(condition: Condition, language: Language, nameOf: NameOf): string {
  const group = (parts: readonly Condition[], glue: string) =>
    parts.map((part) => inBrackets(part, language, nameOf)).join(glue);
  // One part alone still reads as a group, since a group of one and its part are written differently.
  if ('all' in condition)
    return condition.all.length === 1
      ? sayIn(language, 'condition.allOf', { parts: group(condition.all, '') })
      : group(condition.all, sayIn(language, 'condition.and'));
  if ('any' in condition)
    return condition.any.length === 1
      ? sayIn(language, 'condition.anyOf', { parts: group(condition.any, '') })
      : group(condition.any, sayIn(language, 'condition.or'));
  if ('not' in condition)
    return sayIn(language, 'condition.not', { part: inBrackets(condition.not, language, nameOf) });
  if ('atLeast' in condition) {
    const { n, of } = condition.atLeast;
    const parts = list(
      of.map((part) => inBrackets(part, language, nameOf)),
      language,
    );
    return sayIn(language, 'condition.atLeast', { n, parts });
  }
  if ('item' in condition) {
    const result = describeLinkResult(condition.is, language);
    return sayIn(language, 'condition.item', { item: nameOf(condition.item), result });
  }
  return condition.expression;
}

function inBrackets(condition: Condition, language: Language, nameOf: NameOf): string {
  const text = describeCondition(condition, language, nameOf);
  if ('item' in condition || 'expression' in condition) return text;
  return sayIn(language, 'condition.brackets', { text });
}
