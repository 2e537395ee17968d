import {
  type Anchor,
  addLag,
  type DateContext,
  type DateRule,
  type Lag,
  type ResolvedDate,
  resolveDate,
  type WorkingDayCalendar,
} from '../calendar/index.js';
import type { Condition, PlacedItem, Stage } from '../definition/index.js';
import { stepsOf } from '../kinds/index.js';
import { earlierOf, type Instant, instantAt, laterOf, mondayOf, type PlainDate } from '../time/index.js';
import { type CheckIndex, conditionOf, joinOf, neededLinks } from './check-index.js';
import { components } from './components.js';
import { nodeKey, openingGraph, requiredBefore } from './opening-graph.js';

/** Only differences matter here, and those of whole days: one zone without clock changes serves. */
const ZONE = 'UTC';

/** The dates of one start day: when each stage and item can open at the earliest, and what is due when. */
export interface RunDates {
  startsOn: PlainDate;
  start: Instant;
  /** Of week 1. */
  monday: PlainDate;
  opens: Map<string, Instant>;
  /** By item or stage key; by `item/step` for a step. Absent where there is no rule, or it waits for an event. */
  due: Map<string, Instant>;
  /** A date was counted through a year whose calendar is not published. */
  provisional: boolean;
}

/** Works out runs of one plan for many start days; the order of the dates is found once. The dates must hold no cycle. */
export class RunPlanner {
  private readonly steps: ((dates: RunDates) => void)[];
  private readonly context: DateContext;
  private readonly known = new Map<DateRule | Lag, Map<string, ResolvedDate | undefined>>();

  constructor(
    private readonly index: CheckIndex,
    calendar: WorkingDayCalendar,
  ) {
    this.context = { calendar, zone: ZONE };
    this.steps = components(openingGraph(index, 'with-order'))
      .flat()
      .flatMap((node) => this.step(node) ?? []);
  }

  /** How many dates a run has, for those who count the work. */
  get size(): number {
    return this.steps.length;
  }

  run(startsOn: PlainDate): RunDates {
    const dates: RunDates = {
      startsOn,
      start: instantAt(startsOn, '00:00', ZONE),
      monday: mondayOf(startsOn),
      opens: new Map(),
      due: new Map(),
      provisional: false,
    };
    for (const step of this.steps) step(dates);
    return dates;
  }

  /** What one node of the graph adds to a run; prepared once, since a check runs hundreds of days. */
  private step(node: string): ((dates: RunDates) => void) | undefined {
    const key = nodeKey(node);
    const placed = this.index.items.get(key);
    const stage = placed?.stage ?? this.index.stages.get(key);
    if (!stage) return undefined;
    if (node.startsWith('open:')) {
      if (placed) return this.itemOpening(key, placed);
      return (dates) => dates.opens.set(key, this.notBefore(dates.start, stage.opens, key, stage, dates));
    }
    const steps = placed ? stepsOf(placed.item) : [];
    if (node.startsWith('step:')) {
      const stepKey = node.slice(node.indexOf('/') + 1);
      const rule = steps.find((step) => step.key === stepKey)?.due;
      return this.dueBy(rule, `${key}/${stepKey}`, key, stage);
    }
    const last = steps.at(-1);
    if (last?.due) return copyDue(`${key}/${last.key}`, key);
    const rule = placed ? placed.item.due : stage.due;
    return rule || !placed ? this.dueBy(rule, key, key, stage) : copyDue(stage.key, key);
  }

  private dueBy(rule: DateRule | undefined, dueKey: string, owner: string, stage: Stage) {
    return (dates: RunDates) => {
      const due = this.resolve(rule, 'due', owner, stage, dates);
      if (due !== undefined) dates.due.set(dueKey, due);
    };
  }

  private itemOpening(key: string, { item, stage, index: at }: PlacedItem) {
    const links = this.index.linksInto.get(key) ?? [];
    const needed = neededLinks(joinOf(this.index, key), links.length);
    const condition = conditionOf(this.index, key);
    const earlier = requiredBefore(this.index, key, at);
    return (dates: RunDates) => {
      let opens = this.notBefore(dates.opens.get(stage.key) ?? dates.start, item.opens, key, stage, dates);
      if (links.length > 0) {
        const met = links.map(({ link }) => {
          const metAt = this.settled(link.from, dates);
          const { lag } = link;
          if (!lag) return metAt;
          const after = this.remember(lag, metAt, () => addLag(metAt, lag, this.context));
          if (!after) return metAt;
          dates.provisional ||= after.provisional;
          return after.at;
        });
        opens = laterOf(opens, met.sort()[Math.min(needed, met.length) - 1] ?? opens);
      }
      if (condition) opens = laterOf(opens, this.conditionAt(condition, dates));
      for (const before of earlier) opens = laterOf(opens, this.settled(before, dates));
      dates.opens.set(key, opens);
    };
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

  private notBefore(floor: Instant, rule: DateRule | undefined, owner: string, stage: Stage, dates: RunDates): Instant {
    return rule ? laterOf(floor, this.resolve(rule, 'opens', owner, stage, dates) ?? floor) : floor;
  }

  private resolve(
    rule: DateRule | undefined,
    kind: 'opens' | 'due',
    owner: string,
    stage: Stage,
    dates: RunDates,
  ): Instant | undefined {
    if (!rule) return undefined;
    const lookup = (anchor: Anchor) => this.lookup(anchor, owner, stage, dates);
    const found = this.remember(rule, baseOf(rule, dates, lookup), () => {
      const result = resolveDate(rule, { startsOn: dates.startsOn, lookup }, { ...this.context, kind });
      return 'at' in result ? result : undefined;
    });
    if (!found) return undefined;
    dates.provisional ||= found.provisional;
    // "The day it is done" is 00:00 of that day; nothing opens before what it waited for has happened.
    const anchor = rule && 'anchor' in rule ? rule.anchor : undefined;
    const happened = kind === 'opens' && typeof anchor === 'object' && !('due' in anchor) ? lookup(anchor) : undefined;
    return happened === undefined ? found.at : laterOf(found.at, happened);
  }

  /** Many start days give a rule the same day to count from: the same Monday, the same opening. */
  private remember(
    rule: DateRule | Lag,
    base: string,
    resolve: () => ResolvedDate | undefined,
  ): ResolvedDate | undefined {
    const known = this.known.get(rule) ?? new Map<string, ResolvedDate | undefined>();
    this.known.set(rule, known);
    if (!known.has(base)) known.set(base, resolve());
    return known.get(base);
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

function copyDue(from: string, to: string) {
  return (dates: RunDates) => {
    const due = dates.due.get(from);
    if (due !== undefined) dates.due.set(to, due);
  };
}

/** All that the outcome of a rule depends on beside the rule itself. */
function baseOf(rule: DateRule, dates: RunDates, lookup: (anchor: Anchor) => Instant | undefined): string {
  if ('fixed' in rule) return '';
  if ('week' in rule) return dates.monday;
  return rule.anchor === 'START' ? dates.startsOn : (lookup(rule.anchor) ?? '');
}
