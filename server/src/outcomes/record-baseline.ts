import { plainDateIn } from '@planwright/schema/time';
import type { UserErrorData } from '../access/graphql/index.js';
import type { RecordBaseline } from '../enrolments/index.js';
import { recordMeasurements } from './record-measurements.js';

/** Today's baselines, sent with the enrolment: recorded like any measurement, and refused like any. */
export const recordBaseline: RecordBaseline = async (act, values) => {
  const measuredOn = plainDateIn(act.now, act.viewer.workspace.timeZone);
  const placed = values.map((value, place) => ({ ...value, place }));
  const errors: UserErrorData[] = [];
  for (const [metricKey, own] of Map.groupBy(placed, (value) => value.metricKey)) {
    const rows = own.map(({ personId, value }) => ({ personId, value, measuredOn, baseline: true }));
    const outcome = await recordMeasurements(act, metricKey, rows);
    if (outcome.ok) continue;
    for (const error of outcome.errors) {
      const [, row, field] = error.path;
      const at = row === undefined ? own : own.slice(Number(row), Number(row) + 1);
      const path = field === 'value' || row === undefined ? (field ?? 'metricKey') : 'value';
      errors.push(...at.map(({ place }) => ({ ...error, path: ['baseline', String(place), path] })));
    }
  }
  return errors;
};
