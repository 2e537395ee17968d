import { describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { person, type TestPerson } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import type { EventData } from './event.js';

const now = '2026-01-05T02:00:00.000Z';

function move(p: TestPerson, to: PlanDefinition, data: Partial<EventData['migrated']> = {}): void {
  p.definitions.v2 = to;
  p.record({
    type: 'migrated',
    data: {
      migrationId: 'm',
      fromVersionId: 'v1',
      toVersionId: 'v2',
      mapping: [],
      datePolicy: 'KEEP',
      newItems: 'REQUIRE',
      dates: [],
      waived: [],
      ...data,
    },
  });
}

describe('moving to another version', () => {
  test('state is carried over by key, under another key where mapped, and a new kind starts over', () => {
    const p = person(plan([stage('one', [course('same'), course('old'), course('kind'), task('gone')])]), { now });
    for (const itemKey of ['same', 'old', 'kind']) p.act({ action: 'COMPLETE', itemKey });
    move(p, plan([stage('one', [course('same'), course('new'), assessment('kind'), course('added')])]), {
      mapping: [{ from: 'old', to: 'new', carry: 'STATE' }],
      waived: [],
    });
    expect(p.evaluation().versionId).toBe('v2');
    expect(p.evaluation().items.map(({ key, state }) => [key, state])).toEqual([
      ['same', 'DONE'],
      ['new', 'DONE'],
      ['kind', 'AVAILABLE'],
      ['added', 'AVAILABLE'],
    ]);
  });

  test.each([
    ['passes by a lower mark', { passMark: 60, attempts: 3 }, 'DONE', 'PASSED'],
    ['may try on', { passMark: 80, attempts: 3 }, 'STARTED', undefined],
    ['has failed where the tries are used up', { passMark: 80, attempts: 2 }, 'DONE', 'FAILED'],
  ])('a best score of 70 in two tries %s', (_, rules, state, outcome) => {
    const p = person(plan([stage('one', [assessment('exam', { assessment: { passMark: 90, attempts: 5 } })])]), {
      now,
    });
    p.act({ action: 'SCORE', itemKey: 'exam', score: 70 }, 'HR');
    p.act({ action: 'SCORE', itemKey: 'exam', score: 50 }, 'HR');
    move(p, plan([stage('one', [assessment('exam', { assessment: rules })])]), {
      mapping: [{ from: 'exam', to: 'exam', carry: 'SCORE' }],
    });
    expect(p.item('exam')).toMatchObject({ state, score: 70 });
    expect(p.item('exam').outcome).toBe(outcome);
  });

  test('an item that was started over keeps its old submissions, and the next attempt has the next number', () => {
    const p = person(plan([stage('one', [task('t')])]), { now });
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'one' });
    p.review({ itemKey: 't', attempt: 1, decision: 'APPROVE' });
    move(p, plan([stage('one', [task('t')])]), { mapping: [{ from: 't', to: 't', carry: 'RESET' }] });
    expect(p.item('t')).toMatchObject({ state: 'AVAILABLE', attempt: 1 });
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'two' });
    expect(p.evaluation().submissions.map(({ attempt, artefact }) => [attempt, artefact])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });

  test('what was open stays open, though the new version would lock it; what was waived is excused', () => {
    const p = person(plan([stage('one', [course('a'), course('b')])]), { now });
    p.moveTo('2026-01-06T02:00:00.000Z');
    move(
      p,
      plan([stage('one', [course('first'), course('a'), course('b'), course('late')])], {
        links: [{ from: 'first', to: 'a', on: 'COMPLETED' }],
      }),
      {
        mapping: [{ from: 'b', to: 'b', carry: 'RESET' }],
        waived: ['late'],
      },
    );
    expect(p.evaluation().items.map(({ key, state, opensAt }) => [key, state, opensAt])).toEqual([
      ['first', 'AVAILABLE', '2026-01-04T16:00:00.000Z'],
      ['a', 'AVAILABLE', '2026-01-04T16:00:00.000Z'],
      ['b', 'AVAILABLE', '2026-01-04T16:00:00.000Z'],
      ['late', 'EXCUSED', '2026-01-04T16:00:00.000Z'],
    ]);
    expect(p.evaluation('2027-01-01T00:00:00.000Z').items[1]?.state).toBe('AVAILABLE');
  });

  test('undone, the state before comes back with what was done since', () => {
    const before = plan([stage('one', [course('a', { due: { week: 2, weekday: 'FRI' } }), course('b')])]);
    const p = person(before, { now });
    p.fixDates();
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    const seen = p.evaluation();
    move(p, plan([stage('one', [course('b'), course('c', { due: { anchor: 'START', offset: 1, unit: 'DAY' } })])]), {
      dates: [],
    });
    p.fixDates();
    p.record({ type: 'migrationUndone', data: { migrationId: 'm' } });
    expect(p.evaluation()).toEqual(seen);

    move(p, plan([stage('one', [course('b')])]), { migrationId: 'n' });
    p.act({ action: 'COMPLETE', itemKey: 'b' });
    p.record({ type: 'migrationUndone', data: { migrationId: 'n' } });
    expect(p.evaluation()).toMatchObject({ versionId: 'v1', status: 'COMPLETED' });
  });

  test('a version that nobody gave is a bug of the caller', () => {
    const p = person(plan([stage('one', [course('a')])]), { now });
    move(p, plan([stage('one', [course('a')])]));
    delete p.definitions.v2;
    expect(() => p.evaluation()).toThrow('The definition of version v2 was not given');
  });
});
