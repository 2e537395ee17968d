import { describe, expect, test } from '@jest/globals';
import { poolFigures } from '../figures/index.js';
import { person } from '../testing/person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import type { LocalizedText } from '../text/text.js';
import type { ActorRole, Decision, ProgressAct } from './decide-progress.js';
import { packRow } from './packed-row.js';

const now = '2026-01-05T02:00:00.000Z';
const deliver = (deliverable: 'DOCUMENT' | 'FILE' | 'LINK' | 'TEXT') =>
  task(deliverable.toLowerCase(), { task: { deliverable, review: { by: 'MENTOR' } } });
const definition = plan(
  [
    stage('one', [
      course('a'),
      course('external', { course: { done: 'EXTERNAL' } }),
      course('scored', { course: { done: 'MIN_SCORE', score: 50 } }),
      assessment('exam'),
      deliver('DOCUMENT'),
      deliver('LINK'),
      deliver('TEXT'),
      deliver('FILE'),
      course('later'),
    ]),
  ],
  { links: [{ from: 'a', to: 'later', on: 'COMPLETED' }] },
);

const files = [{ id: 'one', name: 'report.pdf' }];

function refusalOf(decision: Decision): [string, string[], LocalizedText] | undefined {
  return 'refusal' in decision ? [decision.refusal.code, decision.refusal.path, decision.refusal.message] : undefined;
}

