import { describe, expect, test } from '@jest/globals';
import { person } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';

describe('a plan of one stage', () => {
  const definition = plan([stage('one', [course('a'), task('t'), assessment('x')])]);

  test('is scheduled and locked before its first day, and says when it opens', () => {
    const p = person(definition, { now: '2026-01-04T00:00:00.000Z' });
    const seen = p.evaluation();
    expect(seen.status).toBe('SCHEDULED');
    expect(seen.items.map((item) => item.state)).toEqual(['LOCKED', 'LOCKED', 'LOCKED']);
    expect(seen.nextChangeAt).toBe('2026-01-04T16:00:00.000Z');
    expect(seen.items[0]?.lockedBecause).toEqual([
      {
        kind: 'stage',
        stageKey: 'one',
        opensAt: '2026-01-04T16:00:00.000Z',
        text: { 'zh-CN': '随阶段《one》于1月5日（周一）开放', en: 'Opens with the stage “one” on Mon 5 Jan' },
      },
    ]);
  });

  test('counts what is done over what is needed', () => {
    const p = person(definition, { now: '2026-01-05T02:00:00.000Z' });
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'text' });
    expect(p.evaluation().progress).toMatchObject({ completion: { count: 1, of: 3 }, waiting: 1 });
    p.review({ itemKey: 't', attempt: 1, decision: 'APPROVE' });
    p.act({ action: 'SCORE', itemKey: 'x', score: 60 }, 'HR');
    const seen = p.evaluation();
    expect(seen.items.map((item) => [item.state, item.outcome])).toEqual([
      ['DONE', 'COMPLETED'],
      ['DONE', 'APPROVED'],
      ['DONE', 'PASSED'],
    ]);
    expect(seen.status).toBe('COMPLETED');
    expect(seen.progress.feedbackInTime).toEqual({ count: 1, of: 1 });
  });
});
