import type { LocalizedText } from '@planwright/schema/text';
import { quantile } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { running } from './process-section.js';
import type { ReportInput, TimeLine } from './report-data.js';
import { SMALLEST_GROUP } from './share-lines.js';

const IN_ALL = say('learningTime.inAll');

/**
 * How long people say that they took: each in all, then each item that somebody said it of, in the order of the plan. Medians,
 * since one forgotten browser tab moves a mean by hours; nothing under five people.
 */
export function learningTime({ definition, rows }: Pick<ReportInput, 'definition' | 'rows'>): TimeLine[] {
  const people = running(rows);
  const items = definition.stages.flatMap((stage) => stage.items);
  const lines = [
    timeLine(
      { key: '', title: IN_ALL, planned: null },
      people.flatMap(({ process }) => process.minutes ?? []),
    ),
    ...items.map(({ key, title, minutes }) =>
      timeLine(
        { key, title, planned: minutes ?? null },
        people.flatMap((row) => row.items.find((item) => item.key === key)?.minutes ?? []),
      ),
    ),
  ];
  return lines.filter(({ n, suppressed }) => n > 0 || suppressed);
}

function timeLine(
  about: { key: string; title: LocalizedText; planned: number | null },
  minutes: readonly number[],
): TimeLine {
  const nothing = { ...about, median: null, low: null, high: null, n: 0 };
  if (minutes.length < SMALLEST_GROUP) return { ...nothing, suppressed: minutes.length > 0 };
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(minutes, share));
  return {
    ...about,
    median: median ?? null,
    low: low ?? null,
    high: high ?? null,
    n: minutes.length,
    suppressed: false,
  };
}
