import { plainDateIn, type Zone } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import { findExperimentOfCohort } from '../../experiments/index.js';
import { findMetric } from '../../outcomes/index.js';
import type { DefinitionCache } from '../../plans/index.js';
import type { ReadReport } from '../read-report-input.js';
import type { PooledFigures } from './pool-cohorts.js';
import { findComparing, readPooled } from './read-pooled.js';

/** The pooled result of all cohorts that compared the same two versions as the first two arms of this one. As worker. */
export async function pooledOfCohort(
  sql: Sql,
  definitions: DefinitionCache,
  { cohort, dataCutoff }: Pick<ReadReport, 'cohort' | 'dataCutoff'>,
  workspace: { id: string; timeZone: Zone },
): Promise<PooledFigures | null> {
  const experiment = await findExperimentOfCohort(sql, cohort.id);
  const [from, to] = experiment?.arms ?? [];
  const metric = experiment && (await findMetric(sql, workspace.id, experiment.metricKey));
  if (!from || !to || !metric) return null;
  const comparing = await findComparing(sql, {
    workspaceId: workspace.id,
    fromVersionId: from.versionId,
    toVersionId: to.versionId,
  });
  const today = plainDateIn(dataCutoff, workspace.timeZone);
  return readPooled(sql, definitions, { comparing, workspaceId: workspace.id, metric, today });
}
