import type { Share } from '@planwright/schema/figures';
import type { LocalizedText } from '@planwright/schema/text';
import { clusteredShare } from '../../statistics/index.js';
import type { ShareLine } from './report-data.js';

/** Fewest people in a group that is shown, and in the rest that it leaves. */
export const SMALLEST_GROUP = 5;

/**
 * A share over all items of these people, each with what was theirs: its interval counts people, not items, since the items of one
 * person are alike.
 */
export function shareLine(key: string, title: LocalizedText, people: readonly Share[]): ShareLine {
  const { share, interval, count, of } = clusteredShare(people);
  return { key, title, share, low: interval?.low ?? null, high: interval?.high ?? null, count, of, suppressed: false };
}

/** People, not enrolments: somebody who was in a plan twice counts once. */
export const countPeople = (rows: readonly { personId: string }[]): number =>
  new Set(rows.map(({ personId }) => personId)).size;

export const addShares = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { count, of }) => ({ count: sum.count + count, of: sum.of + of }), { count: 0, of: 0 });

/**
 * Groups of fewer than five people are not shown. Where all hidden groups together still hold fewer than five, subtraction
 * from the whole would show them: the smallest shown group is hidden, too.
 */
export function withoutSmallGroups<T extends { people: number; line: ShareLine }>(groups: readonly T[]): ShareLine[] {
  const hidden = new Set(groups.filter(({ people }) => people < SMALLEST_GROUP));
  const hiddenPeople = () => [...hidden].reduce((sum, { people }) => sum + people, 0);
  const shown = groups.filter((group) => !hidden.has(group)).sort((a, b) => a.people - b.people);
  while (hidden.size > 0 && hiddenPeople() < SMALLEST_GROUP && shown.length > 0) hidden.add(shown.shift() as T);
  return groups.map((group) =>
    hidden.has(group)
      ? { ...group.line, share: null, low: null, high: null, count: 0, of: 0, suppressed: true }
      : group.line,
  );
}
