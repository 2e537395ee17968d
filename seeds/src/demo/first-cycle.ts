import { pick, seededRandom } from './random.js';
import type { Fate, Script } from './script.js';

/**
 * The first cycle of `retail-new-manager`: 20 people of 4 mentors with 10 things each. 184 of 200 are completed, 176 of 200 in
 * time, and all 80 pieces of work get feedback, 71 within a day; 14 of 20 by the mentor of the second five, 19 of 20 by each
 * other. Coaching is finished by 19 of 20 at a mean of 70, the goal plan in time by 12 of 20, the interview report by 9.
 */
const FATES: Record<string, Fate>[] = [
  { interviews: 'LATE' },
  { interviews: 'LATE', 'goal-plan': 'LATE' },
  { 'store-diagnosis': 'AGAIN' },
  { interviews: 'LATE', 'promotion-plan': 'AGAIN' },
  { interviews: 'NEVER', 'goal-plan': 'NEVER', 'promotion-plan': 'LEFT' },

  { interviews: 'LATE', 'goal-plan': 'AGAIN' },
  { interviews: 'LATE', 'goal-plan': 'LATE' },
  { 'performance-coaching': 'NEVER', 'goal-plan': 'LEFT', 'store-diagnosis': 'LEFT' },
  { interviews: 'LATE', 'store-diagnosis': 'AGAIN' },
  { 'goal-plan': 'NEVER', 'customer-resources': 'NEVER', 'promotion-plan': 'NEVER' },

  { interviews: 'LATE', 'promotion-plan': 'AGAIN' },
  { 'goal-plan': 'LATE' },
  { interviews: 'NEVER', 'goal-plan': 'LATE', 'store-diagnosis': 'NEVER' },
  { interviews: 'AGAIN' },
  { 'goal-plan': 'LEFT', 'promotion-plan': 'LEFT' },

  { interviews: 'LATE', 'store-diagnosis': 'AGAIN' },
  { interviews: 'LATE', 'goal-plan': 'LATE' },
  { 'goal-plan': 'NEVER', 'promotion-plan': 'NEVER' },
  { 'goal-plan': 'AGAIN' },
  { 'store-diagnosis': 'LEFT' },
];

const LATE_FEEDBACK: Record<number, string[]> = {
  2: ['goal-plan'],
  5: ['interviews', 'goal-plan'],
  6: ['store-diagnosis'],
  7: ['goal-plan'],
  8: ['promotion-plan'],
  9: ['interviews'],
  13: ['promotion-plan'],
  18: ['store-diagnosis'],
};

/** Of the coaching course, without the one who never came: their mean is 70. */
const COACHING = [66, 71, 80, 69, 60, 75, 63, 0, 73, 58, 72, 68, 64, 82, 61, 76, 67, 65, 79, 81];
const OTHER_COURSES = [
  'manager-role',
  'retail-team-duties',
  'effective-meetings',
  'process-optimisation',
  'customer-resources',
];

/** By person; five follow one another to a mentor. */
export function firstCycleScripts(): Script[] {
  const random = seededRandom(2024);
  return FATES.map((fates, index) => ({
    fates,
    lateFeedback: LATE_FEEDBACK[index] ?? [],
    scores: {
      'performance-coaching': COACHING[index] ?? 0,
      ...Object.fromEntries(OTHER_COURSES.map((key) => [key, 82 + Math.floor(random() * 15)])),
    },
  }));
}

export const PEOPLE_PER_MENTOR = 5;

/**
 * The half year before the first cycle, tried with the ten people of two mentors: one gave 14 of 20 feedbacks in time, one 19.
 */
export const pilotScripts = (): Script[] => firstCycleScripts().slice(0, 2 * PEOPLE_PER_MENTOR);

const BEFORE = [74, 83, 71, 88, 79, 85, 77, 90, 72, 81, 86, 75, 69, 84, 78, 92, 80, 73, 87, 76];
const GAIN = [15, 4, 24, 9, -3, 18, 7, 1, 27, -6, 14, 21, 2, 26, 5, 16, 12, -1, 22, 27];

/** Performance of each one's team, as an index, in the half year before and after: from 80 to 92 in the mean, +15 %. */
export const firstCyclePerformance = (): { before: number; after: number }[] =>
  BEFORE.map((before, index) => ({ before, after: before + (GAIN[index] ?? 0) }));

export const TEAM_SIZE = 5;
const UNHAPPY_SUPERIORS = new Set([4, 9, 17]);
/** Of the five in each team. */
const UNHAPPY_MEMBERS = [1, 0, 1, 0, 3, 0, 1, 3, 0, 3, 0, 1, 2, 0, 2, 1, 1, 2, 0, 1];

/** Answers 1–5 to three questions: by person, by respondent. 17 of 20 superiors and 78 of 100 team members are satisfied. */
export function firstCycleAnswers(): { superiors: number[][]; team: number[][][] } {
  const random = seededRandom(2025);
  const answers = (satisfied: boolean): number[] =>
    pick(
      random,
      satisfied
        ? [
            [4, 4, 4],
            [5, 4, 4],
            [4, 5, 4],
            [5, 5, 4],
            [5, 5, 5],
          ]
        : [
            [3, 3, 4],
            [3, 4, 3],
            [2, 3, 4],
            [3, 3, 3],
          ],
    );
  return {
    superiors: FATES.map((_, index) => answers(!UNHAPPY_SUPERIORS.has(index))),
    team: UNHAPPY_MEMBERS.map((unhappy) =>
      Array.from({ length: TEAM_SIZE }, (_, member) => answers(member >= unhappy)),
    ),
  };
}
