import { columnsBut, type TableRow } from '../database/index.js';
import { EnrolmentStateEntity, ItemStateEntity, SubmissionEntity } from './entities.js';
/** Columns of the projection's tables; the workspace is written beside them. */
export const STATE = columnsBut(EnrolmentStateEntity, 'id', 'workspaceId');
export const ITEM = columnsBut(ItemStateEntity, 'id', 'workspaceId');
export const SUBMISSION = columnsBut(SubmissionEntity, 'workspaceId', 'ordinal');

/** A row of `enrolment_state`: the figures that boards and lists read without touching the events. */
export interface StateRow extends Omit<TableRow<typeof EnrolmentStateEntity>, 'id' | 'workspaceId'> {}

/** A row of `item_state`. */
export interface ItemRow extends Omit<TableRow<typeof ItemStateEntity>, 'id' | 'workspaceId'> {}

/** A row of `submission`. */
export interface SubmissionRow extends Omit<TableRow<typeof SubmissionEntity>, 'workspaceId' | 'ordinal'> {}

export interface PartnerRow {
  enrolmentId: string;
  itemKey: string;
  personId: string;
}

/** Everything that is derived from the events of one enrolment. */
export interface Projection {
  versionId: string;
  mentorId: string | null;
  state: StateRow;
  items: ItemRow[];
  submissions: SubmissionRow[];
  partners: PartnerRow[];
}
