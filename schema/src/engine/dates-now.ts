import { dateIn, dueOf, isKnown } from './dates.js';
import { datesToFix } from './dates-to-fix.js';
import type { Environment, Evaluation, ItemEvaluation } from './evaluation.js';
import { startSettling } from './settling.js';
import type { EnrolmentState } from './state.js';

/** The dates that an evaluation holds, without the rest of it. */
export interface DatesNow {
  datesToFix: Evaluation['datesToFix'];
  dueOf(itemKey: string): ItemEvaluation['dueAt'];
  lastStepDueOf(itemKey: string): ItemEvaluation['dueAt'];
}

/** The dates of `settle`, for callers that need nothing else: most of its work is the state of items and its reasons. */
export function datesNow(state: EnrolmentState, environment: Environment): DatesNow {
  const s = startSettling(state, environment);
  const indexedItem = (key: string) => s.plan.items[s.plan.itemAt.get(key) ?? -1];
  return {
    datesToFix: datesToFix(s),
    dueOf(key) {
      const indexed = indexedItem(key);
      const due = indexed && dueOf(s, indexed);
      return isKnown(due) ? due.at : undefined;
    },
    lastStepDueOf(key) {
      const indexed = indexedItem(key);
      const last = indexed?.steps.at(-1);
      const due =
        indexed && last && dateIn(s, last.dueSlot, last.step.due, { stage: indexed.stage, item: indexed.index });
      return isKnown(due) ? due.at : undefined;
    },
  };
}
