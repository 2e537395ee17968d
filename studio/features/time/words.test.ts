import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateIn, dateWords, daysBetween, distance, halfSpaced } from './words';

const now = new Date('2026-03-02T02:00:00.000Z');
const later = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();

describe('how far an instant is', () => {
  it.each([
    [5 * 60, { when: 'left', unit: 'hours', count: 5 }],
    [5 * 60 + 59, { when: 'left', unit: 'hours', count: 5 }],
    [59, { when: 'left', unit: 'minutes', count: 59 }],
    [47 * 60, { when: 'left', unit: 'hours', count: 47 }],
    [48 * 60, { when: 'left', unit: 'days', count: 2 }],
    [-60, { when: 'late', unit: 'hours', count: 1 }],
    [-3 * 24 * 60, { when: 'late', unit: 'days', count: 3 }],
    [0.5, { when: 'now' }],
    [-0.5, { when: 'now' }],
  ] as const)('at %p minutes', (minutes, far) => {
    expect(distance(later(minutes), now)).toEqual(far);
  });

  it('never promises more time than there is', () => {
    const unit = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 90 * 86_400_000 }), (milliseconds) => {
        const far = distance(new Date(now.getTime() + milliseconds).toISOString(), now);
        expect(far.when).toBe('left');
        if (far.when !== 'now') expect(far.count * unit[far.unit]).toBeLessThanOrEqual(milliseconds);
      }),
    );
  });
});

describe('calendar days', () => {
  it('are those of the zone', () => {
    expect(dateIn('Asia/Shanghai', '2026-03-01T16:30:00.000Z')).toBe('2026-03-02');
    expect(dateIn('America/New_York', '2026-03-01T16:30:00.000Z')).toBe('2026-03-01');
  });

  it('are counted across a change of clocks', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2);
  });
});

describe('a date in words', () => {
  it('has half spaces between Chinese and figures', () => {
    expect(halfSpaced('3月2日周一 18:00')).toBe('3 月 2 日周一 18:00');
    expect(dateWords('2026-03-02', 'day', 'zh-CN', 'Asia/Shanghai')).toBe('3 月 2 日周一');
    expect(dateWords('2026-03-02T10:00:00.000Z', 'time', 'zh-CN', 'Asia/Shanghai')).toBe('18:00');
  });

  it('is a plain date’s own day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      expect(dateWords('2026-03-02', 'full', 'en', zone)).toBe('March 2, 2026');
    }
  });

  it('says midnight as 00:00', () => {
    expect(dateWords('2026-03-01T16:00:00.000Z', 'time', 'en', 'Asia/Shanghai')).toBe('00:00');
  });
});
