import { columns, oneOf, type Sql, statement } from '../database/index.js';
import { BUILT_IN_METRICS } from './built-in-metrics.js';
import { MetricEntity } from './entities.js';
import type { Metric } from './metric.js';

const STATEMENT = statement(
  {
    ...columns(MetricEntity, 'key', 'title', 'unit', 'direction', 'family', 'scale', 'low', 'high'),
    source: oneOf('RECORDED'),
  },
  `
select key, title, unit, direction, family, scale, 'RECORDED' as source, low, high from metric
where workspace_id = $1::uuid order by created_at, key`,
);

/** The built-in ones, then the workspace's own in the order in which they were made. */
export async function readMetrics(sql: Sql, workspaceId: string): Promise<Metric[]> {
  return [...BUILT_IN_METRICS, ...(await sql.rows(STATEMENT, [workspaceId]))];
}

/** The port of the plans room: a plan that names another metric has a problem. */
export const metricKeys = async (sql: Sql, workspaceId: string): Promise<string[]> =>
  (await readMetrics(sql, workspaceId)).map(({ key }) => key);

export async function findMetric(sql: Sql, workspaceId: string, key: string): Promise<Metric | undefined> {
  return (await readMetrics(sql, workspaceId)).find((metric) => metric.key === key);
}
