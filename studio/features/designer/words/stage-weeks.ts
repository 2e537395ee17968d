import type { PlanDefinition } from '@planwright/schema/definition';
import { plainDateIn, weekOf } from '@planwright/schema/time';
import { findStage } from '../edits/find';
import { plannedDates } from './planned-dates';

/** A Monday without holidays near it: weeks of a plan are weeks, whatever the calendar. */
const SAMPLE_START = '2025-03-03';

export interface Weeks {
  from: number;
  to: number;
}

/** The calendar weeks that a stage covers, from its own dates or, without an end, from its last item's. */
export function stageWeeks(definition: PlanDefinition, stageKey: string): Weeks | undefined {
  const dates = plannedDates(definition, { startsOn: SAMPLE_START, zone: 'UTC', calendars: {} });
  const opens = findStage(definition, stageKey) && dates.stageOpens(stageKey);
  const dues = (findStage(definition, stageKey)?.items ?? []).flatMap((item) => dates.itemDue(item.key)?.at ?? []);
  const due = dates.stageDue(stageKey)?.at ?? dues.sort().at(-1);
  if (!opens || !due) return undefined;
  const week = (at: string): number => weekOf(plainDateIn(at, 'UTC'), SAMPLE_START);
  return { from: Math.max(1, week(opens.at)), to: Math.max(1, week(due)) };
}
