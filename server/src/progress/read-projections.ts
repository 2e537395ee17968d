import { columnsBut, listedValues, rowReader, selectedColumns } from '../database/index.js';
import { EnrolmentStateEntity, ItemStateEntity, SubmissionEntity } from './entities.js';
import { ITEM, type Projection, STATE, SUBMISSION } from './projection-rows.js';

/** Columns of `enrolment_state s`, `item_state i` and `submission s` as the row types name them; shared by all readers. */
export const STATE_COLUMNS = selectedColumns(STATE, 's');
export const ITEM_COLUMNS = selectedColumns(ITEM, 'i');
export const SUBMISSION_COLUMNS = selectedColumns(SUBMISSION, 's');

/** Whose rows they are is known. */
const LISTED_STATE = columnsBut(EnrolmentStateEntity, 'id', 'workspaceId', 'enrolmentId');
const LISTED_ITEM = columnsBut(ItemStateEntity, 'id', 'workspaceId', 'enrolmentId');
const LISTED_SUBMISSION = columnsBut(SubmissionEntity, 'workspaceId', 'enrolmentId', 'ordinal');

/**
 * The rows of the enrolment `e`. Every act reads all of them, so they come as lists without names, and instants as PostgreSQL
 * writes them in JSON: a third of the time of objects with `to_char`. `projectionOf` names the values.
 */
export const PROJECTION_LISTS = `e.id, e.plan_version_id as "versionId", e.mentor_id as "mentorId",
  (select ${listedValues(LISTED_STATE, 's')} from enrolment_state s where s.enrolment_id = e.id) as state,
  (select json_agg(${listedValues(LISTED_ITEM, 'i')} order by i.position) from item_state i where i.enrolment_id = e.id) as items,
  (select json_agg(${listedValues(LISTED_SUBMISSION, 's')}) from submission s where s.enrolment_id = e.id) as submissions,
  (select json_agg(json_build_array(p.item_key, p.person_id)) from enrolment_partner p where p.enrolment_id = e.id) as partners`;

/** What `PROJECTION_LISTS` answers for an enrolment. */
export interface ProjectionLists {
  id: string;
  versionId: string;
  mentorId: string | null;
  state: unknown[] | null;
  items: unknown[][] | null;
  submissions: unknown[][] | null;
  partners: [itemKey: string, personId: string][] | null;
}

const stateOf = rowReader(LISTED_STATE);
const itemOf = rowReader(LISTED_ITEM);
const submissionOf = rowReader(LISTED_SUBMISSION);

/** What the tables hold now of an enrolment; null when it was never projected. */
export function projectionOf(lists: ProjectionLists): Projection | null {
  const { id, versionId, mentorId, state, items, submissions, partners } = lists;
  if (state === null) return null;
  return {
    versionId,
    mentorId,
    state: { enrolmentId: id, ...stateOf(state) },
    items: items?.map((values) => ({ enrolmentId: id, ...itemOf(values) })) ?? [],
    submissions: submissions?.map((values) => ({ enrolmentId: id, ...submissionOf(values) })) ?? [],
    partners: partners?.map(([itemKey, personId]) => ({ enrolmentId: id, itemKey, personId })) ?? [],
  };
}
