import { describe, expect, it } from '@jest/globals';
import { byDay } from './by-day';

describe('messages by day', () => {
  it('end a day at midnight of the reader’s zone', () => {
    const list = ['2026-01-05T17:00:00Z', '2026-01-05T15:59:00Z', '2026-01-05T01:00:00Z'];
    const days = byDay(list, (at) => at, 'Asia/Shanghai');
    expect(days).toEqual([
      { date: '2026-01-06', list: ['2026-01-05T17:00:00Z'] },
      { date: '2026-01-05', list: ['2026-01-05T15:59:00Z', '2026-01-05T01:00:00Z'] },
    ]);
    expect(byDay([], String, 'UTC')).toEqual([]);
  });
});
