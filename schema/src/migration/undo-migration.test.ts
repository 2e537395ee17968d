import { describe, expect, test } from '@jest/globals';
import type { DateRule } from '../calendar/date-rule.js';
import { evaluate } from '../engine/evaluate.js';
import type { EnrolmentEvent, NewEvent } from '../engine/event.js';
import {
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
  stateOf,
  submit,
  v1,
} from '../testing/moved-person.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { previewMigration } from './preview-migration.js';
import { undoMigration } from './undo-migration.js';

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
