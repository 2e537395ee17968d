import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '../calendar/generated/cn.js';
import { brokenDefinitions } from '../testing/broken-definitions.js';
import { inspectPlan } from './check-plan.js';
import { ERROR_CODES, WARNING_CODES } from './problem.js';
import { LANGUAGES } from './text.js';

const options = { year: 2026, calendars: { cn: cnCalendar } };

describe('a definition with one mistake', () => {
  test.each(brokenDefinitions.map((broken) => [broken.name, broken] as const))(
    '%s is one problem',
    (_, { definition, code, path }) => {
      const { problems } = inspectPlan(definition, options);
      const expectedAlone =
        code === 'far-due' || code === 'provisional-year'
          ? problems.filter((problem) => problem.code === code)
          : problems;
      expect(expectedAlone.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    },
  );

  test.each(brokenDefinitions.map((broken) => [broken.name, broken] as const))(
    '%s is told in both languages, kindly',
    (_, { definition }) => {
      for (const { message } of inspectPlan(definition, options).problems) {
        for (const language of LANGUAGES) {
          expect(message[language]).toMatch(/[.。]$/);
          expect(message[language]).not.toMatch(/undefined|\[object|请|please|!|！|[Ii]nvalid|NaN/);
        }
        expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
        expect(message.en).not.toMatch(/[。，]/);
      }
    },
  );

  test('there is one for every code', () => {
    const covered = new Set(brokenDefinitions.map(({ code }) => code));
    expect([...ERROR_CODES, ...WARNING_CODES].filter((code) => !covered.has(code))).toEqual([]);
    expect(brokenDefinitions.length).toBeGreaterThanOrEqual(30);
  });
});
