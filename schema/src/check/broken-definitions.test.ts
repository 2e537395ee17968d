import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '../calendar/generated/cn.js';
import { INSTALLATION } from '../definition/carried-out.js';
import { ERROR_CODES, WARNING_CODES } from '../definition/problem.js';
import { asksTooMuch } from '../testing/asks-too-much.js';
import { brokenDefinitions as brokenAlone } from '../testing/broken-definitions.js';
import { brokenRules } from '../testing/broken-rules.js';
import { sampleCatalogue, sampleRules } from '../testing/sample-rules.js';
import { LANGUAGES } from '../text/text.js';
import { inspectPlan } from './check-plan.js';

const options = { year: 2026, calendars: { cn: cnCalendar }, plugins: sampleCatalogue, rules: sampleRules };
const installed = { ...options, installation: { ...INSTALLATION, metrics: ['turnover'] } };
const brokenDefinitions = [
  ...[...brokenAlone, ...brokenRules].map((broken) => ({ ...broken, options })),
  ...asksTooMuch.map((broken) => ({ ...broken, options: installed })),
];

describe('a definition with one mistake', () => {
  test.each(brokenDefinitions.map((broken) => [broken.name, broken] as const))(
    '%s is one problem',
    (_, { definition, code, path, options: known }) => {
      const { problems } = inspectPlan(definition, known);
      // Those that come with another problem by their nature.
      const expectedAlone =
        code === 'far-due' || code === 'provisional-year' || code === 'unknown-grant'
          ? problems.filter((problem) => problem.code === code)
          : problems;
      expect(expectedAlone.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    },
  );

  test.each(brokenDefinitions.map((broken) => [broken.name, broken] as const))(
    '%s is told in both languages, kindly',
    (_, { definition, options: known }) => {
      for (const { message } of inspectPlan(definition, known).problems) {
        for (const language of LANGUAGES) {
          expect(message[language]).toMatch(/[.。]$/);
          expect(message[language]).not.toMatch(/undefined|\[object|请|please|!|！|[Ii]nvalid|NaN/);
        }
        expect(message['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
        expect(message.en).not.toMatch(/[。，]/);
      }
    },
  );

  test('a secret is sent to where secrets belong, whatever the setting is called', () => {
    for (const name of ['password', 'appSecret', 'access_key', 'api-key', 'botToken', '密钥']) {
      const [broken] = brokenRules.filter(({ path }) => path.at(-1) === 'apiKey');
      const text = JSON.stringify(broken?.definition).replace('apiKey', name);
      const { problems } = inspectPlan(JSON.parse(text), options);
      expect(problems.map(({ code, path }) => [code, path.at(-1)])).toEqual([['bad-plugin-config', name]]);
      expect(problems[0]?.message.en).toContain('integration');
      expect(problems[0]?.message['zh-CN']).toContain('集成');
      expect(JSON.stringify(problems)).not.toContain('sk-1234');
    }
  });

  test('without a catalogue nothing is said about rules', () => {
    for (const { definition } of brokenRules) {
      expect(inspectPlan(definition, { year: 2026, calendars: options.calendars }).problems).toEqual([]);
    }
  });

  test('there is one for every code', () => {
    const covered = new Set(brokenDefinitions.map(({ code }) => code));
    expect([...ERROR_CODES, ...WARNING_CODES].filter((code) => !covered.has(code))).toEqual([]);
    expect(brokenDefinitions.length).toBeGreaterThanOrEqual(30);
  });
});
