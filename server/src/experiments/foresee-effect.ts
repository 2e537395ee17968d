import { columns, type Sql, statement } from '../database/index.js';
import { MeasurementEntity } from '../outcomes/entities.js';
import { type Metric, readPersonRows } from '../outcomes/index.js';
import { metricValue } from '../outcomes/person-rows/index.js';
import type { DefinitionCache } from '../plans/index.js';
import { describe, pearson } from '../statistics/index.js';
import { type DetectableEffectAnswer, detectableEffect } from './analysis/detectable-effect.js';

export interface ForeseeEffect {
  workspaceId: string;
  metric: Metric;
  planId: string;
  personIds: readonly string[];
  /** Units in the reference and in the smallest other arm. */
  perArm: [number, number];
  /** The cluster of each person; empty where people are drawn. */
  clusters: ReadonlyMap<string, string>;
  today: string;
}

/** Where nothing is known of how alike people of one mentor are. */
const USUAL_INTRACLASS = 0.1;
/** Below this a correlation says nothing that could be relied on. */
const FEWEST_PAIRS = 10;

const VALUES = statement(
  columns(MeasurementEntity, 'personId', 'value'),
  `
select distinct on (m.person_id) m.person_id as "personId", m.value from measurement m
where m.workspace_id = $1::uuid and m.metric_key = $2 and m.measured_on <= $3::date
order by m.person_id, m.measured_on desc`,
);

const PAIRS = statement(
  { before: 'double', after: 'double' },
  `
select b.value as before, a.value as after from (
  select distinct on (person_id) person_id, value, measured_on from measurement
  where workspace_id = $1::uuid and metric_key = $2 and baseline and measured_on <= $3::date order by person_id, measured_on desc) b
join lateral (select value from measurement m where m.workspace_id = $1::uuid and m.metric_key = $2 and m.person_id = b.person_id
  and not m.baseline and m.measured_on > b.measured_on and m.measured_on <= $3::date order by m.measured_on desc limit 1) a on true`,
);

/** What this many people could show, from values measured before: of these people if there are any, else of everybody. As worker. */
export async function foreseeEffect(
  sql: Sql,
  definitions: DefinitionCache,
  of: ForeseeEffect,
): Promise<DetectableEffectAnswer> {
  const { workspaceId, metric, perArm, clusters, today } = of;
  const all = metric.source === 'PROCESS' ? await processValues(sql, definitions, of) : await recordedValues();
  const chosen = new Set(of.personIds);
  const own = all.filter(({ personId }) => chosen.has(personId));
  const used = own.length >= 4 ? own : all;
  const pairs = await sql.rows(PAIRS, [workspaceId, metric.key, today]);
  const spread = used.length < 2 ? null : describe(used.map(({ value }) => value)).standardDeviation;
  const correlation =
    pairs.length < FEWEST_PAIRS
      ? null
      : pearson(
          pairs.map(({ before }) => before),
          pairs.map(({ after }) => after),
        ).estimate;
  const names = new Set(clusters.values());
  return detectableEffect({
    metric,
    perArm,
    standardDeviation: spread,
    baselineCorrelation: correlation,
    clusterSize: names.size === 0 ? 1 : of.personIds.length / names.size,
    intraclass: names.size === 0 ? 0 : intraclass(own, clusters),
  });

  function recordedValues() {
    return sql.rows(VALUES, [workspaceId, metric.key, today]);
  }
}

const PROCESS_VALUES = statement(
  { id: 'uuid' },
  `select e.id from enrolment e join cohort c on c.id = e.cohort_id where c.plan_id = $1::uuid order by e.created_at desc, e.id limit 2000`,
);

/** Of those who ran or run this plan. */
async function processValues(sql: Sql, definitions: DefinitionCache, of: ForeseeEffect) {
  const ran = await sql.rows(PROCESS_VALUES, [of.planId]);
  const rows = await readPersonRows(sql, definitions, {
    workspaceId: of.workspaceId,
    enrolmentIds: ran.map(({ id }) => id),
    until: of.today,
  });
  return rows.flatMap((row) => {
    const value = metricValue(row, of.metric.key);
    return value === null ? [] : [{ personId: row.personId, value }];
  });
}

/** Share of the spread that lies between clusters (one-way analysis of variance), 0–1. */
function intraclass(
  values: readonly { personId: string; value: number }[],
  clusters: ReadonlyMap<string, string>,
): number {
  const groups = [...Map.groupBy(values, ({ personId }) => clusters.get(personId) ?? personId).values()];
  const [n, k] = [values.length, groups.length];
  if (k < 2 || n <= k) return USUAL_INTRACLASS;
  const meanOf = (list: readonly { value: number }[]) => list.reduce((sum, { value }) => sum + value / list.length, 0);
  const grand = meanOf(values);
  const between = groups.reduce((sum, group) => sum + group.length * (meanOf(group) - grand) ** 2, 0) / (k - 1);
  const within =
    groups.reduce((sum, group) => {
      const mean = meanOf(group);
      return sum + group.reduce((inner, { value }) => inner + (value - mean) ** 2, 0);
    }, 0) /
    (n - k);
  const size = (n - groups.reduce((sum, group) => sum + group.length ** 2, 0) / n) / (k - 1);
  const spread = between + (size - 1) * within;
  return spread <= 0 ? USUAL_INTRACLASS : Math.min(1, Math.max(0, (between - within) / spread));
}
