import type { PlainDate } from '@planwright/schema';
import type { Sql } from '../database/sql.js';
import type { Metric } from '../outcomes/metric.js';
import { metricValue } from '../outcomes/metric-value.js';
import type { PersonRow } from '../outcomes/person-row.js';
import { readPersonRows } from '../outcomes/read-person-rows.js';
import type { DefinitionCache } from '../plans/definition-cache.js';
import type { ExperimentData, Member } from './analysis/experiment-data.js';
import { type ExperimentRecord, findMembers, type MemberRecord } from './experiment-records.js';

/** A version that is none of the experiment's: whoever runs it does not run what was drawn for him. */
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
  const [until = experiment.analysisOn] = [of.until, experiment.analysisOn].sort();
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
  return {
    metric,
    smallestEffect: experiment.smallestEffect,
    unit: experiment.unit,
    seed: experiment.seed,
    arms: experiment.arms.map(({ key, weight }) => ({ key, weight, label: key })),
    members: members.map((member) => memberOf(member, rowOf.get(member.personId), metric.key, armOf)),
    roster: experiment.roster,
    allocation: experiment.allocation,
  };
}

function memberOf(
  member: MemberRecord,
  row: PersonRow | undefined,
  metricKey: string,
  armOf: ReadonlyMap<string, string>,
): Member {
  const measuredOn = row?.outcome[metricKey]?.measuredOn;
  return {
    personId: member.personId,
    arm: member.arm,
    delivered: row ? (armOf.get(row.versionId) ?? ELSEWHERE) : null,
    deviation: member.deviation,
    mentorId: row?.mentorId ?? member.mentorId,
    departmentId: row?.departmentId ?? null,
    baseline: row?.baseline[metricKey] ?? member.baseline,
    outcome: row ? metricValue(row, metricKey) : null,
    ageDays: row && measuredOn !== undefined ? (Date.parse(measuredOn) - Date.parse(row.startsOn)) / 86_400_000 : null,
  };
}
