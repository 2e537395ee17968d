import type { PlainDate } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { MeasurementEntity } from './entities.js';

export interface MeasurementRow {
  id: string;
  personId: string;
  value: number;
  measuredOn: PlainDate;
  baseline: boolean;
  source: 'MANUAL' | 'IMPORT' | 'CONNECTOR';
}

const LIST_MEASUREMENTS = statement(
  columns(MeasurementEntity, 'id', 'personId', 'value', 'measuredOn', 'baseline', 'source'),
  `select m.id, m.person_id as "personId", m.value, m.measured_on as "measuredOn", m.baseline, m.source from measurement m
     where m.metric_key = $1 and ($2::date is null or (m.measured_on, m.id) < ($2::date, $3::uuid))
       and ($4::uuid is null or m.person_id = any(array(select e.person_id from enrolment e where e.cohort_id = $4::uuid)))
     order by m.measured_on desc, m.id desc limit $5`,
);

/** What was recorded of people that the reader may see, newest first; one more than asked. Answers to surveys are never listed by person. */
export function listMeasurements(
  tx: Tx,
  metricKey: string,
  page: { first: number; after?: { measuredOn: PlainDate; id: string } | undefined; cohortId?: string | undefined },
): Promise<MeasurementRow[]> {
  return tx.rows(LIST_MEASUREMENTS, [
    metricKey,
    page.after?.measuredOn ?? null,
    page.after?.id ?? null,
    page.cohortId ?? null,
    page.first + 1,
  ]);
}
