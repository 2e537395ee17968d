import type { DatePolicy, ItemMapping, NewItemPolicy } from '@planwright/schema/engine';

/** A published version, or a draft at a revision. */
export type VersionTarget =
  | { kind: 'version'; versionId: string }
  | { kind: 'draft'; planKey: string; revision: number };

/** Who is to be moved from which version to what, and how. Ids are uuids. */
export interface MigrationRequest {
  fromVersionId: string;
  to: VersionTarget;
  /** Absent = everybody running on it. */
  enrolmentIds?: string[];
  /** Who stays although they would move. */
  leaveOut?: string[];
  mapping: ItemMapping[];
  dates: DatePolicy;
  newItems: NewItemPolicy;
  /** Whether people whose last due date has passed move along; who is asked for by name always does. */
  ended: 'STAY' | 'MOVE';
}
