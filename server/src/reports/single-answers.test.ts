import { describe, expect, test } from '@jest/globals';
import { restsOnOneAnswer, tellsAnswers, withoutFewAnswers } from '../outcomes/person-rows/single-answers.js';
import { outcomeSection } from './analysis/outcome-section.js';

const metric = (key: string) => ({
  key,
  title: { en: key },
  unit: null,
  direction: 'HIGHER_IS_BETTER' as const,
  scale: 'CONTINUOUS' as const,
  family: 'SURVEY' as const,
});

/** People measured twice by two metrics, rated by superiors in turn. */
function sectionOf(people: number, superiors: number): Parameters<typeof outcomeSection>[0] {
  const rows = Array.from({ length: people }, (_, i) => ({
    status: 'COMPLETED',
    baseline: { 'satisfaction-superior': 50, 'team-performance': 50 },
    outcome: {
      'satisfaction-superior': { value: 60 + i, measuredOn: '2026-03-30', raterId: `r${i % superiors}` },
      'team-performance': { value: 60 + i, measuredOn: '2026-03-30' },
    },
  })) as unknown as Parameters<typeof outcomeSection>[0]['rows'];
  return {
    rows,
    metrics: [metric('satisfaction-superior'), metric('team-performance')],
    primaryMetric: null,
    smallestEffect: null,
  };
}

describe('what one superior answered', () => {
  test('is in no figure over fewer than five people', () => {
    const people = [0, 0, 0, 0, 1, 1, 1, 1, 1].map((group, i) => ({ group, outcome: i * 10, raterId: `r${i}` }));
    const kept = withoutFewAnswers('satisfaction-superior', people, (one) => one);
    expect(kept.map(({ outcome }) => outcome)).toEqual([null, null, null, null, 40, 50, 60, 70, 80]);
    expect(withoutFewAnswers('team-performance', people, (one) => one)).toEqual(people);
    const raters = (count: number) => Array.from({ length: count }, (_, i) => `r${i}`);
    expect([0, 1, 4, 5].map((count) => tellsAnswers('satisfaction-superior', raters(count)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(restsOnOneAnswer('satisfaction-team')).toBe(false);
  });

  test('counts once, however many people they rate', () => {
    const people = Array.from({ length: 20 }, (_, i) => ({ group: 0, outcome: i, raterId: `r${i % 4}` }));
    const isKept = (some: typeof people) =>
      withoutFewAnswers('satisfaction-superior', some, (one) => one).every(({ outcome }) => outcome !== null);
    expect(isKept(people)).toBe(false);
    expect(isKept([...people, { group: 0, outcome: 1, raterId: 'r4' }])).toBe(true);
    // Answers without a known rater may all be of one person.
    expect(tellsAnswers('satisfaction-superior', Array(20).fill(null))).toBe(true);
    expect(outcomeSection(sectionOf(20, 4))[0]).toMatchObject({ n: 20, estimate: null, low: null, changes: [] });
    expect(outcomeSection(sectionOf(20, 5))[0]?.estimate).not.toBeNull();
  });

  test('is no dot of a report: the change is given, the single changes are not', () => {
    const lines = outcomeSection(sectionOf(6, 6));
    expect(lines.map(({ n, estimate, changes }) => [n, estimate, changes.length])).toEqual([
      [6, 12.5, 0],
      [6, 12.5, 6],
    ]);
  });
});
