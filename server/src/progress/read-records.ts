import { columns, json, statement, type Tx } from '../database/index.js';
import { EnrolmentEntity } from './entities.js';
import type { Projection } from './projection-rows.js';
import { EVENT_LISTS, type EventValues, eventOf, type StoredEvent } from './read-events.js';
import { PROJECTION_LISTS, type ProjectionLists, projectionOf } from './read-projections.js';

/** What is kept of an enrolment: its events, and the rows that were made from them; none where it was never projected. */
export interface EnrolmentRecords {
  events: StoredEvent[];
  stored: Projection | null;
}

const STATEMENT = statement(
  {
    ...columns(EnrolmentEntity, 'id', 'mentorId'),
    events: json<EventValues[] | null>(),
    versionId: 'uuid',
    state: json<ProjectionLists['state']>(),
    items: json<ProjectionLists['items']>(),
    submissions: json<ProjectionLists['submissions']>(),
    partners: json<ProjectionLists['partners']>(),
  },
  `
select (select ${EVENT_LISTS} from progress_event p where p.enrolment_id = e.id) as events,
  ${PROJECTION_LISTS}
from enrolment e where e.id = any($1::uuid[])`,
);

/** Events and projections by enrolment, as worker. One statement, sent after the one that locks: it sees what the lock waited for. */
export async function readRecords(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, EnrolmentRecords>> {
  const rows = await tx.rows(STATEMENT, [enrolmentIds]);
  return new Map(
    rows.map((row) => [row.id, { events: row.events?.map(eventOf) ?? [], stored: projectionOf(row) }] as const),
  );
}
