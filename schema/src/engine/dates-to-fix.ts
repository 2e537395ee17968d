import type { DateRule } from '../definition/date-rule.js';
import { type Dated, dateIn, isKnown } from './dates.js';
import type { FixedDate } from './event.js';
import type { Settling } from './settling.js';

/** Dates whose anchor has happened and that no event holds yet. */
export function datesToFix(s: Settling): FixedDate[] {
  if (s.state.cancelledAt !== undefined) return [];
  return everyDate(s).flatMap(({ slot, dated }) => {
    const target = s.plan.targets[slot];
    if (!target || !isKnown(dated) || dated.recorded) return [];
    return [{ ...target, at: dated.at, provisional: dated.provisional }];
  });
}

/** All dates of the plan that stand in a rule or an event, by slot. */
export function everyDate(s: Settling): { slot: number; dated: Dated }[] {
  const found: { slot: number; dated: Dated }[] = [];
  const look = (slot: number, rule: DateRule | undefined, stage: number, item?: number) => {
    const dated = dateIn(s, slot, rule, { stage, item });
    if (dated) found.push({ slot, dated });
  };
  for (const { stage, index, opensSlot, dueSlot, items } of s.plan.stages) {
    look(opensSlot, stage.opens, index);
    look(dueSlot, stage.due, index);
    for (const position of items) {
      const indexed = s.plan.items[position];
      if (!indexed) continue;
      look(indexed.opensSlot, indexed.item.opens, index, position);
      for (const { step, dueSlot: slot } of indexed.steps) look(slot, step.due, index, position);
      look(indexed.dueSlot, indexed.item.due, index, position);
    }
  }
  return found;
}
