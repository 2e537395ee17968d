import { describe, expect, test } from '@jest/globals';
import { person } from '../testing/person.js';
import { course, plan, stage, task } from '../testing/plan-builder.js';
import { publishedDates } from './published-dates.js';

const MONDAY = '2026-01-05T02:00:00.000Z';
const FRIDAY = { week: 1, weekday: 'FRI' as const, at: '18:00' };
/** Friday 9 January 2026, 18:00 in Shanghai. */
const DUE = '2026-01-09T10:00:00.000Z';

describe('on time and overdue', () => {
  test.each([
    ['on the dot', DUE, true],
    ['a millisecond later', '2026-01-09T10:00:00.001Z', false],
  ])('handed in %s', (_, at, onTime) => {
    const p = person(plan([stage('one', [task('t', { due: FRIDAY })])]), { now: MONDAY });
    p.moveTo(at);
    expect(p.item('t').overdue).toBe(!onTime);
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'x' });
    expect(p.item('t')).toMatchObject({ onTime, overdue: false, deliveredAt: at });
    expect(p.evaluation().progress.onTime).toEqual({ count: onTime ? 1 : 0, of: 1 });
  });

  test('falls overdue by time alone, a millisecond after the due date, and counts as late from then on', () => {
    const p = person(plan([stage('one', [course('a', { due: FRIDAY })])]), { now: MONDAY });
    expect(p.evaluation().nextChangeAt).toBe('2026-01-09T10:00:00.001Z');
    const later = p.evaluation('2026-01-09T10:00:00.001Z');
    expect(later.progress).toMatchObject({ overdue: 1, onTime: { count: 0, of: 1 } });
    expect(later.nextChangeAt).toBeUndefined();
  });

  test('a return never makes it late, but may be overdue', () => {
    const p = person(plan([stage('one', [task('t', { due: FRIDAY })])]), { now: MONDAY });
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'x' });
    p.review({ itemKey: 't', attempt: 1, decision: 'RETURN', comment: 'more' });
    p.moveTo('2026-01-12T02:00:00.000Z');
    expect(p.item('t')).toMatchObject({ state: 'RETURNED', onTime: true, overdue: true });
    p.act({ action: 'SUBMIT', itemKey: 't', artefact: 'y' });
    expect(p.item('t')).toMatchObject({ onTime: true, overdue: false, deliveredAt: MONDAY });
  });

  test('the due date that held then is what counts, not one that was moved afterwards', () => {
    const p = person(plan([stage('one', [course('a', { due: FRIDAY }), course('b', { due: FRIDAY })])]), {
      now: MONDAY,
    });
    p.fixDates();
    p.moveTo('2026-01-10T02:00:00.000Z');
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    p.moveTo('2026-01-10T03:00:00.000Z');
    for (const itemKey of ['a', 'b']) {
      p.record({ type: 'dueChanged', data: { itemKey, reason: 'illness', at: '2026-01-16T10:00:00.000Z' } });
    }
    p.act({ action: 'COMPLETE', itemKey: 'b' });
    expect(p.item('a')).toMatchObject({ onTime: false, dueAt: '2026-01-16T10:00:00.000Z' });
    expect(p.item('b')).toMatchObject({ onTime: true });
  });

  test('a mentor may say when it really happened; that is what counts', () => {
    const p = person(plan([stage('one', [course('a', { due: FRIDAY })])]), { now: MONDAY });
    p.moveTo('2026-01-12T02:00:00.000Z');
    p.act({ action: 'COMPLETE', itemKey: 'a', occurredAt: '2026-01-08T02:00:00.000Z' }, 'REVIEWER');
    expect(p.item('a')).toMatchObject({ onTime: true, completedAt: '2026-01-08T02:00:00.000Z' });
  });

  test('what has no due date of its own has its stage’s; what has none at all does not count', () => {
    const p = person(plan([stage('one', [course('a')], { due: FRIDAY }), stage('two', [course('b')])]), {
      now: MONDAY,
    });
    expect(p.item('a').dueAt).toBe(DUE);
    expect(p.item('b').dueAt).toBeUndefined();
    p.act({ action: 'COMPLETE', itemKey: 'b' });
    expect(p.item('b').onTime).toBeUndefined();
    expect(p.evaluation()).toMatchObject({ dueAt: DUE, progress: { onTime: { count: 0, of: 0 } } });
  });

  test('the last step’s date is the item’s, and steps are late apart', () => {
    const step = (key: string, offset: number) => ({
      key,
      title: { en: key },
      due: { anchor: 'OPENED' as const, offset, unit: 'DAY' as const, at: '18:00' },
    });
    const steps = [step('outline', 1), step('final', 4)];
    const p = person(
      plan([stage('one', [task('t', { due: { week: 9, weekday: 'FRI' }, task: { deliverable: 'TEXT', steps } })])]),
      { now: MONDAY },
    );
    expect(p.item('t')).toMatchObject({ dueAt: DUE, steps: [{ dueAt: '2026-01-06T10:00:00.000Z' }, { dueAt: DUE }] });
    p.moveTo('2026-01-07T02:00:00.000Z');
    expect(p.item('t')).toMatchObject({ overdue: false, steps: [{ onTime: false }, {}] });
    p.act({ action: 'SUBMIT', itemKey: 't', stepKey: 'outline', artefact: 'x' });
    p.act({ action: 'SUBMIT', itemKey: 't', stepKey: 'final', artefact: 'x' });
    expect(p.item('t')).toMatchObject({ onTime: true, steps: [{ onTime: false }, { onTime: true }] });
    expect(p.evaluation().progress.onTime).toEqual({ count: 1, of: 1 });
  });
});

