import type { StateLook } from '@/features/tokens/tokens';
import type { ItemOutcome, ItemStateKind } from '@/gql/graphql';

/** Letter of the packed board row (plan language §9) → state; a capital is the same state, overdue. */
export function lookOfLetter(letter: string): StateLook | 'absent' {
  switch (letter) {
    case '.':
      return 'locked';
    case 'o':
      return 'open';
    case 's':
      return 'started';
    case 'u':
      return 'submitted';
    case 'r':
      return 'returned';
    case 'd':
      return 'done';
    case 'x':
      return 'failed';
    case 'e':
      return 'excused';
    case 'O':
    case 'S':
    case 'R':
      return 'overdue';
    default:
      return 'absent';
  }
}

/** How an item of the API looks. */
export function lookOfItem(item: {
  state: ItemStateKind;
  outcome?: ItemOutcome | null;
  overdue?: boolean;
}): StateLook | 'absent' {
  switch (item.state) {
    case 'NOT_APPLICABLE':
      return 'absent';
    case 'LOCKED':
      return 'locked';
    case 'EXCUSED':
      return 'excused';
    case 'SUBMITTED':
      return 'submitted';
    case 'DONE':
      return item.outcome === 'FAILED' || item.outcome === 'REJECTED' ? 'failed' : 'done';
    case 'AVAILABLE':
      return item.overdue ? 'overdue' : 'open';
    case 'STARTED':
      return item.overdue ? 'overdue' : 'started';
    case 'RETURNED':
      return item.overdue ? 'overdue' : 'returned';
    default:
      return 'absent';
  }
}
