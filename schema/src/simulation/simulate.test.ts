import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '../calendar/generated/cn.js';
import { assessment, course, plan, stage, task } from '../testing/plan-builder.js';
import { callInProcessZone, PROCESS_ZONES } from '../testing/process-zone.js';
import { retailPlan, retailWalks } from '../testing/retail-plan.js';
import { plainDateIn, plainTimeIn } from '../time/zone.js';
import { runSimulation, type SimulatedDay, simulate } from './simulate.js';

const ENVIRONMENT = {
  calendars: { cn: cnCalendar },
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
};
const MONDAY = { startsOn: '2026-01-05', zone: 'Asia/Shanghai' };

/** One line an event: local date and time, kind, item. */
function lines(days: SimulatedDay[], zone = 'Asia/Shanghai'): string[] {
  return days.flatMap(({ events }) =>
    events.map(({ at, kind, itemKey }) =>
      [plainDateIn(at, zone), plainTimeIn(at, zone).slice(0, 5), kind, itemKey].filter(Boolean).join(' '),
    ),
  );
}

describe('the retail plan from Monday 5 January 2026, across Spring Festival', () => {
  const days = simulate(retailPlan(), MONDAY, ENVIRONMENT);

  test('gives the dates that were worked out by hand', () => {
    expect(lines(days)).toEqual([
      // Week 1. The interview report opens when the first course is done, on Friday, and is due seven days later.
      '2026-01-05 00:00 OPENS manager-role',
      '2026-01-05 00:00 OPENS retail-team-duties',
      '2026-01-09 18:00 DUE manager-role',
      '2026-01-09 18:00 COMPLETED manager-role',
      '2026-01-09 18:00 OPENS interviews',
      // Week 2. Feedback has 24 plain hours, so it is due on a Saturday.
      '2026-01-16 18:00 DUE retail-team-duties',
      '2026-01-16 18:00 DUE interviews',
      '2026-01-16 18:00 COMPLETED retail-team-duties',
      '2026-01-17 18:00 FEEDBACK_DUE interviews',
      '2026-01-17 18:00 COMPLETED interviews',
      '2026-01-17 18:00 STAGE_COMPLETED',
      // Weeks 3 to 8. Friday of week 6 is the last but one working day before the festival.
      '2026-01-19 00:00 OPENS effective-meetings',
      '2026-01-19 00:00 OPENS performance-coaching',
      '2026-01-19 00:00 OPENS goal-plan',
      '2026-01-30 18:00 DUE effective-meetings',
      '2026-01-30 18:00 COMPLETED effective-meetings',
      '2026-02-13 18:00 DUE performance-coaching',
      '2026-02-13 18:00 COMPLETED performance-coaching',
      '2026-02-27 18:00 DUE goal-plan',
      // A Saturday that is a working day.
      '2026-02-28 18:00 FEEDBACK_DUE goal-plan',
      '2026-02-28 18:00 COMPLETED goal-plan',
      '2026-02-28 18:00 STAGE_COMPLETED',
      // Weeks 9 to 12.
      '2026-03-02 00:00 OPENS process-optimisation',
      '2026-03-02 00:00 OPENS customer-resources',
      '2026-03-02 00:00 OPENS store-diagnosis',
      '2026-03-02 00:00 OPENS promotion-plan',
      '2026-03-13 18:00 DUE process-optimisation',
      '2026-03-13 18:00 COMPLETED process-optimisation',
      '2026-03-20 18:00 DUE customer-resources',
      '2026-03-20 18:00 DUE store-diagnosis',
      '2026-03-20 18:00 COMPLETED customer-resources',
      '2026-03-21 18:00 FEEDBACK_DUE store-diagnosis',
      '2026-03-21 18:00 COMPLETED store-diagnosis',
      '2026-03-27 18:00 DUE promotion-plan',
      '2026-03-28 18:00 FEEDBACK_DUE promotion-plan',
      '2026-03-28 18:00 COMPLETED promotion-plan',
      '2026-03-28 18:00 STAGE_COMPLETED',
      '2026-03-28 18:00 PLAN_COMPLETED',
    ]);
  });

  test('shows every day with its 调休: 83 days, of which 56 are working days', () => {
    expect(days).toHaveLength(83);
    expect(days.filter(({ workday }) => workday)).toHaveLength(56);
    const february = days.filter(({ date }) => date >= '2026-02-13' && date <= '2026-03-01');
    expect(february.map(({ date, workday }) => `${date.slice(5)} ${workday ? 'works' : 'rests'}`)).toEqual([
      '02-13 works',
      '02-14 works',
      '02-15 rests',
      '02-16 rests',
      '02-17 rests',
      '02-18 rests',
      '02-19 rests',
      '02-20 rests',
      '02-21 rests',
      '02-22 rests',
      '02-23 rests',
      '02-24 works',
      '02-25 works',
      '02-26 works',
      '02-27 works',
      '02-28 works',
      '03-01 rests',
    ]);
  });

  test('writes each event in both languages', () => {
    const texts = days.flatMap(({ events }) => events.map(({ text }) => text));
    expect(texts).toContainEqual({ 'zh-CN': '《新经理的角色定位》截止', en: '“The role of a new manager” is due' });
    expect(texts).toContainEqual({
      'zh-CN': '《完成团队成员访谈报告》的反馈截止',
      en: 'Feedback on “Team interview report” is due',
    });
    expect(texts.at(-1)).toEqual({
      'zh-CN': '培养计划《零售新经理培养计划》完成',
      en: 'The plan “Retail new manager” is complete',
    });
  });

  test('a start in the middle of a week has the same Fridays, and opens on the first day', () => {
    const wednesday = lines(simulate(retailPlan(), { ...MONDAY, startsOn: '2026-01-07' }, ENVIRONMENT));
    expect(wednesday[0]).toBe('2026-01-07 00:00 OPENS manager-role');
    expect(wednesday.slice(2)).toEqual(lines(days).slice(2));
  });

  test('until cuts the walk off at the end of that day', () => {
    const cut = simulate(retailPlan(), { ...MONDAY, until: '2026-02-13' }, ENVIRONMENT);
    expect(cut.at(-1)?.date).toBe('2026-02-13');
    expect(lines(cut)).toEqual(lines(days).filter((line) => line < '2026-02-14'));
  });

  test('in another zone the local times are the same', () => {
    const newYork = simulate(retailPlan(), { ...MONDAY, zone: 'America/New_York' }, ENVIRONMENT);
    const local = lines(newYork, 'America/New_York');
    // The clocks go forward on 8 March; only plain hours of feedback could feel it, and none runs over that night.
    expect(local).toEqual(lines(days));
  });
});

