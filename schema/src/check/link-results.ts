import { type Item, judgementOf, type LinkResult } from '../kinds/index.js';

/** Whether the item always has a score once it is done. A reviewer may give one to any task, but need not. */
export const givesScore = (item: Item): boolean => item.scorer !== undefined || judgementOf(item) !== undefined;

/** The least score with which a diligent person leaves the item. */
export const leastScore = (item: Item): number => judgementOf(item)?.mark ?? 0;

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
    const judgement = judgementOf(item);
    if (judgement?.by !== 'ATTEMPTS') return false;
    const { mark } = judgement;
    return ((b === 'PASSED' || b === 'COMPLETED') && high <= mark && mark < 100) || (b === 'FAILED' && low >= mark);
  }
  if (a === 'FAILED') return b === 'PASSED' || b === 'COMPLETED';
  return a === 'REJECTED' && (b === 'APPROVED' || b === 'COMPLETED');
}