describe('dates', () => {
  test.each([
    ['UTC', '2026-01-05T00:00:00.000Z', '2026-01-09T18:00:00.000Z'],
    ['Asia/Shanghai', '2026-01-04T16:00:00.000Z', '2026-01-09T10:00:00.000Z'],
    ['America/New_York', '2026-01-05T05:00:00.000Z', '2026-01-09T23:00:00.000Z'],
  ])('are on the wall clock of %s', (zone, opensAt, dueAt) => {
    const p = person(plan([stage('one', [course('a', { due: FRIDAY })])]), { now: '2026-01-03T00:00:00.000Z', zone });
    expect(p.item('a')).toMatchObject({ state: 'LOCKED', opensAt, dueAt });
    expect(p.evaluation().nextChangeAt).toBe(opensAt);
    expect(p.evaluation(opensAt)).toMatchObject({ status: 'ACTIVE', items: [{ state: 'AVAILABLE' }] });
  });

  test('of the start are fixed at enrolment, others when what they wait for happens', () => {
    const p = person(
      plan([
        stage('one', [
          course('a', { due: FRIDAY }),
          course('b', { due: { anchor: { completed: 'a' }, offset: 2, unit: 'WORKDAY' } }),
          course('c', { due: { anchor: { event: 'PROMOTED' }, offset: 0, unit: 'DAY' } }),
        ]),
      ]),
      { now: '2026-01-01T02:00:00.000Z' },
    );
    expect(p.evaluation().datesToFix).toEqual([{ itemKey: 'a', which: 'due', at: DUE, provisional: false }]);
    expect(p.evaluation().items.map(({ awaiting }) => awaiting)).toEqual([undefined, 'completed:a', 'event:PROMOTED']);
    p.at(MONDAY);
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(p.evaluation().datesToFix).toEqual([
      { itemKey: 'b', which: 'due', at: '2026-01-07T15:59:59.000Z', provisional: false },
    ]);
    p.fixDates();
    // Done again later: the date stays what it was.
    p.moveTo('2026-01-20T02:00:00.000Z');
    p.act({ action: 'REOPEN', itemKey: 'a', reason: 'again' }, 'HR');
    p.act({ action: 'COMPLETE', itemKey: 'a' });
    expect(p.item('b').dueAt).toBe('2026-01-07T15:59:59.000Z');
  });

  test('that count through an unpublished year are provisional, and only they move when it is published', () => {
    const definition = plan([
      stage('one', [
        course('a', { due: { anchor: 'START', offset: 10, unit: 'WORKDAY' } }),
        course('b', { due: { anchor: { due: 'a' }, offset: 1, unit: 'WORKDAY' } }),
        course('c', { due: { anchor: 'START', offset: 3, unit: 'DAY' } }),
      ]),
    ]);
    const p = person(definition, { now: '2026-12-20T02:00:00.000Z', startsOn: '2026-12-28' });
    p.fixDates();
    expect(p.evaluation().items.map(({ dueAt, provisional }) => [dueAt, provisional])).toEqual([
      ['2027-01-11T15:59:59.000Z', true],
      ['2027-01-12T15:59:59.000Z', true],
      ['2026-12-31T15:59:59.000Z', false],
    ]);
    const cn = p.environment().calendars.cn;
    if (!cn) throw new Error('No calendar');
    const published = { ...cn, years: { ...cn.years, 2027: { year: 2027, off: ['2027-01-01'], on: [] } } };
    const environment = { ...p.environment(), calendars: { cn: published } };
    const dates = publishedDates(p.definitions, p.events, environment);
    expect(dates).toEqual([
      { itemKey: 'a', which: 'due', at: '2027-01-12T15:59:59.000Z', provisional: false },
      { itemKey: 'b', which: 'due', at: '2027-01-13T15:59:59.000Z', provisional: false },
    ]);
    p.record({ type: 'calendarPublished', data: { calendar: 'cn', year: 2027, dates } });
    expect(p.evaluation().items.map(({ dueAt, provisional }) => [dueAt, provisional])).toEqual([
      ['2027-01-12T15:59:59.000Z', false],
      ['2027-01-13T15:59:59.000Z', false],
      ['2026-12-31T15:59:59.000Z', false],
    ]);
    expect(publishedDates(p.definitions, p.events, environment)).toEqual([]);
  });

  test('a date that a person moved is moved by no rule and no calendar', () => {
    const definition = plan([stage('one', [course('a', { due: { anchor: 'START', offset: 10, unit: 'WORKDAY' } })])]);
    const p = person(definition, { now: '2026-12-20T02:00:00.000Z', startsOn: '2026-12-28' });
    const at = '2027-02-01T10:00:00.000Z';
    p.record({ type: 'dueChanged', data: { itemKey: 'a', reason: 'illness', at } });
    p.record({
      type: 'dateFixed',
      data: { itemKey: 'a', which: 'due', at: '2027-01-11T15:59:59.000Z', provisional: true },
    });
    p.record({
      type: 'calendarPublished',
      data: {
        calendar: 'cn',
        year: 2027,
        dates: [{ itemKey: 'a', which: 'due', at: '2027-01-12T15:59:59.000Z', provisional: false }],
      },
    });
    expect(p.item('a')).toMatchObject({ dueAt: at, provisional: false });
  });
});

