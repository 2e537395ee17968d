import type { Item } from '../item.js';
import type { LinkResult } from '../link.js';

export type NamedResult = Extract<LinkResult, string>;

/**
 * What an item of this kind can come to of itself. Whatever is done counts as submitted. A review makes the difference
 * for a task: without it nobody approves. A course that asks for a score is passed by reaching it.
 */
export function resultsOf(item: Item): ReadonlySet<NamedResult> {
  switch (item.kind) {
    case 'COURSE':
      return new Set(
        item.course?.done === 'MIN_SCORE' ? ['COMPLETED', 'PASSED', 'SUBMITTED'] : ['COMPLETED', 'SUBMITTED'],
      );
    case 'MEETING':
    case 'SURVEY':
      return new Set(['COMPLETED', 'SUBMITTED']);
    case 'TASK':
      return new Set(
        item.task.review ? ['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED'] : ['COMPLETED', 'SUBMITTED'],
      );
    case 'APPROVAL':
      return new Set(['COMPLETED', 'SUBMITTED', 'APPROVED', 'REJECTED']);
    case 'ASSESSMENT':
      return new Set(['COMPLETED', 'SUBMITTED', 'PASSED', 'FAILED']);
    default:
      return item satisfies never;
  }
}

/** Whether the item always has a score once it is done. A reviewer may give one to any task, but need not. */
export function givesScore(item: Item): boolean {
  if (item.scorer) return true;
  return item.kind === 'ASSESSMENT' || (item.kind === 'COURSE' && item.course?.done === 'MIN_SCORE');
}

/** The least score with which a diligent person leaves the item. */
export function leastScore(item: Item): number {
  if (item.kind === 'ASSESSMENT') return item.assessment.passMark;
  return item.kind === 'COURSE' && item.course?.done === 'MIN_SCORE' ? item.course.score : 0;
}

/** low ≤ score < high, and a high of 100 takes 100 in. */
export function isEmptyBand([low, high]: readonly [number, number]): boolean {
  return low >= high && !(low === 100 && high === 100);
}

/** Whether two results of one item exclude each other. */
export function excludeEachOther(a: LinkResult, b: LinkResult, item: Item): boolean {
  return excludes(a, b, item) || excludes(b, a, item);
}

function excludes(a: LinkResult, b: LinkResult, item: Item): boolean {
  if (typeof a === 'object' && typeof b === 'object') {
    const [[lowA, highA], [lowB]] = [a.scoreIn, b.scoreIn];
    return highA <= lowB && !(highA === 100 && lowB === 100) && lowA < lowB;
  }
  if (typeof a === 'object') {
    const [low, high] = a.scoreIn;
    if (item.kind !== 'ASSESSMENT') return false;
    const { passMark } = item.assessment;
    return (
      ((b === 'PASSED' || b === 'COMPLETED') && high <= passMark && passMark < 100) ||
      (b === 'FAILED' && low >= passMark)
    );
  }
  if (a === 'FAILED') return b === 'PASSED' || b === 'COMPLETED';
  return a === 'REJECTED' && (b === 'APPROVED' || b === 'COMPLETED');
}
