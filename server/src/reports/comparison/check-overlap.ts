import type { LocalizedText } from '@planwright/schema/text';
import { figure, missingOutcomes } from '../../experiments/analysis/index.js';
import { say } from '../generated/messages.js';
import type { BalanceFigure, ComparedPerson } from './comparison-data.js';

export interface ComparisonCheck {
  key: 'attrition' | 'overlap' | 'balance' | 'departments';
  passed: boolean;
  text: LocalizedText;
}

/** People's worth of comparable ones that each group needs after weighting. */
const FEWEST_COMPARABLE = 10;
/** Share of a group in departments where the other version never ran. */
const ELSEWHERE = 0.5;

/** Whether those who have an outcome stand for everybody who ran the two versions. A failure decides the verdict. */
export function checkMissing(people: readonly ComparedPerson[]): ComparisonCheck {
  const groups = ([0, 1] as const).map((group) => people.filter((person) => person.group === group));
  const { passed, text } = missingOutcomes(groups);
  return { key: 'attrition', passed, text };
}

/** Whether two groups that nobody drew hold people who can be compared at all. A failure decides the verdict. */
export function checkOverlap(
  people: readonly ComparedPerson[],
  effectiveSize: readonly [number, number],
  balance: readonly BalanceFigure[],
): ComparisonCheck[] {
  const least = Math.min(...effectiveSize);
  const worst = Math.max(0, ...balance.map(({ after }) => Math.abs(after ?? 0)));
  const apart = Math.max(...([0, 1] as const).map((group) => shareElsewhere(people, group)));
  return [
    {
      key: 'overlap',
      passed: least >= FEWEST_COMPARABLE,
      text: say('checkOverlap.tooFewPeople', { least: figure(least), fewest: FEWEST_COMPARABLE }),
    },
    {
      key: 'balance',
      passed: balance.every(({ passed }) => passed),
      text: say('checkOverlap.afterWeightingGroups', { worst: figure(worst) }),
    },
    {
      key: 'departments',
      passed: apart <= ELSEWHERE,
      text: say('checkOverlap.twoVersionsRan'),
    },
  ];
}

function shareElsewhere(people: readonly ComparedPerson[], group: 0 | 1): number {
  const there = new Set(people.filter((person) => person.group !== group).map(({ departmentId }) => departmentId));
  const own = people.filter((person) => person.group === group);
  return own.filter(({ departmentId }) => !there.has(departmentId)).length / Math.max(1, own.length);
}
