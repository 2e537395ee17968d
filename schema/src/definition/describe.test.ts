import { describe, expect, test } from '@jest/globals';
import type { DateRule } from '../calendar/date-rule.js';
import { dateRuleInSentence, describeDateRule } from './describe-date-rule.js';
import { describeCompletion, describeCondition, describeJoin, describeLinkResult } from './describe-link.js';
import { describeDuration, describeItemKind, describeRequirement } from './describe-words.js';

const name = (key: string) => `<${key}>`;

describe('a date in words', () => {
  test.each<[DateRule, string, string]>([
    [{ week: 2, weekday: 'FRI', at: '18:00' }, '第 2 周 · 周五 18:00', 'Week 2 · Fri 18:00'],
    [{ week: 12, weekday: 'SUN' }, '第 12 周 · 周日', 'Week 12 · Sun'],
    [{ anchor: 'OPENED', offset: 7, unit: 'DAY', at: '18:00' }, '开放后 7 天 18:00', '7 days after it opens, 18:00'],
    [{ anchor: 'START', offset: 0, unit: 'DAY' }, '计划开始当天', 'the day the plan starts'],
    [{ anchor: 'STAGE_START', offset: 1, unit: 'HOUR' }, '阶段开始后 1 小时', '1 hour after the stage starts'],
    [
      { anchor: { completed: 'a' }, offset: 3, unit: 'WORKDAY', roll: 'NONE' },
      '<a>完成后 3 个工作日',
      '3 working days after <a> is completed',
    ],
    [
      { anchor: { due: 'a' }, offset: -1, unit: 'WEEK', roll: 'PRECEDING' },
      '<a>截止前 1 周，遇休息日提前',
      '1 week before <a> is due, brought forward from a day off',
    ],
    [
      { anchor: { opened: 'a' }, offset: 0, unit: 'WORKDAY' },
      '<a>开放当天（休息日则顺延）',
      'the day <a> opens, or the next working day',
    ],
    [
      { anchor: { event: 'PROMOTED' }, offset: 2, unit: 'MONTH', roll: 'MODIFIED_FOLLOWING' },
      '晋升后 2 个月，遇休息日在当月内顺延',
      '2 months after the promotion, moved on from a day off within the month',
    ],
    [{ anchor: { event: 'FIRST_SIGN_IN' }, offset: 0, unit: 'MINUTE' }, '首次登录时', 'at the first sign-in'],
    [
      { anchor: { event: 'PROMOTED' }, offset: 0, unit: 'DAY', roll: 'FOLLOWING' },
      '晋升当天，遇休息日顺延',
      'the day of the promotion, moved on from a day off',
    ],
    [{ fixed: '2026-05-01T18:00' }, '2026-05-01 18:00', '2026-05-01 18:00'],
  ])('%j', (rule, zh, en) => {
    expect(describeDateRule(rule, 'zh-CN', name)).toBe(zh);
    expect(describeDateRule(rule, 'en', name)).toBe(en);
  });

  test('within a sentence the week comes in its order', () => {
    const rule = { week: 7, weekday: 'FRI', at: '18:00' } as const;
    expect(dateRuleInSentence(rule, 'zh-CN')).toBe('第 7 周周五 18:00');
    expect(dateRuleInSentence(rule, 'en')).toBe('Fri 18:00 of week 7');
  });
});

describe('rules in words', () => {
  test('results, joins and completions', () => {
    expect(describeLinkResult('APPROVED', 'en')).toBe('approved');
    expect(describeLinkResult({ scoreIn: [60, 80] }, 'zh-CN')).toBe('60 分至不到 80 分');
    expect(describeLinkResult({ scoreIn: [80, 100] }, 'en')).toBe('score 80–100');
    expect(describeJoin({ rule: 'AT_LEAST', n: 2 }, 'zh-CN')).toBe('至少满足 2 个');
    expect(describeCompletion({ rule: 'MIN_POINTS', n: 20 }, 'en')).toBe('at least 20 points');
    expect(describeDuration('P1DT2H30M', 'en')).toBe('1 day 2 hours 30 minutes');
    expect(describeDuration('PT24H', 'zh-CN')).toBe('24 小时');
    expect([describeItemKind('MEETING', 'zh-CN'), describeRequirement('ELECTIVE', 'en')]).toEqual(['面谈', 'elective']);
  });

  test('a condition reads as it groups', () => {
    const condition = {
      all: [
        { expression: 'person.teamSize > 3' },
        {
          not: {
            any: [
              { item: 'a', is: 'FAILED' as const },
              { item: 'b', is: 'FAILED' as const },
            ],
          },
        },
      ],
    };
    expect(describeCondition(condition, 'en', name)).toBe(
      'person.teamSize > 3 and (not (<a> is failed or <b> is failed))',
    );
    expect(describeCondition(condition, 'zh-CN', name)).toBe('person.teamSize > 3且（不满足（<a>未通过或<b>未通过））');
  });
});
