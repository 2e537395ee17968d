import { dateRule, lag } from '../calendar/index.js';
import {
  condition as conditionSchema,
  dateRuleInSentence,
  describeCompletion,
  describeCondition,
  describeDuration,
  describeJoin,
  describeLag,
  describeLinkResult,
  join,
  list,
  type NameOf,
  propertyName,
  stageCompletion,
  wordFor,
} from '../definition/index.js';
import { linkResult } from '../kinds/index.js';
import type { Language } from '../text/index.js';

/** Values that are described as one, whatever they are made of. Everything else is compared property by property. */
export const WHOLE: ReadonlySet<string> = new Set([
  'opens',
  'due',
  'completion',
  'on',
  'is',
  'lag',
  'condition',
  'join',
]);

/** A value of the definition in words: never JSON, never shortened. `property` is the one that carries it. */
export function valueInWords(property: string, value: unknown, language: Language, nameOf: NameOf): string {
  const special = specialWords(property, value, language, nameOf);
  if (special !== undefined) return special;
  if (typeof value === 'string') return wordFor(property, value, language) ?? `“${value}”`;
  if (typeof value === 'boolean') return language === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (value === null || value === undefined) return language === 'zh-CN' ? '空' : 'nothing';
  if (Array.isArray(value)) {
    if (value.length === 0) return language === 'zh-CN' ? '空' : 'none';
    return list(
      value.map((entry) => inGroup(property, entry, language, nameOf)),
      language,
    );
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value);
    if (fields.length === 0) return language === 'zh-CN' ? '空' : 'nothing';
    return fields
      .map(([name, entry]) => {
        const { zh, en } = propertyNameIn(property, name);
        const words = inGroup(name, entry, language, nameOf);
        return language === 'zh-CN' ? `${zh} ${words}` : `${en} ${words}`;
      })
      .join(language === 'zh-CN' ? '，' : ', ');
  }
  return String(value);
}

function specialWords(property: string, value: unknown, language: Language, nameOf: NameOf): string | undefined {
  switch (property) {
    case 'opens':
    case 'due': {
      const rule = dateRule.safeParse(value);
      return rule.success ? dateRuleInSentence(rule.data, language, nameOf) : undefined;
    }
    case 'lag': {
      const delay = lag.safeParse(value);
      return delay.success ? describeLag(delay.data, language) : undefined;
    }
    case 'on':
    case 'is': {
      const result = linkResult.safeParse(value);
      return result.success ? describeLinkResult(result.data, language) : undefined;
    }
    case 'completion': {
      const completion = stageCompletion.safeParse(value);
      return completion.success ? describeCompletion(completion.data, language) : undefined;
    }
    case 'join': {
      const rule = join.safeParse(value);
      return rule.success ? describeJoin(rule.data, language) : undefined;
    }
    case 'condition': {
      const condition = conditionSchema.safeParse(value);
      return condition.success ? describeCondition(condition.data, language, nameOf) : undefined;
    }
    case 'within':
      return typeof value === 'string' ? describeDuration(value, language) : undefined;
    case 'from':
      return Array.isArray(value)
        ? list(
            value.map((key) => nameOf(String(key))),
            language,
          )
        : undefined;
    default:
      return undefined;
  }
}

/** Brackets keep a record within a list, or a list within a record, readable. */
function inGroup(property: string, value: unknown, language: Language, nameOf: NameOf): string {
  const words = valueInWords(property, value, language, nameOf);
  if (typeof value !== 'object' || value === null || WHOLE.has(property)) return words;
  return language === 'zh-CN' ? `（${words}）` : `(${words})`;
}

/** What a property is called within the block that carries it: `with` is a person to meet or work with, or a configuration. */
export function propertyNameIn(parent: string | undefined, property: string): { zh: string; en: string } {
  if (property === 'with' && parent === 'meeting') return { zh: '面谈对象', en: 'person to meet' };
  if (property === 'with' && parent === 'task') return { zh: '协作者', en: 'partners' };
  if (property === 'to') return { zh: '收件人', en: 'recipients' };
  if (property === 'weights') return { zh: '权重', en: 'weights' };
  return propertyName(property);
}
