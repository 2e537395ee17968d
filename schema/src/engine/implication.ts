import type { LinkResult } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import type { Leaf } from './need.js';
import { resultName, resultOver } from './result.js';
import type { Settling } from './settling.js';
import { holdsAt } from './span.js';

/** Whether a fact would be true if the given ones came true. */
export function impliedBy(s: Settling, leaf: Leaf, facts: readonly Leaf[]): boolean {
  if (leaf.kind === 'order' && leaf.group !== undefined && groupComes(s, leaf.group, facts)) return true;
  return facts.some((fact) => fact === leaf || implies(s, fact, leaf));
}

function implies(s: Settling, a: Leaf, b: Leaf): boolean {
  const [first, second] = [comesAt(s, a), comesAt(s, b)];
  // By the time a wait has ended, the shorter ones have too.
  if (second !== undefined) return first !== undefined && first >= second;
  if (first !== undefined) return false;
  const [result, other] = [resultOf(a), resultOf(b)];
  if (result && other) return result.item === other.item && includes(result.on, other.on);
  if (a.kind === 'item' && b.kind === 'item') return sameResult(a, b) && a.negated === b.negated;
  if (a.kind === 'expression' && b.kind === 'expression') {
    return a.expression === b.expression && a.negated === b.negated;
  }
  if (a.kind === 'order' && b.kind === 'order') return a.group !== undefined && a.group === b.group;
  return a.kind === 'awaiting' && b.kind === 'awaiting' && a.awaiting === b.awaiting;
}

/** When time alone brings a fact about. */
function comesAt(s: Settling, leaf: Leaf): Instant | undefined {
  return leaf.truth.yes.find(({ from }) => from > s.at)?.from;
}

const sameResult = (a: Leaf & { kind: 'item' }, b: Leaf & { kind: 'item' }): boolean =>
  a.item === b.item && resultName(a.on) === resultName(b.on);

/** The result that a fact is: an item's turn in an ordered stage comes with the completion of the one before. */
function resultOf(leaf: Leaf): { item: number; on: LinkResult } | undefined {
  if (leaf.kind === 'order') return leaf.item === undefined ? undefined : { item: leaf.item, on: 'COMPLETED' };
  return leaf.kind === 'item' && !leaf.negated ? leaf : undefined;
}

/** Whether one result brings the other along: what is approved is completed, and what is done was handed in. */
function includes(a: LinkResult, b: LinkResult): boolean {
  if (resultName(a) === resultName(b)) return true;
  if (b === 'COMPLETED') return a === 'APPROVED' || a === 'PASSED';
  return b === 'SUBMITTED';
}

/** Whether the facts complete enough of an elective group on their way. */
function groupComes(s: Settling, position: number, facts: readonly Leaf[]): boolean {
  const group = s.plan.groups[position];
  if (!group) return false;
  const completed = (item: number) =>
    holdsAt(resultOver(s, item, 'COMPLETED').yes, s.at) ||
    facts.some((fact) => {
      const result = resultOf(fact);
      return result?.item === item && includes(result.on, 'COMPLETED');
    });
  return group.items.filter(completed).length >= group.group.choose;
}

const GOOD: readonly LinkResult[] = ['COMPLETED', 'PASSED', 'APPROVED'];

/** Whether two facts cannot both come true. */
export function contradicts(a: Leaf, b: Leaf): boolean {
  if (a.kind === 'expression' && b.kind === 'expression') {
    return a.expression === b.expression && a.negated !== b.negated;
  }
  if (a.kind !== 'item' || b.kind !== 'item' || a.item !== b.item) return false;
  if (a.negated !== b.negated) {
    const [claim, denial] = a.negated ? [b, a] : [a, b];
    return includes(claim.on, denial.on);
  }
  if (a.negated) return false;
  if (typeof a.on !== 'string' || typeof b.on !== 'string') {
    return (
      typeof a.on !== 'string' &&
      typeof b.on !== 'string' &&
      (a.on.scoreIn[0] >= b.on.scoreIn[1] || b.on.scoreIn[0] >= a.on.scoreIn[1])
    );
  }
  if (a.on === 'SUBMITTED' || b.on === 'SUBMITTED') return false;
  return a.on !== b.on && !(GOOD.includes(a.on) && GOOD.includes(b.on));
}
