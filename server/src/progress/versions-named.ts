import type { EnrolmentEvent, VersionId } from '@planwright/schema/engine';

/** The versions that a fold of these events needs. */
export function versionsNamed(events: readonly EnrolmentEvent[]): VersionId[] {
  const ids: VersionId[] = [];
  for (const event of events) {
    if (event.type === 'enrolled') ids.push(event.data.versionId);
    else if (event.type === 'migrated') ids.push(event.data.fromVersionId, event.data.toVersionId);
  }
  return ids;
}
