import type { PlainDate } from '@planwright/schema/time';
import { type Sql, statement } from '../../database/index.js';
import { checkIntegrity, type EstimateLine, estimateDifference } from '../../experiments/analysis/index.js';
import { type ExperimentRecord, findExperiments, readExperimentData } from '../../experiments/index.js';
import type { Metric } from '../../outcomes/index.js';
import type { DefinitionCache } from '../../plans/index.js';
import { withReference } from './compare-randomised.js';
import { type CohortFigure, type PooledFigures, poolCohorts } from './pool-cohorts.js';

/** An experiment that compared the same change: two versions with these contents, by whatever metric. */
export interface ComparingExperiment {
  experiment: ExperimentRecord;
  /** Keys of its arms. */
  from: string;
  to: string;
  /** The very versions that were asked for, not only ones that say the same. */
  exact: boolean;
}

export interface ChangeCompared {
  workspaceId: string;
  fromVersionId: string;
  toVersionId: string;
}

const STATEMENT = statement(
  { from: 'text', to: 'text', exact: 'boolean', id: 'uuid' },
  `
select x.id, f.key as "from", t.key as "to", vf.id = $2::uuid and vt.id = $3::uuid as exact
from experiment x
join experiment_arm f on f.experiment_id = x.id
join plan_version vf on vf.id = f.plan_version_id
  and vf.content_hash = (select content_hash from plan_version where id = $2::uuid)
join experiment_arm t on t.experiment_id = x.id
join plan_version vt on vt.id = t.plan_version_id
  and vt.content_hash = (select content_hash from plan_version where id = $3::uuid)
where x.workspace_id = $1::uuid and x.status not in ('DESIGNED', 'CANCELLED') and f.key <> t.key`,
);

/** In the order in which they began; one statement where there is none, two else. */
export async function findComparing(sql: Sql, change: ChangeCompared): Promise<ComparingExperiment[]> {
  const found = await sql.rows(STATEMENT, [change.workspaceId, change.fromVersionId, change.toVersionId]);
  if (found.length === 0) return [];
  const byId = new Map(found.map((one) => [one.id, one]));
  const experiments = await findExperiments(sql, [...byId.keys()]);
  return experiments.flatMap((experiment) => {
    const one = byId.get(experiment.id);
    return one ? [{ experiment, from: one.from, to: one.to, exact: one.exact }] : [];
  });
}

/** Somebody opened its results, so they stand. */
export const isOpened = ({ experiment }: ComparingExperiment): boolean => experiment.analysis !== null;

/**
 * Evidence over all these cohorts whose results were opened on their day; those whose arms cannot be compared add nothing. What was kept on the
 * day is taken as it was kept; only where it was not is the cohort read.
 */
export async function readPooled(
  sql: Sql,
  definitions: DefinitionCache,
  of: { comparing: readonly ComparingExperiment[]; workspaceId: string; metric: Metric; today: PlainDate },
): Promise<PooledFigures | null> {
  const open = of.comparing.filter(
    ({ experiment }) => experiment.status === 'ANALYSED' && experiment.metricKey === of.metric.key,
  );
  if (open.length < 2) return null;
  const figures = await Promise.all(
    open.map(async (one) => keptFigure(one) ?? (await readFigure(sql, definitions, one, of))),
  );
  return poolCohorts(
    figures.filter((figure) => figure !== 'NONE'),
    of.metric,
  );
}

/** undefined = it was not kept in a way that tells. */
function keptFigure({ experiment, from, to }: ComparingExperiment): CohortFigure | 'NONE' | undefined {
  const { analysis } = experiment;
  const [forward, backward] = [
    analysis?.comparisons.find(({ arm, reference }) => arm === to && reference === from),
    analysis?.comparisons.find(({ arm, reference }) => arm === from && reference === to),
  ];
  const kept = forward ?? backward;
  if (!analysis || !kept) return undefined;
  if (kept.verdict === 'NOT_COMPARABLE') return 'NONE';
  const measured = analysis.arms.filter(({ key }) => key === from || key === to);
  const people = measured.reduce((sum, arm) => sum + arm.measured, 0);
  return figureOf(experiment, [kept.primary, ...kept.sensitivity], forward ? 1 : -1, people);
}

async function readFigure(
  sql: Sql,
  definitions: DefinitionCache,
  { experiment, from, to }: ComparingExperiment,
  { workspaceId, metric, today }: { workspaceId: string; metric: Metric; today: PlainDate },
): Promise<CohortFigure | 'NONE'> {
  const data = await readExperimentData(sql, definitions, { workspaceId, experiment, metric, until: today });
  if (checkIntegrity(data).some(({ passed, blocking }) => !passed && blocking)) return 'NONE';
  const { primary, sensitivity } = estimateDifference(withReference(data, from), to);
  const measured = data.members.filter(({ arm, outcome }) => outcome !== null && (arm === from || arm === to));
  return figureOf(experiment, [primary, ...sensitivity], 1, measured.length) ?? 'NONE';
}

/** The first estimate that carries an error of its own: ranks and shares have none. */
function figureOf(
  { cohortName }: ExperimentRecord,
  lines: readonly EstimateLine[],
  sign: 1 | -1,
  people: number,
): CohortFigure | undefined {
  const line = lines.find(({ estimate, standardError }) => estimate !== null && (standardError ?? 0) > 0);
  if (line?.estimate == null || line.standardError == null) return undefined;
  return { title: cohortName, estimate: sign * line.estimate, standardError: line.standardError, people };
}
