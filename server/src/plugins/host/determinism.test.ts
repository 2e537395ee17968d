import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { environment, someone, startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
let first: TestHost;
let second: TestHost;
beforeAll(async () => {
  first = await startTestHost();
  second = await startTestHost();
});
afterAll(async () => {
  await first.host.stop();
  await second.host.stop();
});

const firing = (about: string) =>
  `(people, params, environment) => people.map(({ person }) => ({ person, key: 'k', at: environment.from, hard: false, about: { en: String(${about}) }, why: {} }))`;

const CLOCKS = {
  'new Date': 'new Date()',
  'Date.now': 'Date.now()',
  Date: 'Date()',
  'a date by its constructor': 'new (new Date(0).constructor)()',
  'a clock taken while loading': 'takenNow()',
  'Math.random': 'Math.random()',
  'performance.now': 'performance.now()',
  'Temporal.Now': 'Temporal.Now.instant()',
  'the time of an event': 'new Event("x").timeStamp',
  'crypto.randomUUID': 'crypto.randomUUID()',
  'crypto.getRandomValues': 'crypto.getRandomValues(new Uint8Array(4))',
  'a format of now': 'new Intl.DateTimeFormat("en", { timeStyle: "medium" }).format()',
  'parts of now': 'new Intl.DateTimeFormat("en", { timeStyle: "medium" }).formatToParts().length',
};

describe('G12: rules are deterministic', () => {
  it.each(Object.entries(CLOCKS))('%s is not there in rules', async (_, expression) => {
    const release = await buildPlugin({
      code: `const takenNow = Date.now; ${pluginCode(`reminderRules: { rule: { occurrences: ${firing(expression)} } }, scorers: { scorer: { score: () => [${expression}] } }`)}`,
      contributes: [{}, { kind: 'SCORER', key: 'scorer' }],
    });
    const called = await first.host.occurrences(release, 'rule', [someone('a')], {}, environment);
    expect(called).toMatchObject({ ok: false, failure: { kind: 'error' } });
    expect(called.ok ? '' : called.failure.message).toMatch(/environment.from/);
    expect(await first.host.score(release, 'scorer', [{ person: 'a' }], {})).toMatchObject({
      ok: false,
      failure: { kind: 'error' },
    });
  });

  it('dates that are given can be worked with, in UTC on every machine', async () => {
    const release = await buildPlugin({
      code: pluginCode(
        `reminderRules: { rule: { occurrences: ${firing('new Date(environment.from).getHours() + " " + (new Date(0) instanceof Date) + " " + Date.UTC(2026, 0, 5)')} } }`,
      ),
      contributes: [{}],
    });
    const called = await first.host.occurrences(release, 'rule', [someone('a')], {}, environment);
    expect(called).toMatchObject({ ok: true, value: [{ about: { en: '0 true 1767571200000' } }] });
  });

  it('two processes give the same for the same, however people are batched', async () => {
    const release = await buildPlugin({
      code: pluginCode(
        `reminderRules: { rule: { occurrences: ${firing('person.length + params.salt + new Date(environment.from).toISOString() + person.localeCompare("m")')} } }`,
      ),
      contributes: [{}],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
        fc.string(),
        async (names, salt) => {
          const people = names.map(someone);
          const whole = await first.host.occurrences(release, 'rule', people, { salt }, environment);
          const parts = await Promise.all(
            people.map((one) => second.host.occurrences(release, 'rule', [one], { salt }, environment)),
          );
          expect(whole.ok).toBe(true);
          expect(parts.flatMap((part) => (part.ok ? part.value : []))).toEqual(whole.ok ? whole.value : []);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('thousands of people go in messages that fit, and come back in their order', async () => {
    const release = await buildPlugin({
      code: pluginCode(`reminderRules: { rule: { occurrences: ${firing('"x".repeat(3000)')} } }`),
      contributes: [{}],
    });
    const people = Array.from({ length: 3_000 }, (_, n) => someone(`person-${n}`));
    const called = await first.host.occurrences(release, 'rule', people, {}, environment);
    expect(called.ok && called.value.map(({ person }) => person)).toEqual(people.map(({ person }) => person));
  });
});
