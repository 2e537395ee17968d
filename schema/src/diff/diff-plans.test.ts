import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../definition/canonical.js';
import { type PlanDefinition, planDefinition } from '../definition/plan-definition.js';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { fullDefinition } from '../testing/full-definition.js';
import { course, plan, stage } from '../testing/plan-builder.js';
import { LANGUAGES } from '../text/text.js';
import { diffPlans } from './diff-plans.js';

type Path = (string | number)[];

/** All places of a document that hold a value, lists and records included. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value)
    ? value.map((entry, index): [number, unknown] => [index, entry])
    : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...below.flatMap(([name, entry]) => places(entry, [...path, name]))];
}

/** A copy in which one place holds something else; without it when `change` gives undefined. */
function changed(value: unknown, [head, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (head === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      if (index !== head) return [entry];
      const now = changed(entry, rest, change);
      return now === undefined ? [] : [now];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, name === head ? changed(entry, rest, change) : entry]),
  );
}

const SWAPS: Record<string, string> = {
  REQUIRED: 'OPTIONAL',
  ELECTIVE: 'REQUIRED',
  OPTIONAL: 'REQUIRED',
  FRI: 'MON',
  MON: 'TUE',
  DAY: 'WEEK',
  HOUR: 'MINUTE',
  WORKDAY: 'DAY',
  START: 'STAGE_START',
  STAGE_START: 'START',
  OPENED: 'START',
  FOLLOWING: 'NONE',
  PRECEDING: 'FOLLOWING',
  DOCUMENT: 'FILE',
  MENTOR: 'PEER',
  HR: 'PEER',
  SUPERIOR: 'HR',
  LEARNER: 'HR',
  HOURS: 'WORKING_HOURS',
  IN_APP: 'APPROVAL',
  ANY: 'ALL',
  ALL: 'ANY',
  TEAM: 'LEARNER',
  APPROVED: 'REJECTED',
  COMPLETED: 'FAILED',
  SUBMITTED: 'FAILED',
  REJECTED: 'PASSED',
  ALL_IN_ORDER: 'ALL',
  chat: 'sms',
  email: 'todo',
  PT24H: 'PT48H',
};

function otherValue(old: unknown): unknown {
  if (typeof old === 'number') return old === 60 || old === 100 ? old - 1 : old + 1;
  if (typeof old === 'boolean') return !old;
  if (typeof old !== 'string') return old;
  if (SWAPS[old] !== undefined) return SWAPS[old];
  if (/^\d\d:\d\d$/.test(old)) return '07:30';
  return old.startsWith('person.') ? `${old} || false` : `${old}x`;
}

function documents(change: (old: unknown) => unknown): { path: Path; after: PlanDefinition }[] {
  return places(fullDefinition).flatMap((path) => {
    const parsed = planDefinition.safeParse(changed(fullDefinition, path, change));
    return parsed.success ? [{ path, after: parsed.data }] : [];
  });
}

