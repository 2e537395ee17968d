import { funnelLimits } from '../../statistics/index.js';
import type { MentorLine } from './report-data.js';

/** Between which shares chance alone keeps somebody with `of` reviews: 95 and 998 of 1,000 periods. */
export interface FunnelLimit {
  of: number;
  warnLow: number;
  warnHigh: number;
  alarmLow: number;
  alarmHigh: number;
}

export interface MentorFunnel {
  /** Of all mentors: the common rate is `count` of `of`. */
  count: number;
  of: number;
  limits: FunnelLimit[];
}

/** Limits are drawn as curves through this many sizes at most. */
const CURVE_POINTS = 40;

/** The curves that mentors are held against; null while nobody has given feedback. */
export function mentorFunnel(mentors: readonly Pick<MentorLine, 'timely'>[]): MentorFunnel | null {
  const count = mentors.reduce((sum, { timely }) => sum + timely.count, 0);
  const of = mentors.reduce((sum, { timely }) => sum + timely.of, 0);
  if (of === 0) return null;
  const most = Math.max(...mentors.map(({ timely }) => timely.of));
  const steps = Math.min(CURVE_POINTS, most);
  const step = steps === 1 ? 0 : (most - 1) / (steps - 1);
  const sizes = Array.from({ length: steps }, (_, i) => (i === steps - 1 ? most : Math.round(1 + step * i)));
  const limits = sizes.map((size): FunnelLimit => {
    const [warn, alarm] = [funnelLimits(count / of, size, 0.95), funnelLimits(count / of, size, 0.998)];
    return { of: size, warnLow: warn.low, warnHigh: warn.high, alarmLow: alarm.low, alarmHigh: alarm.high };
  });
  return { count, of, limits };
}
