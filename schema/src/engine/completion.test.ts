import { describe, expect, test } from '@jest/globals';
import type { Item } from '../kinds/index.js';
import { person } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';

const now = '2026-01-05T02:00:00.000Z';
const of = (item: Item) => person(plan([stage('one', [item])]), { now });
const base = { key: 'i', title: { en: 'i', 'zh-CN': 'i' }, requirement: 'REQUIRED' as const };

describe('each kind of item', () => {
  test('a course is done by its mark, by an outside event, or by its score', () => {
    const marked = of(course('i'));
    marked.act({ action: 'START', itemKey: 'i' });
    expect(marked.item('i')).toMatchObject({ state: 'STARTED', startedAt: now });
    marked.act({ action: 'COMPLETE', itemKey: 'i', minutes: 45 });
    expect(marked.item('i')).toMatchObject({ state: 'DONE', outcome: 'COMPLETED', completedAt: now });
    expect(marked.events.at(-1)?.data).toEqual({ itemKey: 'i', source: 'MARKED', minutes: 45 });

    const external = of(course('i', { course: { done: 'EXTERNAL' } }));
    external.act({ action: 'COMPLETE', itemKey: 'i' }, 'CONNECTOR');
    expect(external.events.at(-1)?.data).toEqual({ itemKey: 'i', source: 'EXTERNAL' });

    const scored = of(course('i', { course: { done: 'MIN_SCORE', score: 80 } }));
    scored.act({ action: 'SCORE', itemKey: 'i', score: 79 }, 'CONNECTOR');
    expect(scored.item('i')).toMatchObject({ state: 'STARTED', score: 79, attempt: 1 });
    scored.act({ action: 'SCORE', itemKey: 'i', score: 80 }, 'CONNECTOR');
    expect(scored.item('i')).toMatchObject({ state: 'DONE', outcome: 'COMPLETED', score: 80, attempt: 2 });
  });

  test('a task without review is done when it is handed in', () => {
    const p = of(task('i', { task: { deliverable: 'NONE' } }));
    p.act({ action: 'SUBMIT', itemKey: 'i' });
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'COMPLETED' });
    expect(p.evaluation().progress).toMatchObject({ waiting: 0, feedbackGiven: { count: 0, of: 0 } });
  });

  test('a returned task is handed in again as the next attempt; a rejected one is done and not completed', () => {
    const p = of(task('i'));
    p.act({ action: 'SUBMIT', itemKey: 'i', artefact: 'one' });
    p.review({ itemKey: 'i', attempt: 1, decision: 'RETURN', comment: 'more' });
    expect(p.item('i')).toMatchObject({ state: 'RETURNED', attempt: 1 });
    p.act({ action: 'SUBMIT', itemKey: 'i', artefact: 'two' });
    expect(p.item('i')).toMatchObject({ state: 'SUBMITTED', attempt: 2 });
    p.review({ itemKey: 'i', attempt: 2, decision: 'REJECT', comment: 'no', score: 20 });
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'REJECTED', score: 20 });
    const { submissions, progress, status } = p.evaluation();
    expect(submissions.map(({ attempt, decision, artefact, score }) => [attempt, decision, artefact, score])).toEqual([
      [1, 'RETURN', 'one', undefined],
      [2, 'REJECT', 'two', 20],
    ]);
    expect(progress.completion).toEqual({ count: 0, of: 1 });
    expect(status).toBe('ACTIVE');
  });

  test('steps go in order, and the last one is the submission', () => {
    const step = (key: string) => ({ key, title: { en: key, 'zh-CN': key } });
    const p = of(
      task('i', {
        task: { deliverable: 'TEXT', steps: [step('draft'), step('final')], review: { by: 'MENTOR', within: 'PT24H' } },
      }),
    );
    expect(p.decide({ action: 'SUBMIT', itemKey: 'i', stepKey: 'final', artefact: 'x' })).toMatchObject({
      refusal: { code: 'INVALID', path: ['stepKey'] },
    });
    p.act({ action: 'SUBMIT', itemKey: 'i', stepKey: 'draft', artefact: 'x' });
    expect(p.item('i')).toMatchObject({
      state: 'STARTED',
      steps: [{ key: 'draft', completedAt: now }, { key: 'final' }],
    });
    p.act({ action: 'SUBMIT', itemKey: 'i', stepKey: 'final', artefact: 'y' });
    expect(p.item('i')).toMatchObject({ state: 'SUBMITTED', attempt: 1 });
    expect(p.evaluation().submissions.map(({ stepKey, waiting }) => [stepKey, waiting])).toEqual([
      ['draft', false],
      ['final', true],
    ]);
    p.review({ itemKey: 'i', attempt: 1, decision: 'RETURN', comment: 'again' });
    p.act({ action: 'SUBMIT', itemKey: 'i', artefact: 'z' });
    p.review({ itemKey: 'i', attempt: 2, decision: 'APPROVE' });
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'APPROVED' });
  });

  test('an assessment is passed by its mark, failed when its attempts are used up, and keeps the best score', () => {
    const p = of(assessment('i', { assessment: { passMark: 60, attempts: 2 } }));
    p.act({ action: 'SCORE', itemKey: 'i', score: 59 }, 'REVIEWER');
    expect(p.item('i')).toMatchObject({ state: 'STARTED', attempt: 1 });
    p.act({ action: 'SCORE', itemKey: 'i', score: 30 }, 'REVIEWER');
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'FAILED', score: 59 });
    expect(p.evaluation().progress.completion).toEqual({ count: 0, of: 1 });
    p.act({ action: 'REOPEN', itemKey: 'i', reason: 'third try' }, 'HR');
    p.act({ action: 'SCORE', itemKey: 'i', score: 60 }, 'REVIEWER');
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'PASSED', score: 60, attempt: 3 });
  });

  test('an approval goes from level to level, and a return starts it over', () => {
    const p = of({ ...base, kind: 'APPROVAL', approval: { levels: [{ by: 'MENTOR' }, { by: 'HR' }] } });
    p.act({ action: 'SUBMIT', itemKey: 'i', artefact: 'plan' });
    const reviewer = () => p.evaluation().submissions.at(-1)?.reviewBy;
    expect(reviewer()).toBe('MENTOR');
    p.review({ itemKey: 'i', attempt: 1, decision: 'APPROVE' });
    expect([p.item('i').state, reviewer()]).toEqual(['SUBMITTED', 'HR']);
    p.review({ itemKey: 'i', attempt: 1, decision: 'RETURN', comment: 'numbers' }, 'hr');
    p.act({ action: 'SUBMIT', itemKey: 'i', artefact: 'plan 2' });
    expect(reviewer()).toBe('MENTOR');
    p.review({ itemKey: 'i', attempt: 2, decision: 'APPROVE' });
    p.review({ itemKey: 'i', attempt: 2, decision: 'APPROVE' }, 'hr');
    expect(p.item('i')).toMatchObject({ state: 'DONE', outcome: 'APPROVED' });
  });

  test('where all partners are to approve, the last of them decides', () => {
    const p = of({ ...base, kind: 'APPROVAL', approval: { levels: [{ by: 'PEER', mode: 'ALL' }] } });
    p.record({ type: 'partnersChosen', data: { itemKey: 'i', personIds: ['ann', 'bo'] } });
    p.act({ action: 'SUBMIT', itemKey: 'i' });
    p.review({ itemKey: 'i', attempt: 1, decision: 'APPROVE' }, 'ann');
    expect(p.item('i').state).toBe('SUBMITTED');
    p.review({ itemKey: 'i', attempt: 1, decision: 'APPROVE' }, 'bo');
    expect(p.item('i').outcome).toBe('APPROVED');
    expect(p.evaluation().partners).toEqual({ i: ['ann', 'bo'] });
  });

  test('a meeting and a survey are done when they are reported', () => {
    const meeting = of({ ...base, kind: 'MEETING', meeting: { with: 'MENTOR' } });
    meeting.act({ action: 'COMPLETE', itemKey: 'i' }, 'REVIEWER');
    expect(meeting.item('i').outcome).toBe('COMPLETED');
    const questions = [{ key: 'q', text: { en: 'q', 'zh-CN': 'q' }, scale: 5 }];
    const survey = of({ ...base, kind: 'SURVEY', survey: { respondents: 'SUPERIOR', questions } });
    expect(survey.decide({ action: 'COMPLETE', itemKey: 'i' })).toMatchObject({
      refusal: { code: 'INVALID', path: ['action'] },
    });
    survey.act({ action: 'COMPLETE', itemKey: 'i' }, 'CONNECTOR');
    expect(survey.item('i').outcome).toBe('COMPLETED');
  });
});

