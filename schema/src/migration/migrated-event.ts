import { UNPUBLISHED } from '../calendar/index.js';
import type { PlanDefinition } from '../definition/index.js';
import {
  applyEvent,
  type DatesNow,
  type DateTarget,
  datesNow,
  type EnrolmentState,
  type Environment,
  type Evaluation,
  type EventOf,
  type FixedDate,
  type ItemEvaluation,
  type ItemMapping,
  indexPlan,
  planOf,
  settle,
  targetKey,
  type VersionId,
} from '../engine/index.js';
import { laterOf } from '../time/index.js';
import type { DefinedVersion, MigrationSettings } from './effect.js';
import { freshDates } from './fresh-dates.js';

export interface Movement {
  from: DefinedVersion;
  to: DefinedVersion;
  settings: Required<Omit<MigrationSettings, 'mapping' | 'leaveOut'>> & { leaveOut: ReadonlySet<string> };
  /** Complete, by `completeMapping`. One list for everybody: each event names it, and what is read from it is kept beside it. */
  mapping: ItemMapping[];
  /** Every version that the events name, and both of the migration. */
  definitions: Record<VersionId, PlanDefinition>;
  environment: Environment;
}

export interface Moved {
  event: EventOf<'migrated'>;
  after: Evaluation;
}

/**
 * The event that moves one person, and the state it leads to. Its dates are found by evaluating the new version: first
 * without any date, which gives what its rules say; then with those kept, because rules may count from other dates.
 */
export function moveState(state: EnrolmentState, before: Evaluation, movement: Movement): Moved {
  const { from, to, settings, mapping, environment, definitions } = movement;
  const eventWith = (dates: FixedDate[], waived: string[]): EventOf<'migrated'> => ({
    type: 'migrated',
    seq: state.seq + 1,
    recordedAt: environment.now,
    occurredAt: environment.now,
    actor: settings.actor,
    data: {
      migrationId: settings.migrationId,
      fromVersionId: from.versionId,
      toVersionId: to.versionId,
      mapping,
      datePolicy: settings.dates,
      newItems: settings.newItems,
      dates,
      waived,
    },
  });
  const move = (dates: FixedDate[], waived: string[] = []): Moved => {
    const event = eventWith(dates, waived);
    return { event, after: settle(applyEvent(state, event, definitions), environment) };
  };
  const datesWith = (dates: FixedDate[]): DatesNow =>
    datesNow(applyEvent(state, eventWith(dates, []), definitions), environment);

  // With KEEP no rule is compared with what was given.
  const byRules = settings.dates === 'LATER_OF_BOTH' ? datesWith([]) : undefined;
  const kept = keptDates(state, before, byRules, movement);
  const withKept = kept.length > 0 || !byRules ? datesWith(kept) : byRules;
  const corrections = correctedDues(withKept, before, byRules, movement);
  let moved = move(merged(kept, withKept.datesToFix, corrections));
  const fresh = new Set<string>();
  // What is waived counts as completed, and so may let further dates be known, which may have passed in their turn.
  for (;;) {
    const { dates, waived } = moved.event.data;
    const past = settings.newItems === 'REQUIRE' ? [] : itemsPast(moved.after, waived, movement);
    if (settings.newItems === 'REQUIRE_FROM_NOW') {
      const late = past.filter((key) => !fresh.has(key));
      for (const key of late) fresh.add(key);
      if (late.length === 0 && moved.after.datesToFix.length === 0) return moved;
      moved = move(merged(dates, moved.after.datesToFix, datesFromNow(moved.after, late, movement)));
      continue;
    }
    if (past.length === waived.length && moved.after.datesToFix.length === 0) return moved;
    moved = move(merged(dates, moved.after.datesToFix), past);
  }
}

function datesFromNow(after: Evaluation, keys: readonly string[], { to, environment }: Movement): FixedDate[] {
  const { now, calendars, workspace } = environment;
  const calendar = calendars[to.definition.calendar ?? workspace.calendar] ?? UNPUBLISHED;
  return after.items.flatMap((item) =>
    keys.includes(item.key) ? freshDates(item, { now, zone: after.zone, calendar }) : [],
  );
}

/** The later list wins where two date the same. */
function merged(...lists: FixedDate[][]): FixedDate[] {
  return [...new Map(lists.flat().map((date) => [targetKey(date), date])).values()];
}

