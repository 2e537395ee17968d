import { describe, expect, test } from '@jest/globals';
import { evidenceHash, itemEvidence, planEvidence } from '../rules/evidence.js';
import { person } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { isScorer, scorerName } from './event.js';

const by = scorerName('core/rubric', '1.0.0', 'abc');
const definition = plan([
  stage('first', [
    task('report', { task: { deliverable: 'TEXT', review: { by: 'MENTOR' } } }),
    assessment('test', { assessment: { passMark: 80, attempts: 3 } }),
    course('reading'),
  ]),
]);
const start = () => person(definition, { now: '2026-01-05T01:00:00.000Z' });
const score = (itemKey: string, value: number, who = 'hr') => ({
  type: 'scored' as const,
  data: { itemKey, score: value, by: who },
});

describe('a score that a plugin computed', () => {
  test('is told from one that a person gave', () => {
    expect(by).toBe('core/rubric@1.0.0#abc');
    expect(isScorer(by)).toBe(true);
    for (const one of ['hr', 'connector:erp/1', 'b3c1-uuid', 'lin@example.com']) expect(isScorer(one)).toBe(false);
  });

  test('stands on the item and leaves the attempt what its reviewer gave', () => {
    const p = start();
    p.act({ action: 'SUBMIT', itemKey: 'report', artefact: 'A text that is long enough' });
    p.review({
      itemKey: 'report',
      attempt: 1,
      decision: 'APPROVE',
      score: 60,
      criteria: [{ key: 'depth', score: 90 }],
    });
    const given = itemEvidence(definition, p.evaluation(), 'report', 'p');
    p.record(score('report', 90, by));
    expect(p.item('report').score).toBe(90);
    expect(p.evaluation().submissions[0]?.score).toBe(60);
    expect(itemEvidence(definition, p.evaluation(), 'report', 'p')).toEqual(given);
    expect(given?.item?.attempts).toEqual([{ attempt: 1, score: 60, criteria: [{ key: 'depth', score: 90 }] }]);
    p.record(score('report', 70));
    expect(p.item('report').score).toBe(70);
  });

  test('is no try of an assessment, and passes and fails nobody', () => {
    const p = start();
    p.record(score('test', 50));
    p.record(score('test', 100, by));
    expect(p.item('test')).toMatchObject({ state: 'STARTED', attempt: 1, score: 100, trials: [50] });
    p.record(score('test', 85));
    expect(p.item('test')).toMatchObject({ state: 'DONE', outcome: 'PASSED', attempt: 2, score: 85, trials: [50, 85] });
    p.record(score('test', 20, by));
    expect(p.item('test')).toMatchObject({ outcome: 'PASSED', score: 20 });
    expect(itemEvidence(definition, p.evaluation(), 'test', 'p')?.item).toEqual({
      key: 'test',
      passMark: 80,
      attempts: [
        { attempt: 1, score: 50 },
        { attempt: 2, score: 85 },
      ],
    });
    p.record({ type: 'reopened', data: { itemKey: 'test', reason: 'again' } });
    expect(p.item('test').score).toBeUndefined();
    expect(p.item('test').trials).toBeUndefined();
  });

  test('of the plan stands under the plan’s own key', () => {
    const p = start();
    p.record(score(definition.key, 82.5, scorerName('core/weighted', '1.0.0', 'x')));
    expect(p.evaluation().progress.score).toBe(82.5);
    expect(p.evaluation().items.every((item) => item.score === undefined)).toBe(true);
  });

  test('has the same inputs for the same evidence, whoever it is about', () => {
    const p = start();
    const settings = { weights: { test: 1 } };
    const before = planEvidence(definition, p.evaluation(), 'p');
    expect(before.items?.map(({ key, done }) => [key, done])).toEqual([
      ['report', false],
      ['test', false],
      ['reading', false],
    ]);
    expect(evidenceHash({ ...before, person: 'q' }, settings)).toBe(evidenceHash(before, settings));
    expect(evidenceHash(before, { weights: { test: 2 } })).not.toBe(evidenceHash(before, settings));
    p.record(score('test', 50));
    expect(evidenceHash(planEvidence(definition, p.evaluation(), 'p'), settings)).not.toBe(
      evidenceHash(before, settings),
    );
  });
});
