import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '../calendar/generated/cn.js';
import type { DateRule } from '../definition/date-rule.js';
import type { PlanDefinition } from '../definition/plan-definition.js';
import { evaluate } from '../engine/evaluate.js';
import type { Environment, Evaluation } from '../engine/evaluation.js';
import type { EnrolmentEvent, ItemMapping, NewEvent } from '../engine/event.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import type { MigrationEffect, MigrationSettings } from './effect.js';
import { previewMigration } from './preview-migration.js';
import { stateHash } from './state-hash.js';
import { undoMigration } from './undo-migration.js';

const friday = (week: number): DateRule => ({ week, weekday: 'FRI', at: '18:00' });
const fridayAt = (date: string) => `${date}T10:00:00.000Z`;

const v1 = plan(
  [
    stage('one', [course('a', { due: friday(1) }), course('b', { due: friday(2) }), task('t', { due: friday(2) })]),
    stage('two', [course('c'), assessment('exam', { due: friday(4) })], { due: friday(4) }),
  ],
  { links: [{ from: 'a', to: 't', on: 'COMPLETED' }] },
);

const at = (now: string): Environment => ({
  now,
  calendars: { cn: cnCalendar },
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
});

/** Records events as the store would, with the dates that the engine asks to fix. */
function history(definitions: Record<string, PlanDefinition>, ...acts: NewEvent[]): EnrolmentEvent[] {
  const events: EnrolmentEvent[] = [];
  const record = (event: NewEvent) =>
    events.push({ ...event, seq: events.length + 1, recordedAt: event.occurredAt } as EnrolmentEvent);
  for (const act of acts) {
    record(act);
    for (const data of evaluate(definitions, events, at(act.occurredAt)).datesToFix) {
      record({ type: 'dateFixed', actor: 'system', occurredAt: act.occurredAt, data });
    }
  }
  return events;
}

const enrolled: NewEvent = {
  type: 'enrolled',
  occurredAt: '2026-01-04T16:00:00.000Z',
  actor: 'hr',
  data: { versionId: 'v1', startsOn: '2026-01-05', zone: 'Asia/Shanghai', mentorId: 'mentor', facts: {} },
};
const by = (occurredAt: string) => ({ occurredAt, actor: 'learner' });
const done = (itemKey: string, when: string): NewEvent => ({
  ...by(when),
  type: 'completed',
  data: { itemKey, source: 'MARKED' },
});
const submit = (itemKey: string, when: string, attempt = 1): NewEvent => ({
  ...by(when),
  type: 'submitted',
  data: { itemKey, attempt },
});
const approve = (itemKey: string, when: string): NewEvent => ({
  occurredAt: when,
  actor: 'mentor',
  type: 'reviewed',
  data: { itemKey, attempt: 1, decision: 'APPROVE' },
});
const score = (itemKey: string, value: number, when: string): NewEvent => ({
  ...by(when),
  type: 'scored',
  data: { itemKey, score: value, by: 'hr' },
});

const now = '2026-01-20T02:00:00.000Z';
const SETTINGS: MigrationSettings = { migrationId: 'm1', actor: 'hr' };

function preview(v2: PlanDefinition, acts: NewEvent[], settings: Partial<MigrationSettings> = {}, when = now) {
  const events = history({ v1 }, enrolled, ...acts);
  const [effect] = previewMigration(
    { versionId: 'v1', definition: v1 },
    { versionId: 'v2', definition: v2 },
    { ...SETTINGS, ...settings },
    [{ id: 'e', events }],
    at(when),
  );
  if (!effect) throw new Error('one enrolment has one effect');
  return { events, effect };
}

