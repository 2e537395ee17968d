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
  isProperty,
  join,
  list,
  type NameOf,
  propertyName,
  stageCompletion,
  wordFor,
} from '../definition/index.js';
import { linkResult } from '../kinds/index.js';
import type { Language } from '../text/index.js';
import type { Text } from '../words/index.js';
import { say, sayIn } from './generated/messages.js';

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
  if (typeof value === 'string')
    return wordFor(property, value, language) ?? sayIn(language, 'value.quoted', { text: value });
  if (typeof value === 'boolean') return sayIn(language, value ? 'value.yes' : 'value.no');
  if (value === null || value === undefined) return sayIn(language, 'value.nothing');
  if (Array.isArray(value)) {
    if (value.length === 0) return sayIn(language, 'value.none');
    return list(
      value.map((entry) => inGroup(property, entry, language, nameOf)),
      language,
    );
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value);
    if (fields.length === 0) return sayIn(language, 'value.nothing');
    return fields
      .map(([name, entry]) => {
        return sayIn(language, 'value.field', {
          name: propertyNameIn(property, name)[language],
          words: inGroup(name, entry, language, nameOf),
        });
      })
      .join(sayIn(language, 'value.comma'));
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
  return sayIn(language, 'value.brackets', { words });
}

/** What a property is called within the block that carries it: `with` is a person to meet or work with, or a configuration. */
export function propertyNameIn(parent: string | undefined, property: string): Text {
  const own = ownName(parent, property);
  return own ? say(`property.${own}`) : propertyName(property);
}

/** Whether it is a property of the language, or stands in a block that names it. */
export const isNamed = (parent: string | undefined, property: string): boolean =>
  ownName(parent, property) !== undefined || isProperty(property);

function ownName(parent: string | undefined, property: string) {
  if (property === 'with' && parent === 'meeting') return 'personToMeet';
  if (property === 'with' && parent === 'task') return 'partners';
  if (property === 'to') return 'recipients';
  return property === 'weights' ? 'weights' : undefined;
}
