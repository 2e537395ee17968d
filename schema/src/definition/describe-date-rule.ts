import { type Anchor, type AnchoredRule, type DateRule, type Lag, type Roll, type Unit } from '../calendar/index.js';
import { type Language } from '../text/index.js';
import { wordFor } from './describe-words.js';
import { sayIn } from './generated/messages.js';

/** How a key is shown: with its title where the caller knows the plan; the bare key otherwise. */
export type NameOf = (key: string) => string;

const bareKey: NameOf = (key) => key;

/** A date rule as it stands on a node: `第 2 周 · 周五 18:00`, `Week 2 · Fri 18:00`, `开放后 7 天 18:00`. */
export function describeDateRule(rule: DateRule, language: Language, nameOf: NameOf = bareKey): string {
  if ('week' in rule) {
    const day = wordFor('weekday', rule.weekday, language) ?? rule.weekday;
    return sayIn(language, 'dateRule.weekOnNode', { week: rule.week, day: withTime(day, rule.at) });
  }
  return dateRuleInSentence(rule, language, nameOf);
}

/** A date rule within a sentence: `第 7 周周五 18:00`, `Fri 18:00 of week 7`, `7 days after it opens, 18:00`. */
export function dateRuleInSentence(rule: DateRule, language: Language, nameOf: NameOf = bareKey): string {
  if ('fixed' in rule) return rule.fixed.replace('T', ' ');
  if ('week' in rule) {
    const day = withTime(wordFor('weekday', rule.weekday, language) ?? rule.weekday, rule.at);
    return sayIn(language, 'dateRule.week', { week: rule.week, day });
  }
  return `${anchored(rule, language, nameOf)}${describeRoll(rule.roll, language)}`;
}

function withTime(text: string, at: string | undefined): string {
  return at === undefined ? text : `${text} ${at}`;
}

function anchored(rule: AnchoredRule, language: Language, nameOf: NameOf): string {
  const anchor = anchorInWords(rule.anchor, language, nameOf);
  // An event of the person is a noun, everything else a clause.
  const isEvent = typeof rule.anchor === 'object' && 'event' in rule.anchor;
  const when =
    rule.offset === 0
      ? sayIn(language, `anchored.${isEvent ? 'event' : 'clause'}.${spanOf(rule.unit)}`, { anchor })
      : sayIn(language, rule.offset > 0 ? 'anchored.after' : 'anchored.before', {
          anchor,
          amount: describeAmount(Math.abs(rule.offset), rule.unit, language),
        });
  return rule.at === undefined ? when : sayIn(language, 'anchored.at', { when, time: rule.at });
}

/** What an offset of nothing means: the moment itself, its day, or the first day from then on that is worked. */
function spanOf(unit: Unit): 'moment' | 'day' | 'workday' {
  if (unit === 'MINUTE' || unit === 'HOUR') return 'moment';
  return unit === 'WORKDAY' ? 'workday' : 'day';
}

function anchorInWords(anchor: Anchor, language: Language, nameOf: NameOf): string {
  if (typeof anchor === 'string') return sayIn(language, `anchor.${anchor}`);
  if ('opened' in anchor) return sayIn(language, 'anchor.opened', { item: nameOf(anchor.opened) });
  if ('completed' in anchor) return sayIn(language, 'anchor.completed', { item: nameOf(anchor.completed) });
  if ('due' in anchor) return sayIn(language, 'anchor.due', { item: nameOf(anchor.due) });
  return sayIn(language, `anchor.${anchor.event}`);
}

/** `3 个工作日`, `3 working days`. */
export function describeAmount(count: number, unit: Unit, language: Language): string {
  return sayIn(language, `amount.${unit}`, { n: count });
}

/** A delay between a link and the opening. */
export function describeLag(lag: Lag, language: Language): string {
  return describeAmount(lag.offset, lag.unit, language);
}

function describeRoll(roll: Roll | undefined, language: Language): string {
  return roll === undefined || roll === 'NONE' ? '' : sayIn(language, `roll.${roll}`);
}
