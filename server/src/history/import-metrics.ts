import type { Environment } from '@planwright/schema/engine';
import { statement, type Tx } from '../database/index.js';
import {
  BUILT_IN_METRICS,
  checkValue,
  dayOf,
  type GivenMeasurement,
  insertMeasurements,
  readMetrics,
} from '../outcomes/index.js';
import { say } from './generated/messages.js';
import type { MeasurementLine, MetricLine } from './history-rows.js';
import type { KnownPerson } from './import-people.js';
import type { NotTaken } from './not-taken.js';

export interface ImportedMeasurements {
  metrics: number;
  measurements: number;
  /** Values that stood here already. */
  known: number;
  notTaken: NotTaken[];
}

export interface MeasurementBasis {
  workspaceId: string;
  environment: Environment;
  people: ReadonlyMap<string, KnownPerson>;
  files: { measurements: string };
}

const INSERT_METRICS = statement(
  { key: 'text' },
  `
insert into metric (workspace_id, key, title, unit, direction, family, scale, low, high, created_at)
select $1::uuid, key, title, unit, direction, family, scale, low, high, $3::timestamptz
from jsonb_to_recordset($2::jsonb) as m(key text, title jsonb, unit text, direction text, family text, scale text,
  low float8, high float8)
on conflict (workspace_id, key) do nothing returning key`,
);

/** Metrics of the files that are not there yet, and what was measured by any metric that is recorded. As worker. */
export async function importMeasurements(
  tx: Tx,
  { workspaceId, environment, people, files }: MeasurementBasis,
  metrics: readonly MetricLine[],
  lines: readonly MeasurementLine[],
): Promise<ImportedMeasurements> {
  const imported: ImportedMeasurements = { metrics: 0, measurements: 0, known: 0, notTaken: [] };
  const builtIn = new Set(BUILT_IN_METRICS.map(({ key }) => key));
  const own = metrics.filter(({ key }) => !builtIn.has(key));
  if (own.length > 0) {
    const made = await tx.rows(INSERT_METRICS, [workspaceId, JSON.stringify(own), environment.now]);
    imported.metrics = made.length;
  }
  const known = new Map((await readMetrics(tx, workspaceId)).map((metric) => [metric.key, metric]));
  const byMetric = new Map<string, Map<string, GivenMeasurement & { line: number }>>();
  for (const { line, metricKey, personKey, measuredOn, value, baseline } of lines) {
    const leave = (code: NotTaken['code'], text: NotTaken['text']) =>
      void imported.notTaken.push({ file: files.measurements, line, code, text });
    const metric = known.get(metricKey);
    const person = people.get(personKey);
    if (!metric) leave('UNKNOWN_METRIC', say('unknownMetric', { key: metricKey }));
    else if (metric.source === 'PROCESS') leave('UNKNOWN_METRIC', say('computedMetric'));
    else if (!person) leave('UNKNOWN_PERSON', say('unknownPerson', { key: personKey }));
    else if (measuredOn > environment.now) leave('IN_FUTURE', say('inFuture'));
    else {
      const wrong = checkValue(metric, value);
      const given = { personId: person.id, value, measuredOn, baseline, line };
      const values = byMetric.get(metricKey) ?? new Map<string, typeof given>();
      byMetric.set(metricKey, values);
      const before = values.get(dayOf(given));
      if (wrong) leave('OUT_OF_BOUNDS', wrong);
      else if (before && before.value !== value)
        leave('MEASURED_BEFORE', say('measuredBefore', { value: before.value }));
      else if (before) leave('DUPLICATE', say('duplicate', { line: before.line }));
      else values.set(dayOf(given), given);
    }
  }
  const author = { workspaceId, personId: null, now: environment.now, source: 'IMPORT' as const };
  for (const [metricKey, values] of [...byMetric].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { inserted, conflicts } = await insertMeasurements(tx, author, metricKey, [...values.values()]);
    imported.measurements += inserted;
    imported.known += values.size - inserted - conflicts.length;
    for (const conflict of conflicts)
      imported.notTaken.push({
        file: files.measurements,
        line: values.get(dayOf(conflict))?.line ?? 0,
        code: 'MEASURED_BEFORE',
        text: say('measuredBefore', { value: conflict.value }),
      });
  }
  return imported;
}
