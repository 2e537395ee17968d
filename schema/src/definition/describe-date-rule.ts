import type { Anchor, AnchoredRule, DateRule, Lag, Roll, Unit } from '../calendar/index.js';
import type { Language } from '../text/index.js';
import { plural, wordFor } from './describe-words.js';

/** How a key is shown: with its title where the caller knows the plan; the bare key otherwise. */
export type NameOf = (key: string) => string;

const bareKey: NameOf = (key) => key;

/** A date rule as it stands on a node: `第 2 周 · 周五 18:00`, `Week 2 · Fri 18:00`, `开放后 7 天 18:00`. */
export function describeDateRule(rule: DateRule, language: Language, nameOf: NameOf = bareKey): string {
  if ('week' in rule) {
    const day = wordFor('weekday', rule.weekday, language) ?? rule.weekday;
    return language === 'zh-CN'
      ? `第 ${rule.week} 周 · ${withTime(day, rule.at)}`
      : `Week ${rule.week} · ${withTime(day, rule.at)}`;
  }
  return dateRuleInSentence(rule, language, nameOf);
}

/** A date rule within a sentence: `第 7 周周五 18:00`, `Fri 18:00 of week 7`, `7 days after it opens, 18:00`. */
export function dateRuleInSentence(rule: DateRule, language: Language, nameOf: NameOf = bareKey): string {
  if ('fixed' in rule) return rule.fixed.replace('T', ' ');
  if ('week' in rule) {
    const day = withTime(wordFor('weekday', rule.weekday, language) ?? rule.weekday, rule.at);
    return language === 'zh-CN' ? `第 ${rule.week} 周${day}` : `${day} of week ${rule.week}`;
  }
  return `${language === 'zh-CN' ? anchoredInChinese(rule, nameOf) : anchoredInEnglish(rule, nameOf)}${describeRoll(rule.roll, language)}`;
}

function withTime(text: string, at: string | undefined): string {
  return at === undefined ? text : `${text} ${at}`;
}

function anchoredInChinese(rule: AnchoredRule, nameOf: NameOf): string {
  const anchor = anchorInChinese(rule.anchor, nameOf);
  const isElapsed = rule.unit === 'MINUTE' || rule.unit === 'HOUR';
  if (rule.offset === 0)
    return withTime(
      `${anchor}${isElapsed ? '时' : rule.unit === 'WORKDAY' ? '当天（休息日则顺延）' : '当天'}`,
      rule.at,
    );
  return withTime(
    `${anchor}${rule.offset > 0 ? '后' : '前'} ${describeAmount(Math.abs(rule.offset), rule.unit, 'zh-CN')}`,
    rule.at,
  );
}

function anchoredInEnglish(rule: AnchoredRule, nameOf: NameOf): string {
  const anchor = anchorInEnglish(rule.anchor, nameOf);
  const isElapsed = rule.unit === 'MINUTE' || rule.unit === 'HOUR';
  const time = rule.at === undefined ? '' : `, ${rule.at}`;
  if (rule.offset === 0) {
    // An event of the person is a noun, everything else a clause.
    if (typeof rule.anchor === 'object' && 'event' in rule.anchor) {
      const day = isElapsed ? `at ${anchor}` : `the day of ${anchor}`;
      return `${day}${rule.unit === 'WORKDAY' ? ', or the next working day' : ''}${time}`;
    }
    const on = isElapsed
      ? `when ${anchor}`
      : rule.unit === 'WORKDAY'
        ? `the day ${anchor}, or the next working day`
        : `the day ${anchor}`;
    return `${on}${time}`;
  }
  return `${describeAmount(Math.abs(rule.offset), rule.unit, 'en')} ${rule.offset > 0 ? 'after' : 'before'} ${anchor}${time}`;
}

function anchorInChinese(anchor: Anchor, nameOf: NameOf): string {
  if (anchor === 'START') return '计划开始';
  if (anchor === 'STAGE_START') return '阶段开始';
  if (anchor === 'OPENED') return '开放';
  if ('opened' in anchor) return `${nameOf(anchor.opened)}开放`;
  if ('completed' in anchor) return `${nameOf(anchor.completed)}完成`;
  if ('due' in anchor) return `${nameOf(anchor.due)}截止`;
  return anchor.event === 'PROMOTED' ? '晋升' : '首次登录';
}

function anchorInEnglish(anchor: Anchor, nameOf: NameOf): string {
  if (anchor === 'START') return 'the plan starts';
  if (anchor === 'STAGE_START') return 'the stage starts';
  if (anchor === 'OPENED') return 'it opens';
  if ('opened' in anchor) return `${nameOf(anchor.opened)} opens`;
  if ('completed' in anchor) return `${nameOf(anchor.completed)} is completed`;
  if ('due' in anchor) return `${nameOf(anchor.due)} is due`;
  return anchor.event === 'PROMOTED' ? 'the promotion' : 'the first sign-in';
}

const UNIT_WORDS: Readonly<Record<Unit, readonly [zh: string, en: string]>> = {
  MINUTE: ['分钟', 'minute'],
  HOUR: ['小时', 'hour'],
  DAY: ['天', 'day'],
  WORKDAY: ['个工作日', 'working day'],
  WEEK: ['周', 'week'],
  MONTH: ['个月', 'month'],
};

/** `3 个工作日`, `3 working days`. */
export function describeAmount(count: number, unit: Unit, language: Language): string {
  const [zh, en] = UNIT_WORDS[unit];
  return language === 'zh-CN' ? `${count} ${zh}` : plural(count, en);
}

/** A delay between a link and the opening. */
export function describeLag(lag: Lag, language: Language): string {
  return describeAmount(lag.offset, lag.unit, language);
}

function describeRoll(roll: Roll | undefined, language: Language): string {
  const zh = language === 'zh-CN';
  switch (roll) {
    case undefined:
    case 'NONE':
      return '';
    case 'FOLLOWING':
      return zh ? '，遇休息日顺延' : ', moved on from a day off';
    case 'PRECEDING':
      return zh ? '，遇休息日提前' : ', brought forward from a day off';
    case 'MODIFIED_FOLLOWING':
      return zh ? '，遇休息日在当月内顺延' : ', moved on from a day off within the month';
    default:
      return roll satisfies never;
  }
}