/** Records the event of a preview and looks: the preview has to be what comes out. */
function run(
  v2: PlanDefinition,
  events: EnrolmentEvent[],
  effect: MigrationEffect,
  when = now,
): { events: EnrolmentEvent[]; after: Evaluation } {
  if (effect.effect !== 'MOVES') throw new Error(`${effect.effect}: ${effect.reason?.en}`);
  const moved = [...events, { ...effect.event, seq: events.length + 1, recordedAt: when } as EnrolmentEvent];
  return { events: moved, after: evaluate({ v1, v2 }, moved, at(when)) };
}
const stateOf = (evaluation: Evaluation, key: string) => evaluation.items.find((item) => item.key === key);

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

  test('a score is judged anew by the new pass mark', () => {
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

describe('undoMigration', () => {
  const v2 = plan([
    stage('one', [course('a', { due: friday(1) }), course('b', { due: friday(3) }), task('t', { due: friday(3) })]),
    stage('two', [course('c'), assessment('exam', { due: friday(4) }), course('drill')], { due: friday(5) }),
  ]);
  const from = { versionId: 'v1', definition: v1 };
  const to = { versionId: 'v2', definition: v2 };
  const undoAt = (events: EnrolmentEvent[], when: string) =>
    undoMigration(from, to, { migrationId: 'm1', actor: 'hr', now: when }, [{ id: 'e', events }])[0];
  const append = (events: EnrolmentEvent[], event: NewEvent): EnrolmentEvent[] => [
    ...events,
    { ...event, seq: events.length + 1, recordedAt: event.occurredAt } as EnrolmentEvent,
  ];
  const movedEvents = () => {
    const { events, effect } = preview(v2, [done('a', '2026-01-07T02:00:00.000Z')]);
    return run(v2, events, effect).events;
  };

  test('what was done since on shared items stays done in the old version', () => {
    const since = append(movedEvents(), done('b', '2026-01-21T02:00:00.000Z'));
    const undo = undoAt(since, '2026-01-22T02:00:00.000Z');
    if (undo?.effect !== 'RETURNS') throw new Error('b is in both versions');
    const back = evaluate({ v1, v2 }, append(since, undo.event), at('2026-01-22T02:00:00.000Z'));
    expect(back.versionId).toBe('v1');
    expect(stateOf(back, 'b')).toMatchObject({ state: 'DONE', dueAt: fridayAt('2026-01-16'), onTime: false });
    expect(stateOf(back, 'a')?.state).toBe('DONE');
    expect(stateOf(back, 'drill')).toBeUndefined();
  });

  test('who worked on what the old version lacks stays, with the items named', () => {
    const since = append(movedEvents(), done('drill', '2026-01-21T02:00:00.000Z'));
    expect(undoAt(since, '2026-01-22T02:00:00.000Z')).toMatchObject({
      effect: 'STAYS',
      itemKeys: ['drill'],
      reason: { en: 'Has worked on what the old version lacks: drill' },
    });
  });

  test('it is possible for 92 days, once, and only from the end backwards', () => {
    const moved = movedEvents();
    expect(undoAt(moved, '2026-04-22T02:00:00.000Z')?.effect).toBe('RETURNS');
    expect(undoAt(moved, '2026-04-22T02:00:00.001Z')).toMatchObject({
      effect: 'STAYS',
      reason: { en: expect.stringContaining('92 days') },
    });
    const undo = undoAt(moved, '2026-01-22T02:00:00.000Z');
    if (undo?.effect !== 'RETURNS') throw new Error('nothing happened since');
    expect(undoAt(append(moved, undo.event), '2026-01-23T02:00:00.000Z')).toMatchObject({
      reason: { en: expect.stringContaining('undone already') },
    });
    expect(
      undoMigration(from, to, { migrationId: 'other', actor: 'hr', now }, [{ id: 'e', events: moved }])[0],
    ).toMatchObject({ reason: { en: 'Was not moved by this migration' } });
  });

  test('a year that was published meanwhile moved dates by the new rules, which are not taken back into the old version', () => {
    const rule = (offset: number): DateRule => ({ anchor: 'START', offset, unit: 'WORKDAY', at: '18:00' });
    const old = plan([stage('one', [course('a', { due: rule(5) })])]);
    const young = plan([stage('one', [course('a', { due: rule(8) })])]);
    const start: NewEvent = {
      ...enrolled,
      occurredAt: '2026-12-30T02:00:00.000Z',
      data: { ...enrolled.data, startsOn: '2026-12-30' },
    };
    const events = history({ v1: old }, start);
    const when = '2026-12-30T03:00:00.000Z';
    const [effect] = previewMigration(
      { versionId: 'v1', definition: old },
      { versionId: 'v2', definition: young },
      { ...SETTINGS, dates: 'RECOMPUTE' },
      [{ id: 'e', events }],
      at(when),
    );
    if (effect?.effect !== 'MOVES') throw new Error('runs on v1');
    // Counted Monday to Friday while 2027 is not known: 31 December is the first working day after the start.
    expect(effect.dueChanges).toEqual([
      { itemKey: 'a', before: '2027-01-06T10:00:00.000Z', after: '2027-01-11T10:00:00.000Z' },
    ]);
    const published: NewEvent = {
      type: 'calendarPublished',
      occurredAt: when,
      actor: 'system',
      data: {
        calendar: 'cn',
        year: 2027,
        dates: [{ itemKey: 'a', which: 'due', at: '2027-01-12T10:00:00.000Z', provisional: false }],
      },
    };
    const undone: NewEvent = { type: 'migrationUndone', occurredAt: when, actor: 'hr', data: { migrationId: 'm1' } };
    const moved = append(append(events, effect.event), published);
    const definitions = { v1: old, v2: young };
    expect(stateOf(evaluate(definitions, moved, at(when)), 'a')).toMatchObject({
      dueAt: '2027-01-12T10:00:00.000Z',
      provisional: false,
    });
    const back = evaluate(definitions, append(moved, undone), at(when));
    expect(stateOf(back, 'a')).toMatchObject({ dueAt: '2027-01-06T10:00:00.000Z', provisional: true });
  });

  test('a later migration has to be undone first, and then nothing of what happened meanwhile is lost', () => {
    const first = append(movedEvents(), done('b', '2026-01-21T02:00:00.000Z'));
    const v3 = plan([stage('one', [course('a'), course('b'), task('t')])]);
    const definitions = { v1, v2, v3 };
    const [second] = previewMigration(
      to,
      { versionId: 'v3', definition: v3 },
      { migrationId: 'm2', actor: 'hr' },
      [{ id: 'e', events: first }],
      at('2026-01-22T02:00:00.000Z'),
      { v1 },
    );
    if (second?.effect !== 'MOVES') throw new Error('runs on v2');
    const twice = append(append(first, second.event), submit('t', '2026-01-23T02:00:00.000Z'));
    expect(undoAt(twice, '2026-01-24T02:00:00.000Z')).toMatchObject({
      reason: { en: expect.stringContaining('Undo the later migration first') },
    });

    const [undoSecond] = undoMigration(
      to,
      { versionId: 'v3', definition: v3 },
      { migrationId: 'm2', actor: 'hr', now: '2026-01-24T02:00:00.000Z' },
      [{ id: 'e', events: twice }],
    );
    if (undoSecond?.effect !== 'RETURNS') throw new Error('t is in both');
    const onceBack = append(twice, undoSecond.event);
    const undoFirst = undoAt(onceBack, '2026-01-25T02:00:00.000Z');
    if (undoFirst?.effect !== 'RETURNS') throw new Error('b and t are in both');
    const back = evaluate(definitions, append(onceBack, undoFirst.event), at('2026-01-25T02:00:00.000Z'));
    expect(back.versionId).toBe('v1');
    expect(stateOf(back, 'b')?.state).toBe('DONE');
    expect(stateOf(back, 't')?.state).toBe('SUBMITTED');
  });
});
