import { describe, expect, test } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import { type Evaluation, evaluate } from '@planwright/schema/engine';
import { poolFigures } from '@planwright/schema/figures';
import { loadTemplates } from '../templates.js';
import { simulateCohort } from './cohort.js';
import { STEADY } from './conduct.js';
import {
  firstCycleAnswers,
  firstCyclePerformance,
  firstCycleScripts,
  PEOPLE_PER_MENTOR,
  pilotScripts,
} from './first-cycle.js';
import type { Script } from './script.js';

const retail = (await loadTemplates()).find(({ key }) => key === 'retail-new-manager')?.definition;
if (!retail) throw new Error('no retail plan');

const mentorOf = (index: number) => `mentor-${Math.floor(index / PEOPLE_PER_MENTOR)}`;

function run(scripts: Script[], startsOn: string, now: string) {
  const environment = {
    now,
    calendars: { cn: cnCalendar },
    workspace: { workingHours: { from: '09:00', to: '18:00' }, calendar: 'cn' },
  };
  const members = scripts.map((script, index) => ({
    personId: `person-${index}`,
    mentorId: mentorOf(index),
    partners: {},
    persona: STEADY,
    facts: {},
    script,
  }));
  const cohort = { definition: retail as NonNullable<typeof retail>, versionId: 'v1', startsOn, members };
  const histories = simulateCohort(
    { ...cohort, enrolledBy: 'hr', seed: 11 },
    { ...environment, zone: 'Asia/Shanghai' },
  );
  // Not what the simulation says, but what the engine makes of the events.
  return histories.map(({ events }) => evaluate({ v1: cohort.definition }, events, environment));
}

const pooled = (people: Evaluation[]) => poolFigures(people.map(({ progress }) => progress));
const items = (people: Evaluation[], key: string) =>
  people.flatMap((person) => person.items.filter((item) => item.key === key));
const good = new Set(['COMPLETED', 'APPROVED', 'PASSED']);

/** Starts before summer, over the Spring Festival, over National Day, and in a year whose calendar is not published. */
const STARTS = [
  ['2026-07-06', '2026-11-23T08:00:00.000Z'],
  ['2026-01-05', '2026-05-25T08:00:00.000Z'],
  ['2025-08-25', '2026-01-12T08:00:00.000Z'],
  ['2027-03-01', '2027-07-19T08:00:00.000Z'],
] as const;

describe.each(STARTS)('the first cycle, started on %s', (startsOn, now) => {
  const people = run(firstCycleScripts(), startsOn, now);

  test('ends at 92 % complete, 88 % in time and 100 % with feedback', () => {
    expect(pooled(people)).toMatchObject({
      completion: { count: 184, of: 200 },
      onTime: { count: 176, of: 200 },
      feedbackGiven: { count: 80, of: 80 },
      feedbackInTime: { count: 71, of: 80 },
      waiting: 0,
    });
    expect(people.filter(({ status }) => status === 'COMPLETED')).toHaveLength(13);
  });

  test('has a coaching course that 19 of 20 finish at a quality of 70, and others above 80', () => {
    const coaching = items(people, 'performance-coaching').filter(({ outcome }) => good.has(outcome ?? ''));
    expect(coaching).toHaveLength(19);
    expect(coaching.reduce((sum, { score = 0 }) => sum + score, 0)).toBe(19 * 70);
    for (const { kind, key, score } of people.flatMap((person) => person.items)) {
      if (kind === 'COURSE' && key !== 'performance-coaching' && score !== undefined) expect(score).toBeGreaterThan(80);
    }
  });

  test('has a goal plan in time for 12 of 20 and an interview report for 9; all else for 18 at least', () => {
    const inTime = (key: string) => items(people, key).filter(({ onTime }) => onTime).length;
    expect([inTime('goal-plan'), inTime('interviews')]).toEqual([12, 9]);
    for (const { key } of people[0]?.items ?? [])
      if (key !== 'goal-plan' && key !== 'interviews') expect([key, inTime(key) >= 18]).toEqual([key, true]);
  });

  test('has one mentor at 14 of 20 and three at 19 of 20', () => {
    const timely = [0, 1, 2, 3].map(
      (mentor) => pooled(people.filter(({ mentorId }) => mentorId === `mentor-${mentor}`)).feedbackInTime,
    );
    expect(timely).toEqual([19, 14, 19, 19].map((count) => ({ count, of: 20 })));
  });
});

test('in the pilot the same mentors gave 19 and 14 of 20 feedbacks in time', () => {
  const people = run(pilotScripts(), '2025-11-10', '2026-11-23T08:00:00.000Z');
  const timely = [0, 1].map(
    (mentor) => pooled(people.filter(({ mentorId }) => mentorId === `mentor-${mentor}`)).feedbackInTime,
  );
  expect(timely).toEqual([
    { count: 19, of: 20 },
    { count: 14, of: 20 },
  ]);
});

test('teams perform 15 % better afterwards, 17 of 20 superiors and 78 of 100 team members are satisfied', () => {
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  const pairs = firstCyclePerformance();
  expect(sum(pairs.map(({ before }) => before)) / 20).toBe(80);
  expect(sum(pairs.map(({ after }) => after)) / 20).toBe(80 * 1.15);
  const { superiors, team } = firstCycleAnswers();
  const satisfied = (answers: number[][]) => answers.filter((answer) => sum(answer) / answer.length >= 4).length;
  expect([satisfied(superiors), superiors.length]).toEqual([17, 20]);
  expect([satisfied(team.flat()), team.flat().length]).toEqual([78, 100]);
});
