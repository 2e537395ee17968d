import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../database/index.js';
import { MeasurementEntity } from '../outcomes/entities.js';
import type { EstimateLine, ExperimentAnalysis, ExperimentData } from './analysis/experiment-data.js';
import type { ExperimentRecord } from './experiment-records.js';
import { say } from './generated/messages.js';

/** A value that came, or took the place of another one, after the results were opened. */
export interface LaterValue {
  personId: string;
  kind: 'OUTCOME' | 'BASELINE';
  /** What counts: the value when the results were opened; null = there was none. */
  before: number | null;
  after: number | null;
  recordedAt: Instant | null;
  recordedBy: string | null;
}

export interface LaterValues {
  values: LaterValue[];
  /** What was opened, with these values in their places. */
  data: ExperimentData;
}

const RECORDED = statement(
  columns(MeasurementEntity, 'personId', 'baseline', 'recordedAt', 'recordedBy'),
  `
select distinct on (m.person_id, m.baseline) m.person_id as "personId", m.baseline, m.recorded_at as "recordedAt",
  m.recorded_by as "recordedBy"
from measurement m
where m.workspace_id = $1::uuid and m.metric_key = $2 and m.person_id = any($3::uuid[]) and m.recorded_at >= $4::timestamptz
  and m.measured_on <= $5::date
order by m.person_id, m.baseline, m.measured_on desc, m.recorded_at desc`,
);

/** What is different now from what was opened. As worker. null = nothing is. */
export async function readLaterValues(
  sql: Sql,
  of: { workspaceId: string; experiment: ExperimentRecord; frozen: ExperimentData; now: ExperimentData },
): Promise<LaterValues | null> {
  const { frozen, experiment } = of;
  const present = new Map(of.now.members.map((member) => [member.personId, member]));
  const changed = frozen.members.flatMap(({ personId, outcome, baseline }) => {
    const member = present.get(personId);
    if (!member) return [];
    return [
      { personId, kind: 'OUTCOME' as const, before: outcome, after: member.outcome },
      { personId, kind: 'BASELINE' as const, before: baseline, after: member.baseline },
    ].filter(({ before, after }) => before !== after);
  });
  if (changed.length === 0) return null;
  const recorded = await sql.rows(RECORDED, [
    of.workspaceId,
    experiment.metricKey,
    changed.map(({ personId }) => personId),
    experiment.openedAt,
    experiment.resultsUntil ?? experiment.analysisOn,
  ]);
  return {
    data: {
      ...frozen,
      members: frozen.members.map((member) => {
        const later = present.get(member.personId);
        return later ? { ...member, outcome: later.outcome, baseline: later.baseline } : member;
      }),
    },
    values: changed.map((value) => {
      const by = recorded.find(
        ({ personId, baseline }) => personId === value.personId && baseline === (value.kind === 'BASELINE'),
      );
      return { ...value, recordedAt: by?.recordedAt ?? null, recordedBy: by?.recordedBy ?? null };
    }),
  };
}

/** One for each comparison, in their order: what the same method says with the later values. It decides nothing. */
export const laterEstimates = ({ values }: LaterValues, analysis: ExperimentAnalysis): EstimateLine[] =>
  analysis.comparisons.map(({ primary }) => ({ ...primary, method: laterMethod(values.length, primary) }));

const laterMethod = (count: number, { method }: EstimateLine): LocalizedText =>
  say('laterValues.method', { count, method });
