import type { PlanDefinition } from '../definition/index.js';
import { judgementOf } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import type { CarryPolicy, DateTarget, EnrolmentEvent, EventOf, ItemMapping, VersionId } from './event.js';
import { migrateDates } from './fold-dates.js';
import { type ItemRecord, UNTOUCHED, withMark } from './item-record.js';
import { type IndexedItem, indexPlan, type PlanIndex, targetKey } from './plan-index.js';
import { type EnrolmentState, type Era, planOf } from './state.js';

/** Moves the state to another version: what is carried by the mapping, the dates by the event, the waived excused. */
export function migrate(
  before: EnrolmentState,
  event: EventOf<'migrated'>,
  definition: PlanDefinition,
): EnrolmentState {
  const { waived, dates, migrationId, toVersionId } = event.data;
  const from = planOf(before);
  const to = indexPlan(definition);
  const { sources, carriedItems, carriedStages, oldSlots } = carryingOf(from, to, event.data.mapping);

  const items = to.items.map((target): ItemRecord | undefined => {
    const source = sources[target.index];
    const record = source && before.items[source.index];
    const carried = record && carry(record, source.policy, target, event.recordedAt);
    if (!waived.includes(target.item.key)) return carried;
    const excused: ItemRecord = { ...(carried ?? UNTOUCHED), phase: 'EXCUSED', completedAt: event.occurredAt };
    return withMark(excused, event.occurredAt, event.recordedAt);
  });
  const moved: EnrolmentState = {
    ...before,
    versionId: toVersionId,
    plan: to,
    items,
    dates: [],
    planScore: undefined,
    eras: [
      ...before.eras,
      {
        migrationId,
        at: event.recordedAt,
        before,
        carriedItems,
        carriedStages,
        since: [],
      },
    ],
  };
  return migrateDates(moved, before, dates, oldSlots, event.recordedAt);
}

interface Source {
  index: number;
  policy: CarryPolicy;
}

/** What a mapping says of the items and stages of the new version, by position. */
interface Carrying {
  from: PlanIndex;
  to: PlanIndex;
  sources: readonly (Source | undefined)[];
  carriedItems: Era['carriedItems'];
  carriedStages: Era['carriedStages'];
  /** By slot of the new version. */
  oldSlots: readonly (number | undefined)[];
}

const carryings = new WeakMap<readonly ItemMapping[], Carrying>();

/** A mapping is a value, and who moves many people gives each the same list: what it says is kept beside it. */
function carryingOf(from: PlanIndex, to: PlanIndex, mapping: readonly ItemMapping[]): Carrying {
  const known = carryings.get(mapping);
  if (known?.from === from && known.to === to) return known;
  const sources = sourcesOf(from, to, mapping);
  const carrying: Carrying = {
    from,
    to,
    sources,
    carriedItems: sources.map((source) => (source?.policy === 'STATE' ? source.index : undefined)),
    carriedStages: to.stages.map(({ stage }) => from.stageAt.get(stage.key)),
    oldSlots: to.targets.map((target) => {
      const old = oldTarget(target, from, to, sources);
      return old && from.slotAt.get(targetKey(old));
    }),
  };
  carryings.set(mapping, carrying);
  return carrying;
}

/** What a date of the new version is the date of in the old one; undefined for what does not go along. */
function oldTarget(
  target: DateTarget,
  from: PlanIndex,
  to: PlanIndex,
  sources: Carrying['sources'],
): DateTarget | undefined {
  if (target.itemKey === undefined) return target;
  const source = sources[to.itemAt.get(target.itemKey) ?? -1];
  const itemKey = source?.policy === 'STATE' ? from.items[source.index]?.item.key : undefined;
  return itemKey === undefined ? undefined : { ...target, itemKey };
}

