import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import { retailPlan } from '../edits/retail-plan.fixture';
import { daysPassedOver } from './passed-over';
import { plannedDates } from './planned-dates';
import { stageWeeks } from './stage-weeks';

const start = { startsOn: '2026-01-05', zone: 'Asia/Shanghai', calendars: { cn: cnCalendar } };

describe('planned dates', () => {
  test('a task that counts working days from a course lands behind Spring Festival', () => {
    const dates = plannedDates(retailPlan(), start);
    // Coaching is due Friday 13 February; 14 Feb is a make-up workday, 15–23 Feb are off, then 24, 25, 26, 27.
    expect(dates.itemDue('goal-plan')).toEqual({ at: '2026-02-27T10:00:00.000Z', provisional: false });
    expect(daysPassedOver('2026-02-13', '2026-02-27', cnCalendar)).toEqual({
      holidays: ['春节'],
      workingWeekends: ['2026-02-14'],
    });
  });

  test('an item opens when its stage is open and what its links need is done', () => {
    const dates = plannedDates(retailPlan(), start);
    expect(dates.itemOpens('interviews')?.at).toBe('2026-01-09T10:00:00.000Z');
    expect(dates.itemDue('interviews')?.at).toBe('2026-01-16T10:00:00.000Z');
    expect(dates.stageOpens('team')?.at).toBe('2026-01-18T16:00:00.000Z');
    expect(dates.itemDue('tools')?.at).toBe(dates.stageDue('team')?.at);
  });

  test('the first of several links is enough where any is', () => {
    const plan = retailPlan();
    plan.joins = { 'goal-plan': { rule: 'ANY' } };
    const opens = plannedDates(plan, start).itemOpens('goal-plan')?.at;
    expect(opens).toBe('2026-01-18T16:00:00.000Z');
    expect(plannedDates(retailPlan(), start).itemOpens('goal-plan')?.at).toBe('2026-02-13T10:00:00.000Z');
  });

  test('dates that wait for each other are unknown, not endless', () => {
    const plan = retailPlan();
    const [first, second] = plan.stages[0]?.items ?? [];
    if (first) first.due = { anchor: { due: 'interviews' }, offset: 1, unit: 'DAY' };
    if (second) second.due = { anchor: { due: 'manager-role' }, offset: 1, unit: 'DAY' };
    expect(plannedDates(plan, start).itemDue('interviews')).toBeUndefined();
  });

  test('a stage says the calendar weeks that it covers, counted from the week of the start', () => {
    const plan = retailPlan();
    const at = (key: string) => stageWeeks(plan, key);
    expect(at('role')).toEqual({ from: 1, to: 2 });
    expect(at('team')).toEqual({ from: 3, to: 8 });
    if (plan.stages[1]) delete plan.stages[1].due;
    expect(at('team')).toEqual({ from: 3, to: 7 });
    expect(at('nowhere')).toBeUndefined();
  });
});
