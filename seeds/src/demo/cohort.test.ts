import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import { evaluate } from '@planwright/schema/engine';
import { poolFigures } from '@planwright/schema/figures';
import { loadTemplates } from '../templates.js';
import { cohortName, mondayBefore, simulateCohort } from './cohort.js';
import { STEADY, STRUGGLING } from './conduct.js';

const retail = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager')?.definition;
if (!retail) throw new Error('no retail plan');

const surroundings = {
  now: '2026-11-23T08:00:00.000Z',
  zone: 'Asia/Shanghai',
  calendars: { cn: cnCalendar },
  workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
};
const members = Array.from({ length: 24 }, (_, index) => ({
  personId: `person-${index}`,
  mentorId: `mentor-${index % 3}`,
  partners: {},
  persona: index % 8 === 7 ? STRUGGLING : STEADY,
  facts: { teamSize: 5 },
}));
const cohort = (weeksAgo: number) => ({
  definition: retail,
  versionId: 'v1',
  startsOn: mondayBefore(surroundings.now, weeksAgo, surroundings.zone),
  members,
  enrolledBy: 'hr',
  seed: 7,
});

describe('a demo cohort', () => {
  const finished = simulateCohort(cohort(20), surroundings);
  const figures = poolFigures(finished.map(({ evaluation }) => evaluation.progress));
  const share = ({ count, of }: { count: number; of: number }) => count / of;

  test('that is over is about 90 % complete and on time, with feedback for everything', () => {
    expect(share(figures.completion)).toBeGreaterThan(0.84);
    expect(share(figures.completion)).toBeLessThan(0.97);
    expect(share(figures.onTime)).toBeGreaterThan(0.82);
    expect(share(figures.onTime)).toBeLessThan(0.96);
    expect(figures.feedbackGiven.count).toBe(figures.feedbackGiven.of);
    expect(share(figures.feedbackInTime)).toBeGreaterThan(0.85);
  });

  test('is a history that the engine gives again', () => {
    for (const { events, evaluation } of finished.slice(0, 6)) {
      const again = evaluate({ v1: retail }, events, { ...surroundings, now: surroundings.now });
      expect(again.progress).toEqual(evaluation.progress);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    }
  });

  test('that runs is alive: work done, work waiting, work overdue', () => {
    const running = simulateCohort(cohort(5), surroundings);
    const now = poolFigures(running.map(({ evaluation }) => evaluation.progress));
    expect(share(now.completion)).toBeGreaterThan(0.25);
    expect(share(now.completion)).toBeLessThan(0.6);
    expect(now.overdue).toBeGreaterThan(0);
    expect(running.every(({ events }) => events.every(({ recordedAt }) => recordedAt <= surroundings.now))).toBe(true);
  });

  test('is the same at every start', () => {
    expect(simulateCohort(cohort(20), surroundings)).toEqual(finished);
  });
});

test('cohorts are named by the season they start in', () => {
  expect(mondayBefore('2026-11-23T08:00:00.000Z', 0, 'Asia/Shanghai')).toBe('2026-11-23');
  expect(mondayBefore('2026-11-22T08:00:00.000Z', 1, 'Asia/Shanghai')).toBe('2026-11-09');
  expect(cohortName('2026-10-19', '零售新经理')).toBe('2026 秋季零售新经理');
});