/** Dates that were given in the old version and go along, as the policy has it. */
function keptDates(
  state: EnrolmentState,
  before: Evaluation,
  byRules: DatesNow | undefined,
  movement: Movement,
): FixedDate[] {
  const { dates: policy } = movement.settings;
  if (policy === 'RECOMPUTE') return [];
  const { slotAt } = indexPlan(movement.to.definition);
  const ruled = new Map(byRules?.datesToFix.map((date) => [targetKey(date), date]));
  const carriedAs = new Map(movement.mapping.map((entry) => [entry.from, entry]));
  const kept: FixedDate[] = [];
  for (const given of givenDates(state, before)) {
    const target = carriedTarget(given, carriedAs);
    const key = target && targetKey(target);
    if (!target || key === undefined || !slotAt.has(key)) continue;
    const rule = ruled.get(key);
    if (rule && rule.at > given.at) kept.push(rule);
    else kept.push({ ...target, at: given.at, provisional: given.provisional });
  }
  return kept;
}

/** What the person was told in the old version: dates that were recorded, or are about to be. */
function givenDates(state: EnrolmentState, before: Evaluation): FixedDate[] {
  const recorded = planOf(state).targets.flatMap((target, slot): FixedDate[] => {
    const entry = state.dates[slot]?.at(-1);
    return entry ? [{ ...target, at: entry.at, provisional: entry.provisional }] : [];
  });
  return [...recorded, ...before.datesToFix];
}

/** What a date of the old version is the date of in the new one; undefined for what does not go along. */
function carriedTarget(
  { itemKey, stepKey, stageKey, which }: DateTarget,
  carriedAs: ReadonlyMap<string, ItemMapping>,
): DateTarget | undefined {
  if (itemKey === undefined) return { stageKey, which };
  const entry = carriedAs.get(itemKey);
  if (entry?.to === undefined || !keepsDates(entry.carry)) return undefined;
  return stepKey === undefined ? { itemKey: entry.to, which } : { itemKey: entry.to, stepKey, which };
}

/** People who start over get new dates as well. */
const keepsDates = (carry: ItemMapping['carry']): boolean => carry === 'STATE' || carry === 'SCORE';

/**
 * A due date can come from the last step, the item or the stage. Where the new version takes it from another of these
 * than the old one did, the date that the person knows is written down where the new version looks first.
 */
function correctedDues(
  withKept: DatesNow,
  before: Evaluation,
  byRules: DatesNow | undefined,
  { settings, mapping, to }: Movement,
): FixedDate[] {
  if (settings.dates === 'RECOMPUTE') return [];
  const plan = indexPlan(to.definition);
  const old = itemsByKey(before);
  return mapping.flatMap(({ from, to: key, carry }): FixedDate[] => {
    if (key === undefined || !keepsDates(carry)) return [];
    const given = old.get(from);
    if (given?.dueAt === undefined) return [];
    const rule = byRules?.dueOf(key);
    const at = rule === undefined ? given.dueAt : laterOf(given.dueAt, rule);
    if (withKept.dueOf(key) === at) return [];
    const lastStep = plan.items[plan.itemAt.get(key) ?? -1]?.steps.at(-1)?.step;
    const ofStep = lastStep?.due !== undefined || withKept.lastStepDueOf(key) !== undefined;
    const target: DateTarget = { itemKey: key, which: 'due', ...(lastStep && ofStep ? { stepKey: lastStep.key } : {}) };
    return [{ ...target, at, provisional: given.provisional && at === given.dueAt }];
  });
}

/** New items whose window had closed before the person came to them, and those found before. */
function itemsPast(after: Evaluation, waived: readonly string[], { mapping, to, environment }: Movement): string[] {
  const known = new Set(mapping.map((entry) => entry.to));
  const past = new Set(waived);
  for (const { key, dueAt, state } of after.items) {
    if (!known.has(key) && dueAt !== undefined && dueAt < environment.now && state !== 'NOT_APPLICABLE') past.add(key);
  }
  // An elective that is excused counts as chosen: only a group that is missed as a whole is forgiven.
  for (const { from } of to.definition.electives ?? []) {
    if (!from.every((key) => past.has(key))) for (const key of from) past.delete(key);
  }
  return after.items.map(({ key }) => key).filter((key) => past.has(key));
}

export function itemsByKey(evaluation: Evaluation): ReadonlyMap<string, ItemEvaluation> {
  return new Map(evaluation.items.map((item) => [item.key, item]));
}