describe('feedback', () => {
  const definition = plan([stage('one', [task('a'), task('b'), task('c')])]);

  test('counts what was reviewed and what was in time over what was due or reviewed', () => {
    const p = person(definition, { now: MONDAY });
    for (const itemKey of ['a', 'b', 'c']) p.act({ action: 'SUBMIT', itemKey, artefact: 'x' });
    expect(p.evaluation().progress).toMatchObject({ waiting: 3, feedbackGiven: { count: 0, of: 0 } });
    expect(p.evaluation().nextChangeAt).toBe('2026-01-06T02:00:00.001Z');
    p.moveTo('2026-01-06T02:00:00.000Z');
    p.review({ itemKey: 'a', attempt: 1, decision: 'APPROVE' });
    expect(p.evaluation().progress).toMatchObject({
      waiting: 2,
      feedbackGiven: { count: 1, of: 1 },
      feedbackInTime: { count: 1, of: 1 },
    });
    p.moveTo('2026-01-06T02:00:00.001Z');
    expect(p.evaluation().progress).toMatchObject({
      waiting: 2,
      feedbackGiven: { count: 1, of: 3 },
      feedbackInTime: { count: 1, of: 3 },
    });
    p.review({ itemKey: 'b', attempt: 1, decision: 'APPROVE' });
    expect(p.evaluation().progress).toMatchObject({
      waiting: 1,
      feedbackGiven: { count: 2, of: 3 },
      feedbackInTime: { count: 1, of: 3 },
    });
  });

  test('a review that is late counts against the mentor who had it when its time passed', () => {
    const p = person(definition, { now: MONDAY });
    p.act({ action: 'SUBMIT', itemKey: 'a', artefact: 'x' });
    p.moveTo('2026-01-05T20:00:00.000Z');
    p.record({ type: 'mentorAssigned', data: { personId: 'second' } });
    expect(p.evaluation().submissions[0]).toMatchObject({ reviewerId: 'second', waiting: true });
    p.moveTo('2026-01-08T02:00:00.000Z');
    p.record({ type: 'mentorAssigned', data: { personId: 'third' } });
    expect(p.evaluation()).toMatchObject({ mentorId: 'third', submissions: [{ reviewerId: 'second', inTime: false }] });
  });

  test('in working hours a submission of Friday evening is due on Monday', () => {
    const review = { by: 'MENTOR' as const, within: 'PT4H', clock: 'WORKING_HOURS' as const };
    const p = person(plan([stage('one', [task('a', { task: { deliverable: 'TEXT', review } })])]), {
      now: '2026-01-09T09:00:00.000Z',
    });
    p.act({ action: 'SUBMIT', itemKey: 'a', artefact: 'x' });
    // Friday 17:00: one hour left that day, three on Monday.
    expect(p.evaluation().submissions[0]?.feedbackDueAt).toBe('2026-01-12T04:00:00.000Z');
  });

  test('nobody owes a review for what was excused or reopened before its time', () => {
    const p = person(definition, { now: MONDAY });
    p.act({ action: 'SUBMIT', itemKey: 'a', artefact: 'x' });
    p.act({ action: 'EXCUSE', itemKey: 'a', reason: 'spared' }, 'HR');
    const later = p.evaluation('2026-01-20T00:00:00.000Z');
    expect(later.progress).toMatchObject({ waiting: 0, feedbackGiven: { count: 0, of: 0 } });
    expect(p.decideReview({ itemKey: 'a', attempt: 1, decision: 'APPROVE' })).toMatchObject({
      refusal: { code: 'NOT_NOW' },
    });
  });
});
