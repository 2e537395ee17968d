import type { Share } from '@planwright/schema/figures';
import { funnelLimits } from '../../statistics/index.js';
import { running } from './process-section.js';
import type { MentorLine, ReportInput } from './report-data.js';
import { addShares, shareLine } from './share-lines.js';

/** Reviews under which a share of one mentor says nothing. */
export const FEWEST_REVIEWS = 10;

/** Feedback in time by mentor, against what chance alone does around the common rate (funnel limits). */
export function mentorFigures({ rows }: ReportInput): MentorLine[] {
  const byMentor = new Map<string, { name: string; shares: Share[] }>();
  for (const { mentorId, mentorName, process } of running(rows)) {
    if (mentorId === null) continue;
    const known = byMentor.get(mentorId) ?? { name: mentorName ?? '', shares: [] };
    byMentor.set(mentorId, { ...known, shares: [...known.shares, process.feedbackInTime] });
  }
  const all = addShares([...byMentor.values()].flatMap(({ shares }) => shares));
  return [...byMentor]
    .map(([mentorId, { name, shares }]): MentorLine => {
      const timely = addShares(shares);
      const line = shareLine('feedbackInTime', { 'zh-CN': name, en: name }, shares);
      if (timely.of < FEWEST_REVIEWS || all.of === 0)
        return { mentorId, name, timely: line, limits: null, outsideLimits: false };
      const rate = all.count / all.of;
      const [warn, alarm] = [funnelLimits(rate, timely.of, 0.95), funnelLimits(rate, timely.of, 0.998)];
      const share = timely.count / timely.of;
      return { mentorId, name, timely: line, limits: { warn, alarm }, outsideLimits: share < alarm.low };
    })
    .sort((a, b) => (a.timely.share ?? 1) - (b.timely.share ?? 1));
}
