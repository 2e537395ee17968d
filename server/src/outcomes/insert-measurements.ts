import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { MeasurementEntity } from './entities.js';
import type { GivenMeasurement } from './record-measurements.js';

export interface MeasurementAuthor {
  workspaceId: string;
  /** Who recorded it; null = nobody of the workspace: an import. */
  personId: string | null;
  now: Instant;
  source: 'MANUAL' | 'IMPORT' | 'CONNECTOR';
}

const GIVEN = `jsonb_to_recordset($3::jsonb) as g("personId" uuid, "measuredOn" date, value double precision, baseline boolean)`;

/** In the order of people and days, so that two who send the same at once never wait for each other in a circle. */
const INSERT = statement(
  { id: 'uuid' },
  `
insert into measurement (workspace_id, metric_key, person_id, measured_on, value, baseline, source, recorded_at, recorded_by)
select $1::uuid, $2, g."personId", g."measuredOn", g.value, g.baseline, $4, $5::timestamptz, $6::uuid
from ${GIVEN} order by g."personId", g."measuredOn", g.baseline
on conflict (workspace_id, metric_key, person_id, measured_on, baseline) do nothing returning id`,
);

const GIVEN_MEASUREMENT = columns(MeasurementEntity, 'personId', 'measuredOn', 'baseline', 'value');

const CONFLICTS = statement(
  GIVEN_MEASUREMENT,
  `
select m.person_id as "personId", m.measured_on as "measuredOn", m.baseline, m.value
from ${GIVEN} join measurement m on m.workspace_id = $1::uuid and m.metric_key = $2 and m.person_id = g."personId"
  and m.measured_on = g."measuredOn" and m.baseline = g.baseline
where m.value <> g.value`,
);

/** Ten thousand rows in one statement are planned as if they were a hundred. */
const MOST_AT_ONCE = 1000;

/** Writes what is new, as worker, and answers what stands there with another value. */
export async function insertMeasurements(
  tx: Tx,
  { workspaceId, personId, now, source }: MeasurementAuthor,
  metricKey: string,
  rows: readonly GivenMeasurement[],
): Promise<{ inserted: number; conflicts: GivenMeasurement[] }> {
  let inserted = 0;
  const conflicts: GivenMeasurement[] = [];
  for (let from = 0; from < rows.length; from += MOST_AT_ONCE) {
    const given = JSON.stringify(rows.slice(from, from + MOST_AT_ONCE));
    inserted += (await tx.rows(INSERT, [workspaceId, metricKey, given, source, now, personId])).length;
    conflicts.push(...(await tx.rows(CONFLICTS, [workspaceId, metricKey, given])));
  }
  return { inserted, conflicts };
}

const FIND_MEASUREMENTS = statement(
  GIVEN_MEASUREMENT,
  `select person_id as "personId", measured_on as "measuredOn", baseline, value from measurement
     where workspace_id = $1::uuid and metric_key = $2 and person_id = any($3::uuid[])`,
);

/** What stands there already under these days, whatever its value. As worker. */
export function findMeasurements(
  tx: Tx,
  workspaceId: string,
  metricKey: string,
  personIds: readonly string[],
): Promise<GivenMeasurement[]> {
  return tx.rows(FIND_MEASUREMENTS, [workspaceId, metricKey, personIds]);
}
