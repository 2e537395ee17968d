import type { Evaluation, ItemEvaluation } from './evaluation.js';

/** One character a column (section 9), in the order of `columns`; what this person's version does not have is `-`. */
export function packRow(evaluation: Evaluation, columns: readonly string[]): string {
  const byKey = new Map(evaluation.items.map((item) => [item.key, item]));
  return columns
    .map((key) => {
      const item = byKey.get(key);
      return item ? cellOf(item) : '-';
    })
    .join('');
}

/** The letter of one item; a capital means the same and overdue. */
export function cellOf({ state, outcome, overdue }: ItemEvaluation): string {
  switch (state) {
    case 'LOCKED':
      return '.';
    case 'AVAILABLE':
      return overdue ? 'O' : 'o';
    case 'STARTED':
      return overdue ? 'S' : 's';
    case 'SUBMITTED':
      return 'u';
    case 'RETURNED':
      return overdue ? 'R' : 'r';
    case 'DONE':
      return outcome === 'FAILED' || outcome === 'REJECTED' ? 'x' : 'd';
    case 'EXCUSED':
      return 'e';
    case 'NOT_APPLICABLE':
      return '-';
    default:
      return state satisfies never;
  }
}
