import { describe, expect, test } from '@jest/globals';
import { restsOnOneAnswer, tellsAnswers, withoutFewAnswers } from '../outcomes/single-answers.js';
import { outcomeSection } from './analysis/outcome-section.js';

describe('what one superior answered', () => {
  test('is in no figure over fewer than five people', () => {
    const people = [0, 0, 0, 0, 1, 1, 1, 1, 1].map((group, i) => ({ group, outcome: i * 10 }));
    const kept = withoutFewAnswers('satisfaction-superior', people, ({ group }) => group);
    expect(kept.map(({ outcome }) => outcome)).toEqual([null, null, null, null, 40, 50, 60, 70, 80]);
    expect(withoutFewAnswers('team-performance', people, ({ group }) => group)).toEqual(people);
    expect([0, 1, 4, 5].map((count) => tellsAnswers('satisfaction-superior', count))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(restsOnOneAnswer('satisfaction-team')).toBe(false);
  });

  test('is no dot of a report: the change is given, the single changes are not', () => {
    const metric = (key: string) => ({
      key,
      title: { en: key },
      unit: null,
      direction: 'HIGHER_IS_BETTER' as const,
      scale: 'CONTINUOUS' as const,
      family: 'SURVEY' as const,
    });
    const rows = Array.from({ length: 6 }, (_, i) => ({
      status: 'COMPLETED',
      baseline: { 'satisfaction-superior': 50, 'team-performance': 50 },
      outcome: {
        'satisfaction-superior': { value: 60 + i, measuredOn: '2026-03-30' },
        'team-performance': { value: 60 + i, measuredOn: '2026-03-30' },
      },
    })) as unknown as Parameters<typeof outcomeSection>[0]['rows'];
    const lines = outcomeSection({
      rows,
      metrics: [metric('satisfaction-superior'), metric('team-performance')],
      primaryMetric: null,
      smallestEffect: null,
    });
    expect(lines.map(({ n, estimate, changes }) => [n, estimate, changes.length])).toEqual([
      [6, 12.5, 0],
      [6, 12.5, 6],
    ]);
  });
});