describe('the zone of the process does not matter', () => {
  test.each(PROCESS_ZONES)(
    'events, states and days are the same in a process under TZ=$zone',
    async ({ zone, offsetMinutes }) => {
      const child = await callInProcessZone(zone, new URL('../testing/retail-plan.ts', import.meta.url), 'retailWalks');
      expect(child.offsetMinutes + 0).toBe(offsetMinutes);
      expect(child.result).toEqual(JSON.parse(JSON.stringify(retailWalks())));
    },
  );
});

describe('simulate', () => {
  const steps = plan([
    stage(
      'one',
      [
        course('first', { due: { week: 1, weekday: 'FRI' } }),
        task('report', {
          task: {
            deliverable: 'DOCUMENT',
            steps: [
              { key: 'draft', title: { en: 'Draft' }, due: { week: 1, weekday: 'THU' } },
              { key: 'final', title: { en: 'Final' }, due: { week: 2, weekday: 'THU' } },
            ],
            review: { by: 'MENTOR', within: 'PT4H', clock: 'WORKING_HOURS' },
          },
        }),
        assessment('exam', { due: { week: 2, weekday: 'FRI' } }),
      ],
      { due: { week: 2, weekday: 'FRI' } },
    ),
  ]);

  test('each step has its own date', () => {
    expect(lines(simulate(steps, MONDAY, ENVIRONMENT)).filter((line) => line.includes('report'))).toEqual([
      '2026-01-05 00:00 OPENS report',
      '2026-01-08 23:59 DUE report',
      '2026-01-15 23:59 DUE report',
      '2026-01-16 13:00 FEEDBACK_DUE report',
      '2026-01-16 13:00 COMPLETED report',
    ]);
  });

  test('with actions the person does these and nothing else, and what is late is overdue', () => {
    const at = (date: string) => `${date}T02:00:00.000Z`;
    const { days, refused } = runSimulation(
      steps,
      {
        ...MONDAY,
        until: '2026-01-20',
        actions: [
          { at: at('2026-01-12'), itemKey: 'first', action: 'COMPLETE' },
          { at: at('2026-01-06'), itemKey: 'report', action: 'SUBMIT' },
          { at: at('2026-01-07'), itemKey: 'report', stepKey: 'final', action: 'SUBMIT' },
          { at: at('2026-01-13'), itemKey: 'exam', action: 'SCORE', score: 40 },
          { at: at('2026-01-14'), itemKey: 'exam', action: 'SCORE', score: 75 },
          { at: at('2026-01-14'), itemKey: 'exam', action: 'SCORE', score: 75 },
        ],
      },
      ENVIRONMENT,
    );
    expect(lines(days)).toEqual([
      '2026-01-05 00:00 OPENS first',
      '2026-01-05 00:00 OPENS report',
      '2026-01-05 00:00 OPENS exam',
      '2026-01-07 14:00 FEEDBACK_DUE report',
      '2026-01-07 14:00 COMPLETED report',
      '2026-01-09 23:59 DUE first',
      '2026-01-09 23:59 OVERDUE first',
      '2026-01-12 10:00 COMPLETED first',
      '2026-01-14 10:00 COMPLETED exam',
      '2026-01-14 10:00 STAGE_COMPLETED',
      '2026-01-14 10:00 PLAN_COMPLETED',
    ]);
    expect(days.at(-1)?.date).toBe('2026-01-20');
    expect(refused.map(({ action, refusal }) => [action.itemKey, refusal.code])).toEqual([['exam', 'NOT_NOW']]);
  });

  test('an action on a locked item is refused and named', () => {
    const linked = plan([stage('one', [course('a'), course('b')])], {
      links: [{ from: 'a', to: 'b', on: 'COMPLETED' }],
    });
    const { days, refused } = runSimulation(
      linked,
      { ...MONDAY, actions: [{ at: '2026-01-06T02:00:00.000Z', itemKey: 'b', action: 'COMPLETE' }] },
      ENVIRONMENT,
    );
    expect(refused.map(({ refusal }) => refusal.code)).toEqual(['LOCKED_ITEM']);
    expect(lines(days)).toEqual(['2026-01-05 00:00 OPENS a']);
  });

  test('of a group only what has to be chosen is done', () => {
    const elective = { requirement: 'ELECTIVE' as const };
    const chosen = plan(
      [stage('one', [course('x', elective), course('y', elective)], { due: { week: 1, weekday: 'FRI' } })],
      {
        electives: [{ key: 'g', from: ['x', 'y'], choose: 1 }],
      },
    );
    expect(lines(simulate(chosen, MONDAY, ENVIRONMENT)).filter((line) => line.includes('COMPLETED'))).toEqual([
      '2026-01-09 23:59 COMPLETED x',
      '2026-01-09 23:59 STAGE_COMPLETED',
      '2026-01-09 23:59 PLAN_COMPLETED',
    ]);
  });

  test('what waits for an event that never comes ends the walk instead of running on', () => {
    const waiting = plan([
      stage('one', [course('a', { opens: { anchor: { event: 'PROMOTED' }, offset: 1, unit: 'DAY' } })]),
    ]);
    expect(simulate(waiting, MONDAY, ENVIRONMENT)).toEqual([{ date: '2026-01-05', workday: true, events: [] }]);
  });
});
