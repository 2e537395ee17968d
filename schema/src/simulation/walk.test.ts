import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../engine/evaluate.js';
import type { EnrolmentEvent } from '../engine/event.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { CN_ENVIRONMENT } from '../testing/person.js';
import { course, plan, stage, task } from '../testing/plan-builder.js';
import { addMs, DAY_MS, HOUR_MS } from '../time/epoch.js';
import { atOnce, onDueDate } from './diligent.js';
import { type Pace, paced } from './paced.js';
import { simulate } from './simulate.js';
import { walk } from './walk.js';

const START = '2026-01-04T16:00:00.000Z';
const PEOPLE = { learner: 'anna', reviewer: 'mentor' };
const environment = { ...CN_ENVIRONMENT, now: START };

const enrolled: EnrolmentEvent = {
  seq: 1,
  recordedAt: START,
  occurredAt: START,
  actor: 'hr',
  type: 'enrolled',
  data: {
    versionId: 'v',
    startsOn: '2026-01-05',
    zone: 'Asia/Shanghai',
    mentorId: 'mentor',
    facts: { teamSize: 5, region: 'east' },
  },
};

describe('walk', () => {
  test('records what the server would: numbered without gaps, in order of time, with every date fixed', () => {
    fc.assert(
      fc.property(runningPlan(), fc.constantFrom(onDueDate, atOnce), (definition, pace) => {
        const definitions = { v: definition };
        const seen: string[] = [];
        const { events, evaluation, now } = walk(
          {
            definitions,
            events: [enrolled],
            behaviour: paced(definition, PEOPLE, pace),
            observe: (_, at) => seen.push(at),
          },
          environment,
        );
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
        expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).sort());
        expect(seen).toEqual([...seen].sort());
        expect(evaluation).toEqual(evaluate(definitions, events, { ...environment, now }));
        expect(evaluation.datesToFix).toEqual([]);
        // It stopped because nothing more can come by itself.
        expect(evaluation.nextChangeAt).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('who does everything on its due date is never overdue while it was open in time', () => {
    fc.assert(
      fc.property(runningPlan({ finishable: true }), (definition) => {
        const { evaluation } = walk(
          { definitions: { v: definition }, events: [enrolled], behaviour: paced(definition, PEOPLE, onDueDate) },
          environment,
        );
        for (const { key, opensAt, dueAt, onTime, attempt } of evaluation.items) {
          const wasOpen = opensAt !== undefined && dueAt !== undefined && opensAt <= dueAt;
          if (wasOpen && onTime === false && attempt <= 1) throw new Error(`${key} was late`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('any plan can be simulated', () => {
    fc.assert(
      fc.property(runningPlan(), (definition) => {
        const days = simulate(definition, { startsOn: '2026-02-10', zone: 'Asia/Shanghai' }, CN_ENVIRONMENT);
        const times = days.flatMap(({ events }) => events.map(({ at }) => at));
        expect(times).toEqual([...times].sort());
        const kinds = days.flatMap(({ events }) => events.map(({ kind }) => kind));
        expect(kinds.filter((kind) => kind === 'PLAN_COMPLETED').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  test('a pace of ones own: late work, a return with a comment, and the second attempt approved', () => {
    const definition = plan([
      stage('one', [
        course('a', { due: { week: 1, weekday: 'FRI', at: '18:00' } }),
        task('t', { due: { week: 2, weekday: 'FRI', at: '18:00' } }),
      ]),
    ]);
    const slow: Pace = {
      workAt: ({ key, state, dueAt = START }) =>
        state === 'RETURNED' ? '2026-01-20T01:00:00.000Z' : addMs(dueAt, key === 'a' ? 2 * HOUR_MS : -DAY_MS),
      reviewAt: ({ submittedAt, attempt }) => addMs(submittedAt, (attempt === 1 ? 30 : 1) * HOUR_MS),
      review: ({ attempt }) =>
        attempt === 1
          ? { decision: 'RETURN', comment: 'Name the duties of each person' }
          : { decision: 'APPROVE', score: 88 },
    };
    const { evaluation, events } = walk(
      { definitions: { v: definition }, events: [enrolled], behaviour: paced(definition, PEOPLE, slow) },
      environment,
    );
    expect(evaluation.status).toBe('COMPLETED');
    expect(evaluation.items.map(({ key, onTime, score }) => [key, onTime, score])).toEqual([
      ['a', false, undefined],
      ['t', true, 88],
    ]);
    expect(evaluation.submissions.map(({ attempt, inTime, decision }) => [attempt, inTime, decision])).toEqual([
      [1, false, 'RETURN'],
      [2, true, 'APPROVE'],
    ]);
    expect(evaluation.progress).toMatchObject({
      onTime: { count: 1, of: 2 },
      feedbackInTime: { count: 1, of: 2 },
      feedbackGiven: { count: 2, of: 2 },
    });
    expect(evaluation.completedAt).toBe('2026-01-20T02:00:00.000Z');
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['hr', 'system', 'anna', 'mentor']));
  });

  test('people who give up stay where they are, and the walk ends when nothing is left to change', () => {
    const definition = plan([
      stage('one', [
        course('a', { due: { week: 1, weekday: 'FRI', at: '18:00' } }),
        course('b', { due: { week: 2, weekday: 'FRI', at: '18:00' } }),
      ]),
    ]);
    const givesUp: Pace = { ...onDueDate, workAt: (item) => (item.key === 'a' ? item.dueAt : undefined) };
    const { evaluation, now } = walk(
      { definitions: { v: definition }, events: [enrolled], behaviour: paced(definition, PEOPLE, givesUp) },
      environment,
    );
    expect(evaluation.items.map(({ key, state, overdue }) => [key, state, overdue])).toEqual([
      ['a', 'DONE', false],
      ['b', 'AVAILABLE', true],
    ]);
    expect(now).toBe('2026-01-16T10:00:00.001Z');
  });

  test('a behaviour that never rests, or looks back, is told', () => {
    const definition = plan([stage('one', [course('a')])]);
    const definitions = { v: definition };
    const restless = () => ({
      acts: [{ type: 'factsChanged' as const, occurredAt: START, actor: 'hr', data: { facts: {} } }],
    });
    expect(() => walk({ definitions, events: [enrolled], behaviour: restless }, environment)).toThrow(
      'does not come to rest',
    );
    const backwards = () => ({ acts: [], wakeAt: START });
    expect(() => walk({ definitions, events: [enrolled], behaviour: backwards }, environment)).toThrow('goes forwards');
  });
});
