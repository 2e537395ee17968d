import { describe, expect, it } from '@jest/globals';
import type { PersonRow } from '../../outcomes/person-rows/person-row.js';
import { outcomeSection } from './outcome-section.js';
import type { ReportInput, ReportMetric } from './report-data.js';

const metric = (key: string): ReportMetric => ({
  key,
  title: { 'zh-CN': key, en: key },
  unit: '分',
  direction: 'HIGHER_IS_BETTER',
  scale: 'CONTINUOUS',
  family: 'PERFORMANCE',
});

/** People by what was measured before and after. */
const input = (changes: [before: number, after: number][]): ReportInput => {
  const rows = changes.map(
    ([before, after]): Partial<PersonRow> => ({
      status: 'COMPLETED',
      baseline: { performance: before, skill: before },
      outcome: {
        performance: { value: after, measuredOn: '2026-04-01' },
        skill: { value: after, measuredOn: '2026-04-01' },
      },
    }),
  );
  return {
    rows: rows as PersonRow[],
    metrics: [metric('performance'), metric('skill')],
    primaryMetric: 'performance',
    smallestEffect: 5,
  } as ReportInput;
};

describe('the change of a metric', () => {
  it('shows each person’s change, smallest first, so that the order tells nobody', () => {
    const [line] = outcomeSection(
      input([
        [60, 69],
        [70, 68],
        [50, 55],
        [80, 83],
        [55, 55],
      ]),
    );
    expect(line).toMatchObject({ n: 5, unit: '分', direction: 'HIGHER_IS_BETTER', changes: [-2, 0, 3, 5, 9] });
    expect(line?.estimate).toBe(3);
  });

  it('shows nobody’s change below five people, and says why there is no figure', () => {
    const [line] = outcomeSection(input([[60, 69]]));
    expect(line).toMatchObject({ n: 1, estimate: null, changes: [] });
    expect(line?.note).toBeDefined();
  });

  it('has a smallest effect only for the metric that it was written down for', () => {
    const lines = outcomeSection(input([[60, 69]]));
    expect(lines.map(({ smallestEffect }) => smallestEffect)).toEqual([5, null]);
  });
});