describe('the changes of a plan', () => {
  test('a plan has none against itself', () => {
    fc.assert(
      fc.property(
        arbitraryDefinition(),
        (definition) => diffPlans(definition, structuredClone(definition), 'zh-CN').length === 0,
      ),
    );
  });

  test('two plans that differ by hash have at least one', () => {
    fc.assert(
      fc.property(
        arbitraryDefinition(),
        arbitraryDefinition(),
        fc.constantFrom(...LANGUAGES),
        (before, after, language) => {
          expect(diffPlans(before, after, language).length > 0).toBe(contentHash(before) !== contentHash(after));
        },
      ),
    );
  });

  test('every value of the language that changes is told, where it is', () => {
    const variants = documents(otherValue).filter(({ after }) => contentHash(after) !== contentHash(fullDefinition));
    expect(variants.length).toBeGreaterThan(150);
    for (const { path, after } of variants) {
      const changes = diffPlans(fullDefinition, after, 'en');
      expect({ path, told: changes.some((change) => change.path.length > 0) }).toEqual({ path, told: true });
    }
  });

  test('everything that is taken away or put back is told', () => {
    const variants = documents(() => undefined);
    expect(variants.length).toBeGreaterThan(60);
    for (const { path, after } of variants) {
      const [gone, back] = [diffPlans(fullDefinition, after, 'en'), diffPlans(after, fullDefinition, 'zh-CN')];
      expect({ path, gone: gone.length > 0, back: back.length > 0 }).toEqual({ path, gone: true, back: true });
    }
  });

  test('sentences are words in one language, whole and without code', () => {
    for (const { after } of [...documents(otherValue), ...documents(() => undefined)]) {
      for (const { sentence } of diffPlans(fullDefinition, after, 'en')) {
        expect(sentence).not.toMatch(/undefined|\[object|[{}]|「|，|。$|\.$|!/);
      }
      for (const { sentence } of diffPlans(fullDefinition, after, 'zh-CN')) {
        expect(sentence).toMatch(/[\u4e00-\u9fff]/);
        expect(sentence).not.toMatch(/undefined|\[object|[{}]| its | the |。$|！/);
      }
    }
  });

  test('a long text is told in full', () => {
    const long = '长'.repeat(3000);
    const after = { ...fullDefinition, description: { 'zh-CN': long, en: 'About' } };
    expect(diffPlans(fullDefinition, after, 'zh-CN')[0]?.sentence).toContain(long);
  });

  test('a new required course says its kind, its stage and its date', () => {
    const before = plan([stage('team', [], { title: { 'zh-CN': '团队管理', en: 'Managing the team' } })]);
    const item = course('practice', {
      title: { 'zh-CN': '绩效辅导实战演练', en: 'Coaching practice' },
      due: { week: 7, weekday: 'FRI', at: '18:00' },
    });
    const after = plan([stage('team', [item], { title: { 'zh-CN': '团队管理', en: 'Managing the team' } })]);
    expect(diffPlans(before, after, 'zh-CN').map(({ sentence }) => sentence)).toEqual([
      '新增必修课程《绩效辅导实战演练》，放在「团队管理」，第 7 周周五 18:00 截止',
    ]);
    expect(diffPlans(before, after, 'en').map(({ sentence }) => sentence)).toEqual([
      'Adds the required course “Coaching practice” to “Managing the team”, due Fri 18:00 of week 7',
    ]);
  });

  test('a date that counts the same way says how far it moves', () => {
    const due = (offset: number) =>
      plan([stage('s', [course('a', { due: { anchor: 'OPENED', offset, unit: 'WORKDAY', at: '18:00' } })])]);
    expect(diffPlans(due(7), due(10), 'en')[0]?.sentence).toBe(
      '“a”: its due date moves 3 working days later, from 7 working days after it opens, 18:00 to 10 working days after it opens, 18:00',
    );
    expect(diffPlans(due(10), due(7), 'zh-CN')[0]?.sentence).toBe(
      '《a》的截止时间提前 3 个工作日：由开放后 10 个工作日 18:00 改为开放后 7 个工作日 18:00',
    );
  });

  test('renaming keeps a thing the same', () => {
    const before = plan([stage('s', [course('a', { title: { 'zh-CN': '旧名', en: 'Old' } })])]);
    const after = plan([stage('s', [course('a', { title: { 'zh-CN': '新名', en: 'Old' } })])]);
    expect(diffPlans(before, after, 'zh-CN').map(({ kind, path }) => [kind, path])).toEqual([
      ['CHANGED', ['stages', 's', 'items', 'a', 'title', 'zh-CN']],
    ]);
  });

  test('one item that moves to the front is one sentence', () => {
    const [a, b, c] = [course('a'), course('b'), course('c')];
    const changes = diffPlans(plan([stage('s', [a, b, c])]), plan([stage('s', [c, a, b])]), 'en');
    expect(changes.map(({ kind, sentence }) => [kind, sentence])).toEqual([['MOVED', '“c” moves to the front of “s”']]);
  });

  test('an item that changes its stage has moved', () => {
    const before = plan([stage('s', [course('a')]), stage('t', [])]);
    const after = plan([stage('s', []), stage('t', [course('a')])]);
    expect(diffPlans(before, after, 'zh-CN').map(({ sentence }) => sentence)).toEqual(['《a》从「s」移到「t」']);
  });
});