/** Where each item of the new version comes from. What the mapping leaves out goes by its key, where the kind is the same. */
function sourcesOf(from: PlanIndex, to: PlanIndex, mapping: readonly ItemMapping[]): (Source | undefined)[] {
  const sources: (Source | undefined)[] = to.items.map(() => undefined);
  const mapped = new Set<string>();
  for (const { from: oldKey, to: newKey = oldKey, carry: policy } of mapping) {
    mapped.add(oldKey);
    const index = from.itemAt.get(oldKey);
    const position = to.itemAt.get(newKey);
    if (index === undefined || position === undefined || policy === 'DROP') continue;
    sources[position] = { index, policy: sameKind(from, index, to, position) ? policy : noState(policy) };
  }
  for (const { item, index } of from.items) {
    const position = to.itemAt.get(item.key);
    if (mapped.has(item.key) || position === undefined || sources[position]) continue;
    sources[position] = { index, policy: sameKind(from, index, to, position) ? 'STATE' : 'RESET' };
  }
  return sources;
}

const sameKind = (from: PlanIndex, index: number, to: PlanIndex, position: number): boolean =>
  from.items[index]?.item.kind === to.items[position]?.item.kind;

/** A state of another kind of item means nothing; a score may. */
const noState = (policy: CarryPolicy): CarryPolicy => (policy === 'STATE' ? 'RESET' : policy);

function carry(
  record: ItemRecord,
  policy: CarryPolicy,
  { item }: IndexedItem,
  recordedAt: Instant,
): ItemRecord | undefined {
  switch (policy) {
    case 'STATE':
      return record;
    case 'SCORE':
      return carryScore(record, item, recordedAt);
    case 'RESET':
      return record.attempt === 0 ? undefined : startedOver(record);
    case 'DROP':
      return undefined;
    default:
      return policy satisfies never;
  }
}

/** Starts over; past submissions and the numbers of attempts stay, so that a number names one submission for good. */
const startedOver = (record: ItemRecord): ItemRecord => ({
  ...UNTOUCHED,
  attempt: record.attempt,
  submissions: record.submissions,
});

/** The best score, judged by the rules of the new item. Kinds that no score decides start over with the score kept. */
function carryScore(record: ItemRecord, item: IndexedItem['item'], recordedAt: Instant): ItemRecord {
  const fresh = startedOver(record);
  if (!record.best) return fresh;
  const { score, at } = record.best;
  const scored: ItemRecord = { ...fresh, score, best: record.best };
  const decided = { phase: 'DONE', deliveredAt: at, completedAt: at, firstActAt: at, startedAt: at } as const;
  const judgement = judgementOf(item);
  if (judgement?.by === 'ATTEMPTS') {
    const { mark, attempts } = judgement;
    const tried: ItemRecord = { ...scored, tries: record.tries, firstActAt: at, startedAt: at, phase: 'STARTED' };
    if (score >= mark) return withMark({ ...tried, ...decided, outcome: 'PASSED' }, at, recordedAt);
    if (attempts === undefined || record.tries < attempts) return tried;
    return withMark({ ...tried, ...decided, outcome: 'FAILED' }, at, recordedAt);
  }
  if (judgement?.by === 'REACHING') {
    if (score < judgement.mark) return { ...scored, phase: 'STARTED', firstActAt: at, startedAt: at };
    return withMark({ ...scored, ...decided, outcome: 'COMPLETED' }, at, recordedAt);
  }
  return scored;
}

/**
 * Takes a migration back: the state before it, and over it what happened since as far as the old version understands
 * it. Dates fixed meanwhile, or moved by a published year, followed the rules of the new version and are left out: the old
 * rules give them again, and what was provisional in the old version is provisional again until the year is applied to it.
 */
export function undoMigration(
  state: EnrolmentState,
  { data }: EventOf<'migrationUndone'>,
  apply: (state: EnrolmentState, event: EnrolmentEvent) => EnrolmentState,
): EnrolmentState {
  const position = state.eras.findIndex((era) => era.migrationId === data.migrationId);
  const era = state.eras[position];
  if (!era) return state;
  const byNewRules = ({ type }: EnrolmentEvent): boolean => type === 'dateFixed' || type === 'calendarPublished';
  return era.since.filter((event) => !byNewRules(event)).reduce(apply, era.before);
}

/** The definition of a version. @throws when the caller did not give it, which is a bug of the caller */
export function definitionOf(definitions: Record<VersionId, PlanDefinition>, versionId: VersionId): PlanDefinition {
  const definition = definitions[versionId];
  if (!definition) throw new Error(`The definition of version ${versionId} was not given`);
  return definition;
}
