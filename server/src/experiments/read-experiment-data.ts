import type { PlainDate } from '@planwright/schema/time';
import type { Sql } from '../database/index.js';
import { type Metric, readMetrics, readPersonRows } from '../outcomes/index.js';
import { metricValue, type PersonRow, withoutFewAnswers } from '../outcomes/person-rows/index.js';
import type { DefinitionCache } from '../plans/index.js';
import type { ExperimentData, MeasureData, Member } from './analysis/experiment-data.js';
import { type ExperimentRecord, findMembers, type MemberRecord, type RegisteredMeasure } from './experiment-records.js';

/** A version outside the experiment: its people do not run what was drawn for them. */
const ELSEWHERE = 'other';

/**
 * Everything that the analysis knows of an experiment, up to `until` or the analysis date, whichever comes first. As worker:
 * callers check before whether the viewer may see the experiment.
 */
export async function readExperimentData(
  sql: Sql,
  definitions: DefinitionCache,
  of: { workspaceId: string; experiment: ExperimentRecord; metric: Metric; until: PlainDate },
): Promise<ExperimentData> {
  const { experiment, metric } = of;
  const lastDay = experiment.resultsUntil ?? experiment.analysisOn;
  const [until = lastDay] = [of.until, lastDay].sort();
  const members = await findMembers(sql, experiment.id);
  const rows =
    experiment.cohortId === null
      ? []
      : await readPersonRows(sql, definitions, {
          workspaceId: of.workspaceId,
          cohortId: experiment.cohortId,
          until,
        });
  const rowOf = new Map(rows.map((row) => [row.personId, row]));
  const armOf = new Map(experiment.arms.map(({ key, versionId }) => [versionId, key]));
  const measures = await measuresOf(sql, of.workspaceId, experiment.measures, members, rowOf);
  const { key, title, unit, direction, scale } = metric;
  return {
    metric: { key, title, unit, direction, scale },
    smallestEffect: experiment.smallestEffect,
    unit: experiment.unit,
    seed: experiment.seed,
    arms: experiment.arms.map(({ key, weight }) => ({ key, weight, label: key })),
    members: withoutFewAnswers(
      metric.key,
      members.map((member) => memberOf(member, rowOf.get(member.personId), metric.key, armOf)),
      ({ arm, personId }) => ({ group: arm, raterId: raterOf(rowOf.get(personId), metric.key) }),
    ),
    roster: experiment.roster,
    allocation: experiment.allocation,
    ...(measures.length === 0 ? {} : { measures }),
  };
}

async function measuresOf(
  sql: Sql,
  workspaceId: string,
  declared: readonly RegisteredMeasure[],
  members: readonly MemberRecord[],
  rowOf: ReadonlyMap<string, PersonRow>,
): Promise<MeasureData[]> {
  if (declared.length === 0) return [];
  const metrics = new Map((await readMetrics(sql, workspaceId)).map((metric) => [metric.key, metric]));
  return declared.flatMap(({ metric: key, role, margin }) => {
    const metric = metrics.get(key);
    if (!metric) return [];
    const { title, unit, direction, scale } = metric;
    const values = members.map(({ personId, arm }) => {
      const row = rowOf.get(personId);
      const outcome = row ? metricValue(row, key) : null;
      return { value: { personId, baseline: row?.baseline[key] ?? null, outcome }, outcome, arm, row };
    });
    const told = withoutFewAnswers(key, values, ({ arm, row }) => ({ group: arm, raterId: raterOf(row, key) }));
    return [
      {
        metric: { key, title, unit, direction, scale },
        role,
        margin,
        values: told.map(({ value, outcome }) => ({ ...value, outcome })),
      },
    ];
  });
}

const raterOf = (row: PersonRow | undefined, metricKey: string): string | null =>
  row?.outcome[metricKey]?.raterId ?? null;

function memberOf(
  member: MemberRecord,
  row: PersonRow | undefined,
  metricKey: string,
  armOf: ReadonlyMap<string, string>,
): Member {
  const measuredOn = row?.outcome[metricKey]?.measuredOn;
  const raterId = raterOf(row, metricKey);
  return {
    personId: member.personId,
    arm: member.arm,
    delivered: row ? (armOf.get(row.versionId) ?? ELSEWHERE) : null,
    deviation: member.deviation,
    mentorId: row?.mentorId ?? member.mentorId,
    departmentId: row?.departmentId ?? null,
    // What was known at the drawing stays: a baseline that comes late may know how things went.
    baseline: member.baseline ?? row?.baseline[metricKey] ?? null,
    outcome: row ? metricValue(row, metricKey) : null,
    ...(raterId === null ? {} : { raterId }),
    ageDays: row && measuredOn !== undefined ? (Date.parse(measuredOn) - Date.parse(row.startsOn)) / 86_400_000 : null,
  };
}
