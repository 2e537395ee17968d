import {
  type Anchor,
  addLag,
  type Calendars,
  type DateResult,
  type DateRule,
  type ResolvedDate,
  resolveDate,
  type WorkingDayCalendar,
} from '@planwright/schema/calendar';
import type { PlanDefinition } from '@planwright/schema/definition';
import { type Instant, instantAt, type PlainDate, type Zone } from '@planwright/schema/time';
import { findItem, findStage } from '../edits/find';

export interface PlannedStart {
  startsOn: PlainDate;
  zone: Zone;
  calendars: Calendars;
}

/** When things would happen for a person who finishes everything on its due date. */
export interface PlannedDates {
  /** A rule of an item, as it would come out; with `own` for anchors that mean the item itself. */
  resolve(rule: DateRule | undefined, kind: 'opens' | 'due', own: { item?: string; stage: string }): DateResult;
  itemOpens(key: string): ResolvedDate | undefined;
  itemDue(key: string): ResolvedDate | undefined;
  stageOpens(key: string): ResolvedDate | undefined;
  stageDue(key: string): ResolvedDate | undefined;
  calendar: WorkingDayCalendar;
}

const WEEKENDS_ONLY: WorkingDayCalendar = { key: '', years: {} };
const known = (result: DateResult): ResolvedDate | undefined => ('at' in result ? result : undefined);
const latest = (dates: ResolvedDate[]): ResolvedDate | undefined =>
  dates.reduce<ResolvedDate | undefined>((late, date) => (!late || date.at > late.at ? date : late), undefined);

/** Plans are looked at one rule at a time, so each date is worked out when asked and kept. */
export function plannedDates(definition: PlanDefinition, { startsOn, zone, calendars }: PlannedStart): PlannedDates {
  const calendar = calendars[definition.calendar ?? ''] ?? WEEKENDS_ONLY;
  const cache = new Map<string, ResolvedDate | undefined>();
  /** Dates that wait for themselves are no dates; `checkPlan` names the circle. */
  function remember(id: string, work: () => ResolvedDate | undefined): ResolvedDate | undefined {
    if (!cache.has(id)) {
      cache.set(id, undefined);
      cache.set(id, work());
    }
    return cache.get(id);
  }
  const startInstant: Instant = instantAt(startsOn, '00:00', zone);
  const start: ResolvedDate = { at: startInstant, provisional: false };

  function lookup(anchor: Anchor, own: { item?: string; stage: string }): ResolvedDate | undefined {
    if (anchor === 'START') return start;
    if (anchor === 'STAGE_START') return stageOpens(own.stage);
    if (anchor === 'OPENED') return own.item ? itemOpens(own.item) : stageOpens(own.stage);
    if (typeof anchor === 'string') return undefined;
    if ('opened' in anchor) return itemOpens(anchor.opened);
    if ('completed' in anchor) return itemDone(anchor.completed);
    if ('due' in anchor) return itemDue(anchor.due);
    return start;
  }
  const resolve: PlannedDates['resolve'] = (rule, kind, own) =>
    resolveDate(rule, { startsOn, lookup: (anchor) => lookup(anchor, own) }, { calendar, zone, kind });

  function stageOpens(key: string): ResolvedDate | undefined {
    return remember(`stage-opens ${key}`, () => {
      const stage = findStage(definition, key);
      return stage?.opens ? known(resolve(stage.opens, 'opens', { stage: key })) : start;
    });
  }
  function stageDue(key: string): ResolvedDate | undefined {
    return remember(`stage-due ${key}`, () => known(resolve(findStage(definition, key)?.due, 'due', { stage: key })));
  }
  function linksMet(key: string): ResolvedDate[] {
    const met = (definition.links ?? []).flatMap((link) => {
      if (link.to !== key) return [];
      const done = itemDone(link.from);
      if (!done) return [];
      const lagged = addLag(done.at, link.lag, { calendar, zone });
      return [{ at: lagged.at, provisional: done.provisional || lagged.provisional }];
    });
    const join = definition.joins?.[key] ?? { rule: 'ALL' as const };
    const sorted = met.sort((a, b) => (a.at < b.at ? -1 : 1));
    const needed = join.rule === 'ANY' ? 1 : join.rule === 'AT_LEAST' ? join.n : sorted.length;
    const last = sorted[Math.min(needed, sorted.length) - 1];
    return last ? [last] : [];
  }
  function itemOpens(key: string): ResolvedDate | undefined {
    return remember(`opens ${key}`, () => {
      const found = findItem(definition, key);
      const stage = found && stageOpens(found.stage.key);
      if (!found || !stage) return undefined;
      const own = resolve(found.item.opens, 'opens', { item: key, stage: found.stage.key });
      if ('awaiting' in own) return undefined;
      return latest([stage, ...linksMet(key), ...('at' in own ? [own] : [])]);
    });
  }
  function itemDue(key: string): ResolvedDate | undefined {
    return remember(`due ${key}`, () => {
      const found = findItem(definition, key);
      if (!found) return undefined;
      if (!found.item.due) return stageDue(found.stage.key);
      return known(resolve(found.item.due, 'due', { item: key, stage: found.stage.key }));
    });
  }
  const itemDone = (key: string): ResolvedDate | undefined => itemDue(key) ?? itemOpens(key);

  return { resolve, itemOpens, itemDue, stageOpens, stageDue, calendar };
}
