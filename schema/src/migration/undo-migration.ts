import { findItem, type PlanDefinition } from '../definition/index.js';
import type { EnrolmentEvent, EventOf } from '../engine/index.js';
import { stepsOf } from '../kinds/index.js';
import type { LocalizedText } from '../text/index.js';
import { addMs, DAY_MS, type Instant } from '../time/index.js';
import type { DefinedVersion, NewEventOf, RecordedEnrolment } from './effect.js';
import { alreadyBack, movedOn, neverMoved, tooLate, workedOn } from './reasons.js';

/** For so long a migration can be undone. */
export const UNDO_DAYS = 92;

export type UndoEffect =
  | {
      enrolmentId: string;
      effect: 'RETURNS';
      event: NewEventOf<'migrationUndone'>;
      reason?: undefined;
      itemKeys?: undefined;
    }
  | {
      enrolmentId: string;
      effect: 'STAYS';
      event?: undefined;
      reason: LocalizedText;
      /** What was worked on since and the old version lacks. */
      itemKeys: string[];
    };

export interface UndoSettings {
  migrationId: string;
  actor: string;
  now: Instant;
}

/**
 * Who can be moved back, each with the event that does it, and who stays and why. Back in the old version everything is
 * as it was, with what happened since on items that both versions share.
 * @param from the version the migration moved people away from
 * @param to the version it moved them to
 */
export function undoMigration(
  from: DefinedVersion,
  to: DefinedVersion,
  { migrationId, actor, now }: UndoSettings,
  enrolments: readonly RecordedEnrolment[],
): UndoEffect[] {
  return enrolments.map(({ id: enrolmentId, events }): UndoEffect => {
    const stays = (reason: LocalizedText, itemKeys: string[] = []): UndoEffect => ({
      enrolmentId,
      effect: 'STAYS',
      reason,
      itemKeys,
    });
    const moved = events.find(
      (event): event is EventOf<'migrated'> => event.type === 'migrated' && event.data.migrationId === migrationId,
    );
    if (!moved) return stays(neverMoved);
    const undone = new Set(
      events.flatMap((event) => (event.type === 'migrationUndone' ? [event.data.migrationId] : [])),
    );
    if (undone.has(migrationId)) return stays(alreadyBack);
    if (addMs(moved.recordedAt, UNDO_DAYS * DAY_MS) < now) return stays(tooLate);
    const later = events.filter((event) => event.seq > moved.seq);
    if (later.some((event) => event.type === 'migrated' && !undone.has(event.data.migrationId))) return stays(movedOn);

    const lacking = workedOnWithout(from.definition, moved, later);
    if (lacking.length > 0) {
      const titles = lacking.map((key) => findItem(to.definition, key)?.item.title ?? { en: key, 'zh-CN': key });
      return stays(workedOn(titles), lacking);
    }
    return {
      enrolmentId,
      effect: 'RETURNS',
      event: { type: 'migrationUndone', occurredAt: now, actor, data: { migrationId } },
    };
  });
}

/** Items that people have acted on since the migration and that mean nothing, or something else, in the old version. */
function workedOnWithout(
  old: PlanDefinition,
  { data }: EventOf<'migrated'>,
  later: readonly EnrolmentEvent[],
): string[] {
  const keys = later.flatMap((event): string[] => {
    const act = actOn(event);
    if (!act || act.itemKey === old.key) return [];
    return continues(old, data, act) ? [] : [act.itemKey];
  });
  return [...new Set(keys)];
}

interface Act {
  itemKey: string;
  stepKey?: string;
}

/** The item a person acted on. Dates that the system recorded are no acts. */
function actOn(event: EnrolmentEvent): Act | undefined {
  switch (event.type) {
    case 'started':
    case 'completed':
    case 'submitted':
    case 'reviewed':
    case 'scored':
    case 'excused':
    case 'reopened':
    case 'dueChanged':
    case 'partnersChosen':
      return event.data;
    case 'enrolled':
    case 'factsChanged':
    case 'personEvent':
    case 'mentorAssigned':
    case 'mentorLeft':
    case 'dateFixed':
    case 'calendarPublished':
    case 'migrated':
    case 'migrationUndone':
    case 'cancelled':
    case 'cancellationUndone':
    case 'paused':
    case 'resumed':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** Whether an item of the new version is the one of that key in the old one, with the step that was acted on. */
function continues(old: PlanDefinition, { mapping }: EventOf<'migrated'>['data'], { itemKey, stepKey }: Act): boolean {
  const item = findItem(old, itemKey)?.item;
  const entry = mapping.find(({ to }) => to === itemKey);
  // An item that was started over would be done a second time on top of what was done before.
  if (!item || entry?.from !== itemKey || entry.carry !== 'STATE') return false;
  if (stepKey === undefined) return true;
  return stepsOf(item).some((step) => step.key === stepKey);
}
