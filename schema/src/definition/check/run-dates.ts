import type { WorkingDayCalendar } from '../../calendar/calendar.js';
import { addLag, type DateContext, resolveDate } from '../../calendar/resolve-date.js';
import { earlierOf, laterOf } from '../../time/epoch.js';
import type { Instant, PlainDate } from '../../time/instant.js';
import { instantAt } from '../../time/zone.js';
import type { Anchor, DateRule } from '../date-rule.js';
import type { Condition } from '../link.js';
import type { Stage } from '../plan-definition.js';
import { type CheckIndex, conditionOf, joinOf, neededLinks, stepsOf } from './check-index.js';
import { components } from './components.js';
import { nodeKey, openingGraph, requiredBefore } from './opening-graph.js';

/** Only differences matter here, and those of whole days: one zone without clock changes serves. */
const ZONE = 'UTC';

/** The dates of one start day: when each stage and item can open at the earliest, and what is due when. */
export interface RunDates {
  startsOn: PlainDate;
  start: Instant;
  opens: Map<string, Instant>;
  /** By item or stage key; by `item/step` for a step. Absent where there is no rule, or it waits for an event. */
  due: Map<string, Instant>;
  /** A date was counted through a year whose calendar is not published. */
  provisional: boolean;
}

/** Works out runs of one plan for many start days; the order of the dates is found once. The dates must hold no cycle. */
export class RunPlanner {
  private readonly nodes: string[];
  private readonly context: DateContext;

  constructor(
    private readonly index: CheckIndex,
    calendar: WorkingDayCalendar,
  ) {
    this.nodes = components(openingGraph(index, 'with-order')).flat();
    this.context = { calendar, zone: ZONE };
  }

  /** How many dates a run has, for those who count the work. */
  get size(): number {
    return this.nodes.length;
  }

  run(startsOn: PlainDate): RunDates {
    const dates: RunDates = {
      startsOn,
      start: instantAt(startsOn, '00:00', ZONE),
      opens: new Map(),
      due: new Map(),
      provisional: false,
    };
    for (const node of this.nodes) this.fill(node, dates);
    return dates;
  }

  private fill(node: string, dates: RunDates): void {
    const key = nodeKey(node);
    const placed = this.index.items.get(key);
    const stage = placed?.stage ?? this.index.stages.get(key);
    if (!stage) return;
    if (node.startsWith('open:')) {
      dates.opens.set(
        key,
        placed ? this.itemOpens(key, stage, dates) : this.atLeast(stage.opens, 'opens', key, stage, dates.start, dates),
      );
      return;
    }
    const steps = placed ? stepsOf(placed.item) : [];
    if (node.startsWith('step:')) {
      const stepKey = node.slice(node.indexOf('/') + 1);
      const due = this.resolve(steps.find((step) => step.key === stepKey)?.due, 'due', key, stage, dates);
      if (due !== undefined) dates.due.set(`${key}/${stepKey}`, due);
      return;
    }
    const last = steps.at(-1);
    const rule = placed ? placed.item.due : stage.due;
    const due = last?.due
      ? dates.due.get(`${key}/${last.key}`)
      : rule || !placed
        ? this.resolve(rule, 'due', key, stage, dates)
        : dates.due.get(stage.key);
    if (due !== undefined) dates.due.set(key, due);
  }

  private itemOpens(key: string, stage: Stage, dates: RunDates): Instant {
    const placed = this.index.items.get(key);
    const byStage = dates.opens.get(stage.key) ?? dates.start;
    const met = (this.index.linksInto.get(key) ?? []).map(({ link }) => {
      const after = addLag(this.settled(link.from, dates), link.lag, this.context);
      dates.provisional ||= after.provisional;
      return after.at;
    });
    const needed = neededLinks(joinOf(this.index, key), met.length);
    const byLinks = needed > 0 ? met.sort()[Math.min(needed, met.length) - 1] : undefined;
    const condition = conditionOf(this.index, key);
    const parts = [
      byStage,
      this.atLeast(placed?.item.opens, 'opens', key, stage, byStage, dates),
      byLinks ?? byStage,
      condition ? this.conditionAt(condition, dates) : byStage,
      ...requiredBefore(this.index, key, placed?.index ?? 0).map((before) => this.settled(before, dates)),
    ];
    return parts.reduce(laterOf);
  }

  /** The earliest moment at which an item comes to a result: someone may do it the moment it opens. */
  private settled(key: string, dates: RunDates): Instant {
    return dates.opens.get(key) ?? dates.start;
  }

  private conditionAt(condition: Condition, dates: RunDates): Instant {
    const at = (parts: readonly Condition[]) => parts.map((part) => this.conditionAt(part, dates)).sort();
    if ('item' in condition) return this.settled(condition.item, dates);
    if ('all' in condition) return at(condition.all).reduce(laterOf, dates.start);
    if ('any' in condition) return at(condition.any).reduce(earlierOf);
    if ('atLeast' in condition) return at(condition.atLeast.of)[condition.atLeast.n - 1] ?? dates.start;
    return dates.start;
  }

  private atLeast(
    rule: DateRule | undefined,
    kind: 'opens' | 'due',
    owner: string,
    stage: Stage,
    floor: Instant,
    dates: RunDates,
  ): Instant {
    return laterOf(floor, this.resolve(rule, kind, owner, stage, dates) ?? floor);
  }

  private resolve(
    rule: DateRule | undefined,
    kind: 'opens' | 'due',
    owner: string,
    stage: Stage,
    dates: RunDates,
  ): Instant | undefined {
    const lookup = (anchor: Anchor) => this.lookup(anchor, owner, stage, dates);
    const found = resolveDate(rule, { startsOn: dates.startsOn, lookup }, { ...this.context, kind });
    if (!('at' in found)) return undefined;
    dates.provisional ||= found.provisional;
    // "The day it is done" is 00:00 of that day; nothing opens before what it waited for has happened.
    const anchor = rule && 'anchor' in rule ? rule.anchor : undefined;
    const happened = kind === 'opens' && typeof anchor === 'object' && !('due' in anchor) ? lookup(anchor) : undefined;
    return happened === undefined ? found.at : laterOf(found.at, happened);
  }

  /** Events of the person have no date before they happen; what counts from them is left open. */
  private lookup(anchor: Anchor, owner: string, stage: Stage, dates: RunDates): Instant | undefined {
    if (anchor === 'OPENED') return dates.opens.get(owner);
    if (anchor === 'STAGE_START') return dates.opens.get(stage.key);
    if (typeof anchor === 'string' || 'event' in anchor) return undefined;
    if ('due' in anchor) return dates.due.get(anchor.due);
    return dates.opens.get('opened' in anchor ? anchor.opened : anchor.completed);
  }
}