describe('what a stage needs', () => {
  const elective = { requirement: 'ELECTIVE' as const };
  const optional = { requirement: 'OPTIONAL' as const };
  const items = () => [
    course('a', { points: 10 }),
    course('x', { ...elective, points: 5 }),
    course('y', { ...elective, points: 5 }),
    course('o', optional),
  ];
  const electives = [{ key: 'group', from: ['x', 'y'], choose: 1 }];
  const walk = (completion: Parameters<typeof stage>[2], done: string[]) => {
    const p = person(plan([stage('one', items(), completion)], { electives }), { now });
    for (const itemKey of done) p.act({ action: 'COMPLETE', itemKey });
    const [one] = p.evaluation().stages;
    return [one?.done, one?.needed, one?.complete, p.evaluation().status];
  };

  test.each([
    ['ALL', undefined, [], [0, 2, false, 'ACTIVE']],
    ['ALL', undefined, ['o'], [0, 2, false, 'ACTIVE']],
    ['ALL', undefined, ['x', 'a'], [2, 2, true, 'COMPLETED']],
    ['AT_LEAST 2', { rule: 'AT_LEAST' as const, n: 2 }, ['o', 'x'], [2, 2, true, 'COMPLETED']],
    ['AT_LEAST 2', { rule: 'AT_LEAST' as const, n: 2 }, ['o'], [1, 2, false, 'ACTIVE']],
    ['MIN_POINTS 15', { rule: 'MIN_POINTS' as const, n: 15 }, ['a'], [0, 1, false, 'ACTIVE']],
    ['MIN_POINTS 15', { rule: 'MIN_POINTS' as const, n: 15 }, ['a', 'x'], [1, 1, true, 'COMPLETED']],
  ])('%s %#', (_, completion, done, expected) => {
    expect(walk({ completion }, done)).toEqual(expected);
  });

  test('an unchosen elective of a satisfied group does not apply, and does again when the choice is reopened', () => {
    const p = person(plan([stage('one', items())], { electives }), { now });
    p.act({ action: 'COMPLETE', itemKey: 'x' });
    expect(p.item('y').state).toBe('NOT_APPLICABLE');
    expect(p.decide({ action: 'COMPLETE', itemKey: 'y' })).toMatchObject({ refusal: { code: 'NOT_NOW' } });
    p.moveTo('2026-01-05T03:00:00.000Z');
    p.act({ action: 'REOPEN', itemKey: 'x', reason: 'mistake' }, 'HR');
    expect(p.item('y')).toMatchObject({ state: 'AVAILABLE', opensAt: '2026-01-04T16:00:00.000Z' });
  });

  test('a stage of optional items is complete when it opens; a plan with nothing needed counts 1', () => {
    const p = person(plan([stage('one', [course('o', optional)])]), { now: '2026-01-04T00:00:00.000Z' });
    expect(p.evaluation()).toMatchObject({ status: 'SCHEDULED', progress: { completion: { count: 1, of: 1 } } });
    p.moveTo(now);
    expect(p.evaluation()).toMatchObject({ status: 'COMPLETED', completedAt: '2026-01-04T16:00:00.000Z' });
  });

  test('the plan is complete when the last thing it needed was done, not when somebody looks', () => {
    const p = person(plan([stage('one', [course('a')]), stage('two', [course('b')])]), { now });
    p.act({ action: 'COMPLETE', itemKey: 'b' });
    p.moveTo('2026-01-06T02:00:00.000Z');
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(p.evaluation('2026-03-01T00:00:00.000Z')).toMatchObject({
      status: 'COMPLETED',
      completedAt: '2026-01-06T02:00:00.000Z',
    });
  });
});
