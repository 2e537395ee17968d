import type { DateRule } from '../calendar/index.js';
import { dateIn, isKnown, type Place } from './dates.js';
import type { FixedDate } from './event.js';
import type { Settling } from './settling.js';

/** Dates whose anchor has happened and that no event holds yet. */
export function datesToFix(s: Settling): FixedDate[] {
  if (s.state.cancelledAt !== undefined) return [];
  const found: FixedDate[] = [];
  forEachRule(s, (slot, rule, place) => {
    if (s.state.dates[slot]) return;
    const dated = dateIn(s, slot, rule, place);
    const target = s.plan.targets[slot];
    if (target && isKnown(dated)) found.push({ ...target, at: dated.at, provisional: dated.provisional });
  });
  return found;
}

function forEachRule(s: Settling, look: (slot: number, rule: DateRule, place: Place) => void): void {
  for (const { stage, index, opensSlot, dueSlot, items } of s.plan.stages) {
    if (stage.opens) look(opensSlot, stage.opens, { stage: index });
    if (stage.due) look(dueSlot, stage.due, { stage: index });
    for (const position of items) {
      const indexed = s.plan.items[position];
      if (!indexed) continue;
      const place = { stage: index, item: position };
      if (indexed.item.opens) look(indexed.opensSlot, indexed.item.opens, place);
      for (const { step, dueSlot: slot } of indexed.steps) if (step.due) look(slot, step.due, place);
      if (indexed.item.due) look(indexed.dueSlot, indexed.item.due, place);
    }
  }
}
