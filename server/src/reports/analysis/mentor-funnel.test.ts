import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mentorFunnel } from './mentor-funnel.js';
import { shareLine } from './share-lines.js';

const mentor = (count: number, of: number) => ({
  timely: shareLine('feedbackInTime', { 'zh-CN': '李敏', en: 'Li Min' }, [{ count, of }]),
});

describe('the funnel of mentors', () => {
  it('has no curves while nobody has given feedback', () => {
    expect(mentorFunnel([])).toBeNull();
    expect(mentorFunnel([mentor(0, 0)])).toBeNull();
  });

  it('reaches to the mentor with most reviews, and each limit stands around the common rate', () => {
    const counts = fc.array(
      fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => mentor(Math.min(a, b), Math.max(a, b))),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(counts, (mentors) => {
        const funnel = mentorFunnel(mentors);
        if (!funnel) return mentors.every(({ timely }) => timely.of === 0);
        const rate = funnel.count / funnel.of;
        const sizes = funnel.limits.map(({ of }) => of);
        expect(sizes.at(-1)).toBe(Math.max(...mentors.map(({ timely }) => timely.of)));
        expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
        for (const { warnLow, warnHigh, alarmLow, alarmHigh } of funnel.limits) {
          expect(alarmLow).toBeLessThanOrEqual(warnLow + 1e-12);
          expect(warnHigh).toBeLessThanOrEqual(alarmHigh + 1e-12);
          expect(alarmLow).toBeLessThanOrEqual(rate + 1e-12);
          expect(alarmHigh).toBeGreaterThanOrEqual(rate - 1e-12);
        }
        return true;
      }),
    );
  });
});
