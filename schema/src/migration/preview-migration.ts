import { findItem, type PlanDefinition } from '../definition/index.js';
import {
  type Environment,
  type Evaluation,
  foldEvents,
  type ItemMapping,
  settle,
  type VersionId,
} from '../engine/index.js';
import { isHandedIn, levelsOf } from '../kinds/index.js';
import type { LocalizedText } from '../text/index.js';
import type {
  DefinedVersion,
  MigrationChanges,
  MigrationEffect,
  MigrationSettings,
  RecordedEnrolment,
} from './effect.js';
import { completeMapping } from './mapping.js';
import { itemsByKey, type Movement, moveState } from './migrated-event.js';
import { countsAsDone, isOpenWork, personChanges } from './person-change.js';
import { blockedByExperiment, blockedBySubmission, endedBefore, leftOut, staysBecause } from './reasons.js';
import { stateHash } from './state-hash.js';

const NOTHING: MigrationChanges = { reopened: [], credited: [], newItems: [], waived: [], dueChanges: [], changes: [] };

/**
 * What moving people to another version would do to each of them, without doing it. Who moves gets the event that does
 * exactly that: evaluating with it is how the preview was made.
 * @param to also a draft, under any provisional id
 * @param earlier definitions of other versions that the events name, from migrations before
 * @throws RangeError when the mapping has problems; `completeMapping` tells them
 */
export function previewMigration(
  from: DefinedVersion,
  to: DefinedVersion,
  settings: MigrationSettings,
  enrolments: readonly RecordedEnrolment[],
  environment: Environment,
  earlier: Record<VersionId, PlanDefinition> = {},
): MigrationEffect[] {
  const { mapping, problems } = completeMapping(from.definition, to.definition, settings.mapping);
  if (problems.length > 0)
    throw new RangeError(`The mapping has problems: ${problems.map((p) => p.message.en).join(' ')}`);
  const movement: Movement = {
    from,
    to,
    settings: {
      ...settings,
      dates: settings.dates ?? 'KEEP',
      newItems: settings.newItems ?? 'WAIVE_IF_PAST',
      ended: settings.ended ?? 'STAY',
      states: settings.states ?? false,
      leaveOut: new Set(settings.leaveOut),
    },
    mapping,
    definitions: { ...earlier, [from.versionId]: from.definition, [to.versionId]: to.definition },
    environment,
  };
  return enrolments.map((enrolment) => effectOn(enrolment, movement));
}

function effectOn(
  { id: enrolmentId, events, inRunningExperiment }: RecordedEnrolment,
  movement: Movement,
): MigrationEffect {
  const state = foldEvents(movement.definitions, events);
  const before = settle(state, movement.environment);
  const stays = staysBecause(before, movement.from.versionId);
  if (stays) return { enrolmentId, effect: 'STAYS', ...NOTHING, reason: stays };
  const ended = movement.settings.ended === 'STAY' ? endedBefore(before, movement.environment.now) : undefined;
  if (ended) return { enrolmentId, effect: 'STAYS', ...NOTHING, reason: ended, ended: true };
  const blocked = inRunningExperiment ? blockedByExperiment : openSubmission(before, movement);
  if (blocked) return { enrolmentId, effect: 'BLOCKED', ...NOTHING, reason: blocked };
  if (movement.settings.leaveOut.has(enrolmentId))
    return { enrolmentId, effect: 'STAYS', ...NOTHING, reason: leftOut, leftOut: true };

  const { event, after } = moveState(state, before, movement);
  const { seq: _seq, recordedAt: _recordedAt, ...newEvent } = event;
  return {
    enrolmentId,
    effect: 'MOVES',
    ...changesBetween(before, after, movement.mapping, event.data.waived),
    event: newEvent,
    ...(movement.settings.states ? { stateAfter: stateHash(after) } : {}),
  };
}

/**
 * Work that waits for its review must not vanish, nor wait for a review that the new version no longer asks for. SCORE
 * starts the item over too, so it holds people just as well.
 */
function openSubmission(before: Evaluation, { mapping, to }: Movement): LocalizedText | undefined {
  const asksNobody = (key: string | undefined): boolean => {
    const item = key === undefined ? undefined : findItem(to.definition, key)?.item;
    return item !== undefined && isHandedIn(item) && levelsOf(item).length === 0;
  };
  const isLost = (key: string): boolean =>
    mapping.some((one) => one.from === key && (one.carry !== 'STATE' || asksNobody(one.to)));
  const item = before.items.find(({ key, state }) => state === 'SUBMITTED' && isLost(key));
  return item && blockedBySubmission(item.title);
}

function changesBetween(
  before: Evaluation,
  after: Evaluation,
  mapping: readonly ItemMapping[],
  waived: string[],
): MigrationChanges {
  const old = itemsByKey(before);
  const sources = new Map(mapping.flatMap(({ from, to }) => (to === undefined ? [] : [[to, from] as const])));
  const changes: MigrationChanges = {
    reopened: [],
    credited: [],
    newItems: [],
    waived,
    dueChanges: [],
    changes: personChanges(before, old, after, mapping, waived),
    progress: { before: before.progress, after: after.progress },
  };
  for (const item of after.items) {
    const { key } = item;
    const source = old.get(sources.get(key) ?? '');
    if (countsAsDone(source) && !countsAsDone(item)) changes.reopened.push(key);
    if (countsAsDone(item) && !countsAsDone(old.get(key)) && !waived.includes(key)) changes.credited.push(key);
    if (!source && !waived.includes(key) && item.state !== 'NOT_APPLICABLE') changes.newItems.push(key);
    if (isOpenWork(item) && source?.dueAt !== item.dueAt) {
      changes.dueChanges.push({ itemKey: key, before: source?.dueAt, after: item.dueAt });
    }
  }
  return changes;
}