describe('what is not recorded', () => {
  const cases: [string, ProgressAct, ActorRole, string, string[]][] = [
    ['an item that the plan lacks', { action: 'COMPLETE', itemKey: 'nothing' }, 'LEARNER', 'INVALID', ['itemKey']],
    ['a locked item', { action: 'COMPLETE', itemKey: 'later' }, 'LEARNER', 'LOCKED_ITEM', ['itemKey']],
    [
      'an outside course, marked by the learner',
      { action: 'COMPLETE', itemKey: 'external' },
      'LEARNER',
      'INVALID',
      ['action'],
    ],
    ['a mark where a score is asked', { action: 'COMPLETE', itemKey: 'scored' }, 'HR', 'INVALID', ['action']],
    ['a mark on an assessment', { action: 'COMPLETE', itemKey: 'exam' }, 'HR', 'INVALID', ['action']],
    ['a mark on a task', { action: 'COMPLETE', itemKey: 'text' }, 'LEARNER', 'INVALID', ['action']],
    ['a submission to a course', { action: 'SUBMIT', itemKey: 'a' }, 'LEARNER', 'INVALID', ['action']],
    ['a score by the learner', { action: 'SCORE', itemKey: 'exam', score: 100 }, 'LEARNER', 'INVALID', ['action']],
    ['an excuse by the learner', { action: 'EXCUSE', itemKey: 'a' }, 'LEARNER', 'INVALID', ['action']],
    ['a reopening by the learner', { action: 'REOPEN', itemKey: 'a' }, 'LEARNER', 'INVALID', ['action']],
    ['no score', { action: 'SCORE', itemKey: 'exam' }, 'HR', 'INVALID', ['score']],
    ['a score above 100', { action: 'SCORE', itemKey: 'exam', score: 100.1 }, 'HR', 'INVALID', ['score']],
    ['a score that is no number', { action: 'SCORE', itemKey: 'exam', score: Number.NaN }, 'HR', 'INVALID', ['score']],
    ['half a minute', { action: 'COMPLETE', itemKey: 'a', minutes: 0.5 }, 'LEARNER', 'INVALID', ['minutes']],
    [
      'a time by the learner',
      { action: 'COMPLETE', itemKey: 'a', occurredAt: now },
      'LEARNER',
      'INVALID',
      ['occurredAt'],
    ],
    [
      'the future',
      { action: 'COMPLETE', itemKey: 'a', occurredAt: '2026-01-05T02:00:00.001Z' },
      'HR',
      'INVALID',
      ['occurredAt'],
    ],
    [
      'a time before it opened',
      { action: 'COMPLETE', itemKey: 'a', occurredAt: '2026-01-04T15:59:59.999Z' },
      'HR',
      'INVALID',
      ['occurredAt'],
    ],
    ['what is no time', { action: 'COMPLETE', itemKey: 'a', occurredAt: 'yesterday' }, 'HR', 'INVALID', ['occurredAt']],
    ['a reopening of what is not done', { action: 'REOPEN', itemKey: 'a' }, 'HR', 'NOT_NOW', []],
    [
      'a link that is none',
      { action: 'SUBMIT', itemKey: 'link', artefact: 'my file' },
      'LEARNER',
      'INVALID',
      ['artefact'],
    ],
    [
      'a link that runs code',
      { action: 'SUBMIT', itemKey: 'link', artefact: 'javascript:alert(1)' },
      'LEARNER',
      'INVALID',
      ['artefact'],
    ],
    [
      'a document link that runs code',
      { action: 'SUBMIT', itemKey: 'document', artefact: 'javascript:alert(1)' },
      'LEARNER',
      'INVALID',
      ['artefact'],
    ],
    ['no document', { action: 'SUBMIT', itemKey: 'document' }, 'LEARNER', 'INVALID', ['artefact']],
    ['blank text', { action: 'SUBMIT', itemKey: 'text', artefact: '  \n' }, 'LEARNER', 'INVALID', ['artefact']],
    ['no file', { action: 'SUBMIT', itemKey: 'file' }, 'LEARNER', 'INVALID', ['uploadIds']],
    [
      'a text in place of a file',
      { action: 'SUBMIT', itemKey: 'file', artefact: 'https://docs.example/1' },
      'LEARNER',
      'INVALID',
      ['uploadIds'],
    ],
    ['a file where a link is asked', { action: 'SUBMIT', itemKey: 'link', files }, 'LEARNER', 'INVALID', ['uploadIds']],
    [
      'more files than anybody looks at',
      {
        action: 'SUBMIT',
        itemKey: 'file',
        files: Array.from({ length: 21 }, (_, n) => ({ id: `${n}`, name: 'a.pdf' })),
      },
      'LEARNER',
      'INVALID',
      ['uploadIds'],
    ],
    [
      'too long a text',
      { action: 'SUBMIT', itemKey: 'text', artefact: 'x'.repeat(20_001) },
      'LEARNER',
      'INVALID',
      ['artefact'],
    ],
    [
      'a step that the task lacks',
      { action: 'SUBMIT', itemKey: 'text', stepKey: 'draft', artefact: 'x' },
      'LEARNER',
      'INVALID',
      ['stepKey'],
    ],
  ];
  test.each(cases)('%s', (_, act, by, code, path) => {
    const refusal = refusalOf(person(definition, { now }).decide(act, by));
    expect(refusal?.slice(0, 2)).toEqual([code, path]);
    expect(refusal?.[2]['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
    expect(refusal?.[2].en).toMatch(/^[A-Z]/);
    expect(`${refusal?.[2]['zh-CN']}${refusal?.[2].en}`).not.toMatch(/请|[Pp]lease|!|！/);
  });

  test('a second completion, a second start, a second submission', () => {
    const p = person(definition, { now });
    p.act({ action: 'START', itemKey: 'a' });
    expect(refusalOf(p.decide({ action: 'START', itemKey: 'a' }))?.[0]).toBe('NOT_NOW');
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(refusalOf(p.decide({ action: 'COMPLETE', itemKey: 'a' }))?.[0]).toBe('NOT_NOW');
    expect(refusalOf(p.decide({ action: 'EXCUSE', itemKey: 'a' }, 'HR'))?.[0]).toBe('NOT_NOW');
    p.act({ action: 'SUBMIT', itemKey: 'text', artefact: 'x' });
    expect(refusalOf(p.decide({ action: 'SUBMIT', itemKey: 'text', artefact: 'x' }))?.[0]).toBe('NOT_NOW');
  });

  test('a score on a task before anything was handed in', () => {
    const p = person(definition, { now });
    expect(refusalOf(p.decide({ action: 'SCORE', itemKey: 'text', score: 50 }, 'HR'))?.[0]).toBe('NOT_NOW');
    p.act({ action: 'SUBMIT', itemKey: 'text', artefact: 'x' });
    p.act({ action: 'SCORE', itemKey: 'text', score: 50 }, 'HR');
    expect(p.item('text')).toMatchObject({ state: 'SUBMITTED', score: 50 });
    expect(p.evaluation().submissions).toMatchObject([{ score: 50 }]);
  });

  test('anything by the learner in a pause, anything at all after a cancellation', () => {
    const p = person(definition, { now });
    p.record({ type: 'paused', data: { reason: 'leave' } });
    expect(refusalOf(p.decide({ action: 'COMPLETE', itemKey: 'a' }))?.[0]).toBe('NOT_NOW');
    expect(refusalOf(p.decide({ action: 'COMPLETE', itemKey: 'a' }, 'CONNECTOR'))).toBeUndefined();
    p.record({ type: 'cancelled', data: { reason: 'left' } });
    expect(refusalOf(p.decide({ action: 'COMPLETE', itemKey: 'a' }, 'CONNECTOR'))?.[0]).toBe('NOT_NOW');
  });
});

describe('a review', () => {
  const submitted = () => {
    const p = person(definition, { now });
    p.act({ action: 'SUBMIT', itemKey: 'link', artefact: 'https://docs.example.com/report?id=1' });
    return p;
  };

  test('with a score records the score first, so that a link on it sees it', () => {
    const p = submitted();
    const decision = p.decideReview({
      itemKey: 'link',
      attempt: 1,
      decision: 'APPROVE',
      score: 75,
      criteria: [{ key: 'depth', score: 80 }],
      comment: 'good',
    });
    expect(decision).toEqual({
      events: [
        { type: 'scored', occurredAt: now, actor: 'mentor', data: { itemKey: 'link', score: 75, by: 'mentor' } },
        {
          type: 'reviewed',
          occurredAt: now,
          actor: 'mentor',
          data: {
            itemKey: 'link',
            attempt: 1,
            decision: 'APPROVE',
            comment: 'good',
            criteria: [{ key: 'depth', score: 80 }],
          },
        },
      ],
    });
  });

  test('says no more than a submission may', () => {
    const review = { itemKey: 'link', attempt: 1, decision: 'RETURN' } as const;
    const p = submitted();
    expect(refusalOf(p.decideReview({ ...review, comment: 'x'.repeat(4001) }))?.slice(0, 2)).toEqual([
      'INVALID',
      ['comment'],
    ]);
    expect(p.decideReview({ ...review, comment: 'x'.repeat(4000) })).toHaveProperty('events');
  });

  test('is given once', () => {
    const p = submitted();
    p.review({ itemKey: 'link', attempt: 1, decision: 'APPROVE' });
    expect(refusalOf(p.decideReview({ itemKey: 'link', attempt: 1, decision: 'APPROVE' }))?.[0]).toBe(
      'ALREADY_REVIEWED',
    );
  });

  test.each([
    ['of nothing', { itemKey: 'link', attempt: 2, decision: 'APPROVE' as const }, ['submissionId']],
    ['of another plan', { itemKey: 'nothing', attempt: 1, decision: 'APPROVE' as const }, ['itemKey']],
    ['with a score of 101', { itemKey: 'link', attempt: 1, decision: 'APPROVE' as const, score: 101 }, ['score']],
    [
      'with a criterion of -1',
      { itemKey: 'link', attempt: 1, decision: 'APPROVE' as const, criteria: [{ key: 'depth', score: -1 }] },
      ['criteria', '0', 'score'],
    ],
    [
      'before the submission',
      { itemKey: 'link', attempt: 1, decision: 'APPROVE' as const, occurredAt: '2026-01-05T01:00:00.000Z' },
      ['occurredAt'],
    ],
  ])('%s is refused', (_, act, path) => {
    expect(refusalOf(submitted().decideReview(act))?.slice(0, 2)).toEqual(['INVALID', path]);
  });
});

describe('the packed row', () => {
  test('has a letter for each state, capitals for what is overdue, a dash for what the version lacks', () => {
    const due = { week: 1, weekday: 'WED' as const };
    const once = { assessment: { passMark: 60, attempts: 1 } };
    const p = person(
      plan(
        [
          stage('one', [
            course('o', { due }),
            course('s', { due }),
            task('u', { due }),
            task('r', { due }),
            course('d'),
            assessment('x', once),
            course('e'),
            course('l'),
            course('n'),
          ]),
        ],
        {
          links: [
            { from: 'o', to: 'l', on: 'COMPLETED' },
            { from: 'x', to: 'n', on: 'PASSED' },
          ],
        },
      ),
      { now },
    );
    p.act({ action: 'START', itemKey: 's' });
    p.act({ action: 'SUBMIT', itemKey: 'u', artefact: 'x' });
    p.act({ action: 'SUBMIT', itemKey: 'r', artefact: 'x' });
    p.review({ itemKey: 'r', attempt: 1, decision: 'RETURN', comment: 'more' });
    p.act({ action: 'COMPLETE', itemKey: 'd' });
    p.act({ action: 'SCORE', itemKey: 'x', score: 0 }, 'HR');
    p.act({ action: 'EXCUSE', itemKey: 'e' }, 'HR');
    const columns = ['l', 'o', 's', 'u', 'r', 'd', 'x', 'e', 'n', 'other-version'];
    expect(packRow(p.evaluation(), columns)).toBe('.osurdxe--');
    expect(packRow(p.evaluation('2026-01-08T00:00:00.000Z'), columns)).toBe('.OSuRdxe--');
  });
});

test('pooled figures of nobody are nothing of nothing', () => {
  expect(poolFigures([])).toEqual({
    completion: { count: 0, of: 0 },
    onTime: { count: 0, of: 0 },
    feedbackGiven: { count: 0, of: 0 },
    feedbackInTime: { count: 0, of: 0 },
    overdue: 0,
    waiting: 0,
  });
});
