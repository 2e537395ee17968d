import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asTitle,
  byFamily,
  canRecord,
  FAMILIES,
  isGoodKey,
  keyFrom,
  type Metric,
  proposedKey,
  rangeWords,
  withUnit,
} from './metric';

const metric = (part: Partial<Metric>): Metric => ({
  key: 'k',
  title: 'K',
  family: 'TASK',
  scale: 'CONTINUOUS',
  source: 'RECORDED',
  direction: 'HIGHER_IS_BETTER',
  unit: null,
  low: null,
  high: null,
  ...part,
});

describe('metrics', () => {
  it('stand in the five families, the empty ones included', () => {
    const grouped = byFamily([metric({ key: 'a', family: 'SURVEY' }), metric({ key: 'b' })]);
    expect(grouped.map(({ family }) => family)).toEqual([...FAMILIES]);
    expect(grouped.map(({ metrics }) => metrics.map(({ key }) => key))).toEqual([[], ['b'], [], [], ['a']]);
  });

  it('that follow from the plan’s course are not recorded', () => {
    expect(canRecord(metric({ source: 'PROCESS' }))).toBe(false);
    expect(canRecord(metric({ source: 'SURVEY' }))).toBe(true);
  });
});

describe('a name', () => {
  it('begins with a capital where it stands by itself', () => {
    expect(asTitle('team performance')).toBe('Team performance');
    expect(asTitle('团队绩效')).toBe('团队绩效');
    expect(asTitle('NPS')).toBe('NPS');
  });
});

describe('a value', () => {
  it('is told with its unit', () => {
    expect(withUnit(1234.567, 'h', 'en')).toBe('1,234.57 h');
    expect(withUnit(86.5, '%', 'zh-CN')).toBe('86.5%');
    expect(withUnit(3, null, 'zh-CN')).toBe('3');
  });

  it('lies in a range that is told as it is', () => {
    expect(rangeWords({ low: 0, high: 100, unit: '%' }, 'en')).toBe('0–100%');
    expect(rangeWords({ low: 0, high: null, unit: 'h' }, 'en')).toBe('≥ 0 h');
    expect(rangeWords({ low: null, high: 10, unit: null }, 'en')).toBe('≤ 10');
    expect(rangeWords({ low: null, high: null, unit: 'h' }, 'en')).toBeUndefined();
  });
});

describe('a key', () => {
  it('comes from a Latin title', () => {
    expect(keyFrom('Exam result (June)')).toBe('exam-result-june');
    expect(keyFrom('Évaluation')).toBe('evaluation');
    expect(keyFrom('季度销售额')).toBe('');
  });

  it('is one that the server takes, or empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (title) => {
        const key = keyFrom(title);
        expect(key === '' || isGoodKey(key)).toBe(true);
      }),
    );
  });
});

describe('the key that a new metric is given', () => {
  it('follows its title', () => {
    expect(proposedKey('Quarterly sales', new Set())).toBe('quarterly-sales');
  });

  it('is good and free for every title, Chinese ones included: nobody has to type one', () => {
    expect(proposedKey('季度销售额', new Set())).toBe('metric');
    expect(proposedKey('季度销售额', new Set(['metric', 'metric-2']))).toBe('metric-3');
    fc.assert(
      fc.property(fc.string(), fc.nat(4), (title, others) => {
        const taken = new Set<string>();
        for (let n = 0; n <= others; n += 1) {
          const key = proposedKey(title, taken);
          expect(isGoodKey(key)).toBe(true);
          expect(taken.has(key)).toBe(false);
          taken.add(key);
        }
      }),
    );
  });
});
