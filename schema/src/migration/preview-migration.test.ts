import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../engine/evaluate.js';
import type { EnrolmentEvent, ItemMapping, NewEvent } from '../engine/event.js';
import {
  approve,
  at,
  done,
  enrolled,
  friday,
  fridayAt,
  history,
  now,
  preview,
  run,
  SETTINGS,
  score,
  stateOf,
  submit,
  v1,
} from '../testing/moved-person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { previewMigration } from './preview-migration.js';
import { stateHash } from './state-hash.js';
import { undoMigration } from './undo-migration.js';

describe('previewMigration', () => {
  const v2 = plan(
    [
      stage('one', [
        course('a', { due: friday(1) }),
        course('b', { due: friday(3) }),
        task('t', { due: friday(3) }),
        course('old-news', { due: friday(2) }),
      ]),
      stage('two', [assessment('exam', { due: friday(4) }), course('drill', { due: friday(3) })], { due: friday(5) }),
    ],
    { links: [{ from: 'a', to: 't', on: 'COMPLETED' }] },
  );
  const acts = [done('a', '2026-01-07T02:00:00.000Z'), submit('t', '2026-01-15T02:00:00.000Z')];

  test('keeps what was done and the dates that were given, and waives what is new but past', () => {
    const { events, effect } = preview(v2, acts);
    expect(effect).toMatchObject({
      effect: 'MOVES',
      reopened: [],
      credited: [],
      newItems: ['drill'],
      waived: ['old-news'],
    });
    expect(effect.dueChanges).toEqual([{ itemKey: 'drill', before: undefined, after: fridayAt('2026-01-23') }]);

    const { after } = run(v2, events, effect);
    expect(after.versionId).toBe('v2');
    expect(stateOf(after, 'a')).toMatchObject({ state: 'DONE', onTime: true });
    expect(stateOf(after, 'b')).toMatchObject({ state: 'AVAILABLE', dueAt: fridayAt('2026-01-16'), overdue: true });
    expect(stateOf(after, 't')).toMatchObject({ state: 'SUBMITTED', dueAt: fridayAt('2026-01-16') });
    expect(stateOf(after, 'old-news')?.state).toBe('EXCUSED');
    expect(after.submissions).toHaveLength(1);
  });

  test('running it gives the preview to the hash, and undoing it the hash before', () => {
    const { events, effect } = preview(v2, acts);
    const { events: moved, after } = run(v2, events, effect);
    expect(stateHash(after)).toBe(effect.stateAfter);
    const [undo] = undoMigration(
      { versionId: 'v1', definition: v1 },
      { versionId: 'v2', definition: v2 },
      { migrationId: 'm1', actor: 'hr', now },
      [{ id: 'e', events: moved }],
    );
    if (undo?.effect !== 'RETURNS') throw new Error('nothing happened since');
    const back = [...moved, { ...undo.event, seq: moved.length + 1, recordedAt: now } as EnrolmentEvent];
    expect(stateHash(evaluate({ v1, v2 }, back, at(now)))).toBe(stateHash(evaluate({ v1, v2 }, events, at(now))));
    expect(stateHash(after)).not.toBe(stateHash(evaluate({ v1, v2 }, events, at(now))));
  });

  test('RECOMPUTE dates everything from the new rules', () => {
    const { events, effect } = preview(v2, acts, { dates: 'RECOMPUTE' });
    expect(effect.dueChanges).toContainEqual({
      itemKey: 'b',
      before: fridayAt('2026-01-16'),
      after: fridayAt('2026-01-23'),
    });
    const { after } = run(v2, events, effect);
    expect(stateOf(after, 'b')).toMatchObject({ dueAt: fridayAt('2026-01-23'), overdue: false });
    // The task was handed in by the date that held then, and that stays so.
    expect(stateOf(after, 't')).toMatchObject({ dueAt: fridayAt('2026-01-23'), onTime: true });
    expect(after.datesToFix).toEqual([]);
  });

  test('LATER_OF_BOTH takes the later one item by item', () => {
    const other = plan([
      stage('one', [course('a'), course('b', { due: friday(3) }), task('t', { due: friday(1) })]),
      stage('two', [course('c'), assessment('exam', { due: friday(4) })], { due: friday(4) }),
    ]);
    const { events, effect } = preview(other, [], { dates: 'LATER_OF_BOTH' });
    const { after } = run(other, events, effect);
    expect(stateOf(after, 'b')?.dueAt).toBe(fridayAt('2026-01-23'));
    expect(stateOf(after, 't')?.dueAt).toBe(fridayAt('2026-01-16'));
  });

  test('KEEP keeps the date a person knows also where it came from the stage, or now comes from a last step', () => {
    const other = plan([
      stage('one', [
        course('a', { due: friday(1) }),
        course('b'),
        task('t', {
          due: friday(9),
          task: {
            deliverable: 'TEXT',
            steps: [
              { key: 'draft', title: { en: 'Draft' }, due: friday(7) },
              { key: 'final', title: { en: 'Final' }, due: friday(9) },
            ],
          },
        }),
      ]),
      stage('two', [course('c', { due: friday(9) }), assessment('exam', { due: friday(4) })], { due: friday(9) }),
    ]);
    const { events, effect } = preview(other, []);
    const { after } = run(other, events, effect);
    expect(stateOf(after, 'b')?.dueAt).toBe(fridayAt('2026-01-16'));
    expect(stateOf(after, 't')?.dueAt).toBe(fridayAt('2026-01-16'));
    expect(stateOf(after, 'c')?.dueAt).toBe(fridayAt('2026-01-30'));
    expect(effect.dueChanges).toEqual([]);
  });

  test('REQUIRE waives nothing', () => {
    const { events, effect } = preview(v2, [], { newItems: 'REQUIRE' });
    expect(effect).toMatchObject({ newItems: ['old-news', 'drill'], waived: [] });
    expect(stateOf(run(v2, events, effect).after, 'old-news')).toMatchObject({ state: 'AVAILABLE', overdue: true });
  });

  test('REQUIRE_FROM_NOW gives what has passed as many days as it had, so that nobody is late by being moved', () => {
    const { events, effect } = preview(v2, [], { newItems: 'REQUIRE_FROM_NOW' });
    expect(effect).toMatchObject({ newItems: ['old-news', 'drill'], waived: [] });
    const { after } = run(v2, events, effect);
    // Open on Monday of week 1 and due on Friday of week 2: eleven days. Moved on Tuesday, so the Saturday rolls to Monday.
    expect(stateOf(after, 'old-news')).toMatchObject({
      state: 'AVAILABLE',
      overdue: false,
      dueAt: '2026-02-02T10:00:00.000Z',
    });
    expect(stateOf(after, 'drill')?.dueAt).toBe(fridayAt('2026-01-23'));
  });

  test('an elective whose group can still be chosen from is not waived', () => {
    const more = { requirement: 'ELECTIVE' as const };
    const group = plan(
      [
        stage('one', [course('x', { ...more, due: friday(2) }), course('y', { ...more, due: friday(9) })], {
          due: friday(9),
        }),
      ],
      { electives: [{ key: 'g', from: ['x', 'y'], choose: 1 }] },
    );
    expect(preview(group, []).effect).toMatchObject({ waived: [], newItems: ['x', 'y'] });
    const missed = plan(
      [
        stage('one', [course('x', { ...more, due: friday(2) }), course('y', { ...more, due: friday(1) })], {
          due: friday(9),
        }),
      ],
      { electives: [{ key: 'g', from: ['x', 'y'], choose: 1 }] },
    );
    expect(preview(missed, []).effect).toMatchObject({ waived: ['x', 'y'], newItems: [] });
  });

  test('what is reset is reopened, what is mapped to another key is credited', () => {
    const other = plan([stage('one', [course('b2', { due: friday(2) }), course('a', { due: friday(9) }), task('t')])]);
    const mapping: ItemMapping[] = [
      { from: 'b', to: 'b2', carry: 'STATE' },
      { from: 'a', carry: 'RESET' },
    ];
    const { events, effect } = preview(
      other,
      [done('a', '2026-01-07T02:00:00.000Z'), done('b', '2026-01-08T02:00:00.000Z')],
      { mapping },
    );
    expect(effect).toMatchObject({ reopened: ['a'], credited: ['b2'], newItems: [] });
    const { after } = run(other, events, effect);
    expect(stateOf(after, 'a')).toMatchObject({ state: 'AVAILABLE', dueAt: fridayAt('2026-03-06') });
    expect(stateOf(after, 'b2')).toMatchObject({ state: 'DONE', onTime: true });
  });

  test('a score is judged again by the new pass mark', () => {
    const harder = plan([stage('two', [assessment('exam', { assessment: { passMark: 90 }, due: friday(4) })])]);
    const passed = score('exam', 80, '2026-01-15T02:00:00.000Z');
    const mapping: ItemMapping[] = [{ from: 'exam', carry: 'SCORE' }];
    const { events, effect } = preview(harder, [passed], { mapping });
    expect(effect.reopened).toEqual(['exam']);
    expect(stateOf(run(harder, events, effect).after, 'exam')).toMatchObject({ state: 'STARTED', score: 80 });

    const failed = score('exam', 50, '2026-01-15T02:00:00.000Z');
    const easier = plan([stage('two', [assessment('exam', { assessment: { passMark: 40 }, due: friday(4) })])]);
    expect(preview(easier, [failed], { mapping }).effect).toMatchObject({ credited: ['exam'], reopened: [] });
  });

  test.each(['RESET', 'DROP', 'SCORE'] as const)(
    'work that waits for its review blocks where it would be carried as %s',
    (carry) => {
      const { effect } = preview(v2, acts, { mapping: [{ from: 't', carry }] });
      expect(effect).toMatchObject({ effect: 'BLOCKED', newItems: [], dueChanges: [] });
      expect(effect.reason?.['zh-CN']).toContain('待反馈');
      expect(effect.event).toBeUndefined();
    },
  );

  test('work that waits for its review blocks where the new version asks for none', () => {
    const free = task('t', { due: friday(3) });
    const unreviewed = plan([stage('one', [course('a'), { ...free, task: { deliverable: 'TEXT' } }])]);
    expect(preview(unreviewed, acts).effect).toMatchObject({ effect: 'BLOCKED' });
  });

  test('once it is reviewed it blocks no more', () => {
    const { effect } = preview(v2, [...acts, approve('t', '2026-01-15T08:00:00.000Z')], {
      mapping: [{ from: 't', carry: 'RESET' }],
    });
    expect(effect).toMatchObject({ effect: 'MOVES', reopened: ['t'] });
  });

  test('who takes part in a running experiment is blocked', () => {
    const events = history({ v1 }, enrolled);
    const [effect] = previewMigration(
      { versionId: 'v1', definition: v1 },
      { versionId: 'v2', definition: v2 },
      SETTINGS,
      [{ id: 'e', events, inRunningExperiment: true }],
      at(now),
    );
    expect(effect?.effect).toBe('BLOCKED');
  });

  test('who is through, has left, or is on another version stays', () => {
    const all = [
      done('a', '2026-01-07T02:00:00.000Z'),
      done('b', '2026-01-07T02:00:00.000Z'),
      submit('t', '2026-01-07T03:00:00.000Z'),
      approve('t', '2026-01-07T04:00:00.000Z'),
      done('c', '2026-01-08T02:00:00.000Z'),
      score('exam', 90, '2026-01-08T03:00:00.000Z'),
    ];
    expect(preview(v2, all).effect).toMatchObject({ effect: 'STAYS', reason: { en: 'Has completed the plan' } });
    const left: NewEvent = {
      type: 'cancelled',
      occurredAt: '2026-01-08T02:00:00.000Z',
      actor: 'hr',
      data: { reason: 'left' },
    };
    expect(preview(v2, [left]).effect).toMatchObject({ effect: 'STAYS', reason: { en: 'Has left the plan' } });
    const { events, effect } = preview(v2, []);
    const { events: moved } = run(v2, events, effect);
    const [again] = previewMigration(
      { versionId: 'v1', definition: v1 },
      { versionId: 'v2', definition: v2 },
      SETTINGS,
      [{ id: 'e', events: moved }],
      at(now),
      {},
    );
    expect(again).toMatchObject({ effect: 'STAYS', reason: { en: 'Is not on this version' } });
  });

  test('who is past their last due date stays unless they are moved on purpose', () => {
    const late = '2026-02-02T02:00:00.000Z';
    expect(preview(v2, [], {}, late).effect).toMatchObject({
      effect: 'STAYS',
      changes: [],
      reason: { en: 'Their plan ended on 2026-01-30; their results belong to the version they went through' },
    });
    expect(preview(v2, [], { ended: 'MOVE' }, late).effect.effect).toBe('MOVES');
  });

  test('a mapping with problems moves nobody', () => {
    expect(() => preview(v2, [], { mapping: [{ from: 'nowhere', to: 'a', carry: 'STATE' }] })).toThrow('nowhere');
  });

  test('to the same definition under another id changes nothing but the version', () => {
    const { events, effect } = preview(v1, acts);
    expect(effect).toMatchObject({ reopened: [], credited: [], newItems: [], waived: [], dueChanges: [] });
    const { after } = run(v1, events, effect);
    const before = evaluate({ v1 }, events, at(now));
    expect({ ...after, versionId: 'v1' }).toEqual(before);
  });
});
