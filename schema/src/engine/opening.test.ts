import { describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { person } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';

const MONDAY = '2026-01-05T02:00:00.000Z';
const start = (definition: PlanDefinition, facts = {}) => person(definition, { now: MONDAY, facts });
const states = (p: ReturnType<typeof start>) => p.evaluation().items.map(({ state }) => state);

describe('links', () => {
  test('an approval opens the next thing, a lag of one working day later, not on the weekend', () => {
    const p = start(
      plan([stage('one', [task('report'), course('next')])], {
        links: [{ from: 'report', to: 'next', on: 'APPROVED', lag: { offset: 1, unit: 'WORKDAY' } }],
      }),
    );
    p.moveTo('2026-01-09T02:00:00.000Z');
    p.act({ action: 'SUBMIT', itemKey: 'report', artefact: 'text' });
    expect(p.item('next').lockedBecause.map(({ text }) => text.en)).toEqual(['Opens after “report” is approved']);
    p.review({ itemKey: 'report', attempt: 1, decision: 'APPROVE' });
    // Friday the 9th, so Monday the 12th at 00:00 in Shanghai.
    expect(p.evaluation().nextChangeAt).toBe('2026-01-11T16:00:00.000Z');
    expect(p.item('next')).toMatchObject({
      state: 'LOCKED',
      opensAt: '2026-01-11T16:00:00.000Z',
      lockedBecause: [{ kind: 'date', text: { en: 'Opens on Mon 12 Jan', 'zh-CN': '1月12日（周一）开放' } }],
    });
    p.moveTo('2026-01-11T16:00:00.000Z');
    expect(p.item('next').state).toBe('AVAILABLE');
  });

  test('the branch not taken does not apply, and neither does what hangs on it', () => {
    const p = start(
      plan(
        [
          stage('one', [
            assessment('exam', { assessment: { passMark: 60, attempts: 1 } }),
            course('remedial'),
            course('after'),
            course('advanced'),
          ]),
        ],
        {
          links: [
            { from: 'exam', to: 'remedial', on: 'FAILED' },
            { from: 'remedial', to: 'after', on: 'COMPLETED' },
            { from: 'exam', to: 'advanced', on: 'PASSED' },
          ],
        },
      ),
    );
    p.act({ action: 'SCORE', itemKey: 'exam', score: 80 }, 'HR');
    expect(states(p)).toEqual(['DONE', 'NOT_APPLICABLE', 'NOT_APPLICABLE', 'AVAILABLE']);
    expect(p.evaluation().progress.completion).toEqual({ count: 1, of: 2 });

    p.act({ action: 'REOPEN', itemKey: 'exam', reason: 'wrong sheet' }, 'HR');
    p.moveTo('2026-01-05T03:00:00.000Z');
    p.act({ action: 'SCORE', itemKey: 'exam', score: 10 }, 'HR');
    // What had opened stays open; the other branch has become possible again and is taken.
    expect(states(p)).toEqual(['DONE', 'AVAILABLE', 'LOCKED', 'AVAILABLE']);
  });

  test.each([
    [59.9, ['AVAILABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE']],
    [60, ['NOT_APPLICABLE', 'AVAILABLE', 'NOT_APPLICABLE']],
    [80, ['NOT_APPLICABLE', 'NOT_APPLICABLE', 'AVAILABLE']],
    [100, ['NOT_APPLICABLE', 'NOT_APPLICABLE', 'AVAILABLE']],
  ])('a score of %d takes its range, low end in, high end out but for 100', (score, expected) => {
    const p = start(
      plan(
        [
          stage('one', [
            assessment('exam', { assessment: { passMark: 0 } }),
            course('low'),
            course('middle'),
            course('high'),
          ]),
        ],
        {
          links: [
            { from: 'exam', to: 'low', on: { scoreIn: [0, 60] } },
            { from: 'exam', to: 'middle', on: { scoreIn: [60, 80] } },
            { from: 'exam', to: 'high', on: { scoreIn: [80, 100] } },
          ],
        },
      ),
    );
    p.act({ action: 'SCORE', itemKey: 'exam', score }, 'HR');
    expect(states(p).slice(1)).toEqual(expected);
  });

  test.each([
    ['ALL', { rule: 'ALL' as const }, [0, 0, 0, 1]],
    ['ANY', { rule: 'ANY' as const }, [0, 1, 1, 1]],
    ['AT_LEAST 2', { rule: 'AT_LEAST' as const, n: 2 }, [0, 0, 1, 1]],
  ])('%s of three links', (_, join, openAfter) => {
    const p = start(
      plan([stage('one', [course('a'), course('b'), course('c'), course('to')])], {
        links: ['a', 'b', 'c'].map((from) => ({ from, to: 'to', on: 'COMPLETED' as const })),
        joins: { to: join },
      }),
    );
    const seen = [p.item('to').state];
    for (const itemKey of ['a', 'b', 'c']) {
      p.act({ action: 'COMPLETE', itemKey });
      seen.push(p.item('to').state);
    }
    expect(seen.map((state) => (state === 'AVAILABLE' ? 1 : 0))).toEqual(openAfter);
  });

  test('an excused item opens what waits for its approval, and is neither on time nor late', () => {
    const p = start(
      plan([stage('one', [task('report'), course('next')], { due: { week: 1, weekday: 'FRI' } })], {
        links: [{ from: 'report', to: 'next', on: 'APPROVED' }],
      }),
    );
    p.act({ action: 'EXCUSE', itemKey: 'report', reason: 'did it elsewhere' }, 'HR');
    expect(states(p)).toEqual(['EXCUSED', 'AVAILABLE']);
    expect(p.item('report').onTime).toBeUndefined();
    expect(p.evaluation().progress).toMatchObject({ completion: { count: 1, of: 2 }, onTime: { count: 0, of: 0 } });
  });
});

describe('conditions', () => {
  const conditional = (expression: string, negated = false) =>
    plan([stage('one', [course('a')])], { conditions: { a: negated ? { not: { expression } } : { expression } } });

  test.each([
    ['known and true', { teamSize: 5 }, 'AVAILABLE', 'NOT_APPLICABLE'],
    ['known and false', { teamSize: 2 }, 'NOT_APPLICABLE', 'AVAILABLE'],
    ['unknown', {}, 'LOCKED', 'LOCKED'],
  ])('a fact that is %s', (_, facts, plain, negated) => {
    expect(states(start(conditional('person.teamSize > 3'), facts))).toEqual([plain]);
    expect(states(start(conditional('person.teamSize > 3', true), facts))).toEqual([negated]);
  });

  test('what has opened stays open when the facts change, and what did not apply opens', () => {
    const p = start(
      plan([stage('one', [course('big'), course('small')])], {
        conditions: {
          big: { expression: 'person.teamSize > 3' },
          small: { not: { expression: 'person.teamSize > 3' } },
        },
      }),
      { teamSize: 5 },
    );
    expect(states(p)).toEqual(['AVAILABLE', 'NOT_APPLICABLE']);
    p.moveTo('2026-01-06T02:00:00.000Z');
    p.record({ type: 'factsChanged', data: { facts: { teamSize: 2 } } });
    expect(states(p)).toEqual(['AVAILABLE', 'AVAILABLE']);
    expect(p.item('small').opensAt).toBe('2026-01-06T02:00:00.000Z');
    expect(p.evaluation().facts).toEqual({ teamSize: 2 });
  });
});

describe('stages', () => {
  test('in order: one thing opens after the other, electives of a group side by side', () => {
    const elective = { requirement: 'ELECTIVE' as const };
    const p = start(
      plan(
        [
          stage('one', [course('a'), course('x', elective), course('y', elective), course('b')], {
            completion: { rule: 'ALL_IN_ORDER' },
          }),
        ],
        {
          electives: [{ key: 'group', from: ['x', 'y'], choose: 1 }],
        },
      ),
    );
    expect(states(p)).toEqual(['AVAILABLE', 'LOCKED', 'LOCKED', 'LOCKED']);
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(states(p)).toEqual(['DONE', 'AVAILABLE', 'AVAILABLE', 'LOCKED']);
    expect(p.item('b').lockedBecause.map(({ text }) => text.en)).toEqual(['Opens after 1 of “x”, “y”']);
    p.act({ action: 'COMPLETE', itemKey: 'y' });
    expect(states(p)).toEqual(['DONE', 'NOT_APPLICABLE', 'DONE', 'AVAILABLE']);
  });

  test('in order: what opened in the very instant in which the item before was completed and reopened stays open', () => {
    const p = start(plan([stage('one', [course('a'), course('b')], { completion: { rule: 'ALL_IN_ORDER' } })]));
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    p.act({ action: 'REOPEN', itemKey: 'a', reason: 'mistake' }, 'HR');
    expect(states(p)).toEqual(['AVAILABLE', 'AVAILABLE']);
    p.moveTo('2026-01-06T02:00:00.000Z');
    expect(states(p)).toEqual(['AVAILABLE', 'AVAILABLE']);
  });

  test('that wait for a completion open with it, not at midnight before', () => {
    const p = start(
      plan([
        stage('one', [course('a')]),
        stage('two', [course('b')], { opens: { anchor: { completed: 'a' }, offset: 0, unit: 'DAY' } }),
      ]),
    );
    expect(p.item('b')).toMatchObject({ state: 'LOCKED', lockedBecause: [{ kind: 'stage', stageKey: 'two' }] });
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(p.item('b')).toMatchObject({ state: 'AVAILABLE', opensAt: MONDAY });
    expect(p.evaluation().datesToFix).toEqual([{ stageKey: 'two', which: 'opens', at: MONDAY, provisional: false }]);
  });

  test('that can never open fall away with their items', () => {
    const p = start(
      plan([
        stage('one', [assessment('exam', { assessment: { passMark: 60, attempts: 1 } })]),
        stage('two', [course('b')], { opens: { anchor: { completed: 'exam' }, offset: 1, unit: 'DAY' } }),
      ]),
    );
    p.act({ action: 'SCORE', itemKey: 'exam', score: 0 }, 'HR');
    expect(states(p)).toEqual(['DONE', 'NOT_APPLICABLE']);
    expect(p.evaluation().stages.map(({ complete, done, needed }) => [complete, done, needed])).toEqual([
      [false, 0, 1],
      [true, 0, 0],
    ]);
    expect(p.evaluation().status).toBe('ACTIVE');
  });
});

describe('pauses', () => {
  test('a cancellation that is taken back was a pause: nothing opened in it, and what was done is still done', () => {
    const p = start(
      plan([
        stage('one', [course('a'), course('c', { due: { week: 1, weekday: 'TUE', at: '18:00' } })]),
        stage('two', [course('b')], { opens: { week: 1, weekday: 'THU' } }),
      ]),
    );
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    const before = p.evaluation();
    p.record({ type: 'cancelled', data: { reason: 'by mistake' } });
    expect(p.evaluation()).toMatchObject({ status: 'CANCELLED' });
    p.moveTo('2026-01-09T02:00:00.000Z');
    p.record({ type: 'cancellationUndone', data: { reason: 'it was a mistake' } });
    const after = p.evaluation();
    expect(after.status).toBe('ACTIVE');
    expect(after.progress.completion).toEqual(before.progress.completion);
    expect(p.item('a')).toMatchObject({ state: 'DONE' });
    expect(p.item('b')).toMatchObject({ state: 'AVAILABLE', opensAt: '2026-01-09T02:00:00.000Z' });
    expect(p.item('c')).toMatchObject({ state: 'AVAILABLE', overdue: true });
  });

  test('nothing opens or falls overdue in a pause; what would have opens when it ends', () => {
    const p = start(
      plan([
        stage('one', [course('a', { due: { week: 1, weekday: 'TUE', at: '18:00' } })]),
        stage('two', [course('b')], { opens: { week: 1, weekday: 'THU' } }),
      ]),
    );
    p.record({ type: 'paused', data: { reason: 'leave' } });
    p.moveTo('2026-01-09T02:00:00.000Z');
    expect(p.evaluation()).toMatchObject({ status: 'PAUSED', progress: { overdue: 0 } });
    expect(p.item('b')).toMatchObject({ state: 'LOCKED', lockedBecause: [{ kind: 'paused' }] });
    expect(p.evaluation().nextChangeAt).toBeUndefined();
    p.record({ type: 'resumed', data: { reason: 'back' } });
    expect(p.evaluation()).toMatchObject({ status: 'ACTIVE', progress: { overdue: 1 } });
    expect(p.item('b')).toMatchObject({ state: 'AVAILABLE', opensAt: '2026-01-09T02:00:00.000Z' });
  });

  test('a cancelled enrolment stands still', () => {
    const p = start(plan([stage('one', [course('a'), task('t')], { due: { week: 1, weekday: 'FRI' } })]));
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'text' });
    p.record({ type: 'cancelled', data: { reason: 'left' } });
    const seen = p.evaluation();
    expect(seen).toMatchObject({ status: 'CANCELLED', progress: { overdue: 0, waiting: 0 }, datesToFix: [] });
    expect(seen.nextChangeAt).toBeUndefined();
    expect(p.evaluation('2026-06-01T00:00:00.000Z')).toEqual(seen);
  });
});
