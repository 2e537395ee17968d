import { describe, expect, it } from '@jest/globals';
import { afterDecided, byTimeLeft, neighbour, readScore, textParts, weightedScore } from './queue';

describe('the review queue', () => {
  it('puts the least time left first and what has no deadline last', () => {
    const rows = [
      { id: 'none-late', submittedAt: '2026-03-02T00:00:00.000Z', feedbackDueAt: null },
      { id: 'later', submittedAt: '2026-03-01T00:00:00.000Z', feedbackDueAt: '2026-03-04T00:00:00.000Z' },
      { id: 'none-early', submittedAt: '2026-03-01T00:00:00.000Z', feedbackDueAt: null },
      { id: 'sooner', submittedAt: '2026-03-02T00:00:00.000Z', feedbackDueAt: '2026-03-03T00:00:00.000Z' },
    ];
    expect(byTimeLeft(rows).map((row) => row.id)).toEqual(['sooner', 'later', 'none-early', 'none-late']);
  });

  it('goes on with the next after a decision, and back at the end', () => {
    expect(afterDecided(['a', 'b', 'c'], 'b')).toBe('c');
    expect(afterDecided(['a', 'b', 'c'], 'c')).toBe('b');
    expect(afterDecided(['a'], 'a')).toBeUndefined();
    expect(afterDecided(['a', 'b'], 'gone')).toBe('a');
  });

  it('moves by one and stops at both ends', () => {
    expect(neighbour(['a', 'b'], undefined, 1)).toBe('a');
    expect(neighbour(['a', 'b'], 'a', 1)).toBe('b');
    expect(neighbour(['a', 'b'], 'b', 1)).toBe('b');
    expect(neighbour(['a', 'b'], 'a', -1)).toBe('a');
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });
});

describe('a score', () => {
  const criteria = [
    { key: 'depth', weight: 2 },
    { key: 'form', weight: 1 },
  ];

  it('is the mean of the criteria by weight, once each has one', () => {
    expect(weightedScore(criteria, { depth: 90, form: 60 })).toBe(80);
    expect(weightedScore(criteria, { depth: 90 })).toBeUndefined();
    expect(weightedScore([], {})).toBeUndefined();
  });

  it('is a number from 0 to 100 or nothing', () => {
    expect(readScore(' ')).toBeUndefined();
    expect(readScore('0')).toBe(0);
    expect(readScore('87.5')).toBe(87.5);
    for (const typed of ['-1', '101', 'A', 'Infinity']) expect(readScore(typed)).toBe('wrong');
  });
});

describe('submitted text', () => {
  it('keeps its words and turns only web addresses into links', () => {
    expect(textParts('报告：https://docs.example/a，请看第 2 页')).toEqual([
      { text: '报告：' },
      { url: 'https://docs.example/a' },
      { text: '，请看第 2 页' },
    ]);
    expect(textParts('See https://docs.example/a.')).toEqual([
      { text: 'See ' },
      { url: 'https://docs.example/a' },
      { text: '.' },
    ]);
    expect(textParts('<img src=x onerror=alert(1)> javascript:alert(1)')).toEqual([
      { text: '<img src=x onerror=alert(1)> javascript:alert(1)' },
    ]);
  });
});
