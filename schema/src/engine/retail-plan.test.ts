import { describe, expect, test } from '@jest/globals';
import { person } from '../testing/person.js';
import { retailPlan } from '../testing/retail-plan.js';
import { packRow } from './packed-row.js';

/** 18:00 in Shanghai on a day of 2026. */
const evening = (day: string) => `2026-${day}T10:00:00.000Z`;

describe('the retail plan of somebody who starts on Monday 5 January 2026', () => {
  const definition = retailPlan();
  const enrolled = () => person(definition, { now: '2025-12-29T02:00:00.000Z' });

  test('has the dates that a paper calendar gives, across Spring Festival', () => {
    const p = enrolled();
    p.at('2026-01-05T01:00:00.000Z');
    expect(p.evaluation().stages.map(({ opensAt, dueAt, open }) => [opensAt, dueAt, open])).toEqual([
      ['2026-01-04T16:00:00.000Z', evening('01-16'), true],
      ['2026-01-18T16:00:00.000Z', evening('02-27'), false],
      ['2026-03-01T16:00:00.000Z', evening('03-27'), false],
    ]);
    expect(
      p
        .evaluation()
        .items.map(({ key, dueAt }) => [key, dueAt])
        .slice(0, 10),
    ).toEqual([
      ['manager-role', evening('01-09')],
      ['retail-team-duties', evening('01-16')],
      // It opens with the first course, seven days before it is due.
      ['interviews', undefined],
      ['effective-meetings', evening('01-30')],
      ['performance-coaching', evening('02-13')],
      ['goal-plan', evening('02-27')],
      ['process-optimisation', evening('03-13')],
      ['customer-resources', evening('03-20')],
      ['store-diagnosis', evening('03-20')],
      ['promotion-plan', evening('03-27')],
    ]);
    expect(p.evaluation()).toMatchObject({ dueAt: evening('03-27'), nextChangeAt: '2026-01-09T10:00:00.001Z' });
  });

  test('gives the figures of the board to the digit while one report goes back and forth', () => {
    const p = enrolled();
    const columns = p.evaluation().items.map(({ key }) => key);
    const row = () => packRow(p.evaluation(), columns);
    expect(row()).toBe('..........');
    p.at('2026-01-06T01:00:00.000Z');
    expect(row()).toBe('oo........');
    expect(p.item('interviews').lockedBecause[0]?.text).toEqual({
      'zh-CN': '完成《新经理的角色定位》后开放',
      en: 'Opens after you complete “The role of a new manager”',
    });
    p.act({ action: 'COMPLETE', itemKey: 'manager-role' });
    p.fixDates();
    // Tuesday the 6th and seven days: Tuesday the 13th, a working day.
    expect([row(), p.item('interviews').dueAt]).toEqual(['doo.......', evening('01-13')]);
    p.at('2026-01-13T09:00:00.000Z');
    p.act({ action: 'SUBMIT', itemKey: 'interviews', artefact: 'https://docs.example.com/interviews' });
    expect(row()).toBe('dou.......');
    expect(p.evaluation().submissions).toMatchObject([
      { feedbackDueAt: '2026-01-14T09:00:00.000Z', reviewerId: 'mentor', waiting: true },
    ]);
    p.at('2026-01-13T11:00:00.000Z');
    p.review({ itemKey: 'interviews', attempt: 1, decision: 'RETURN', comment: 'third finding' });
    expect(row()).toBe('doR.......');
    p.act({ action: 'SUBMIT', itemKey: 'interviews', artefact: 'https://docs.example.com/interviews' });
    p.at('2026-01-14T11:00:00.001Z');
    p.review({ itemKey: 'interviews', attempt: 2, decision: 'APPROVE', score: 85 });
    p.at('2026-01-17T00:00:00.000Z');
    expect(row()).toBe('dOd.......');
    expect(p.evaluation().progress).toEqual({
      completion: { count: 2, of: 10 },
      onTime: { count: 2, of: 3 },
      feedbackGiven: { count: 2, of: 2 },
      feedbackInTime: { count: 1, of: 2 },
      overdue: 1,
      waiting: 0,
    });
    p.at('2026-01-18T16:00:00.000Z');
    expect(row()).toBe('dOdooo....');
  });
});
