import type { LocalizedText } from '@planwright/schema/text';
import type { Instant, PlainDate } from '@planwright/schema/time';
import type { CommandTx, Sql } from '../database/index.js';
import type { EstimateLine, ExperimentAnalysis, ExperimentData } from '../experiments/analysis/index.js';
import {
  type DecisionKind,
  type ExperimentRecord,
  type ExperimentStatus,
  findExperimentOfCohort,
  frozenData,
  type LaterValues,
  type RegisteredMeasure,
  readExperimentData,
  readLaterValues,
} from '../experiments/index.js';
import { findMetric } from '../outcomes/index.js';
import type { DefinitionCache } from '../plans/index.js';

/** The experiment of the cohort, as far as a report tells of it. */
export interface ReportExperiment {
  id: string;
  name: string;
  hypothesis: string;
  status: ExperimentStatus;
  metricKey: string;
  smallestEffect: number;
  measures: RegisteredMeasure[];
  method: LocalizedText | null;
  seed: string;
  seedHash: string;
  rosterDigest: string;
  registrationHash: string;
  unit: ExperimentRecord['unit'];
  analysisOn: PlainDate;
  /** The analysis date has come. */
  isDue: boolean;
  endReason: string | null;
  /** The one that counts, with the number of its version; null = nothing was decided yet. */
  decision: { kind: DecisionKind; version: string | null; reason: string; at: Instant } | null;
  /** Absent until its results are opened. */
  analysis: ExperimentAnalysis | null;
  openedAt: Instant | null;
  digest: string | null;
  /** How many values came after the opening, and what the same method says with them. */
  later: { count: number; estimates: EstimateLine[] } | null;
}

export interface ReadExperiment {
  experiment: ReportExperiment;
  /** As they were when the results were opened; for computing the verdict again. */
  frozen: ExperimentData | null;
  laterValues: LaterValues | null;
}

/** Whether there is one that the viewer sees; the rest is read by `readReportExperiment` as worker. */
export const experimentOf = (tx: CommandTx, cohortId: string): Promise<ExperimentRecord | undefined> =>
  findExperimentOfCohort(tx, cohortId);

/** As worker. */
export async function readReportExperiment(
  sql: Sql,
  definitions: DefinitionCache,
  record: ExperimentRecord,
  { workspaceId, today }: { workspaceId: string; today: PlainDate },
): Promise<ReadExperiment> {
  const { id, name, hypothesis, status, metricKey, smallestEffect, measures, method, seed, seedHash } = record;
  const { rosterDigest, registrationHash, unit, analysisOn, endReason, analysis, openedAt, digest } = record;
  const frozen = analysis ? ((await frozenData(sql, record)) ?? null) : null;
  const metric = frozen && (await findMetric(sql, workspaceId, metricKey));
  const laterValues =
    frozen && metric && metric.source !== 'PROCESS'
      ? await readLaterValues(sql, {
          workspaceId,
          experiment: record,
          frozen,
          now: await readExperimentData(sql, definitions, { workspaceId, experiment: record, metric, until: today }),
        })
      : null;
  return {
    experiment: {
      id,
      name,
      hypothesis,
      status,
      metricKey,
      smallestEffect,
      measures,
      method,
      seed,
      seedHash,
      rosterDigest,
      registrationHash,
      unit,
      analysisOn,
      isDue: today >= analysisOn,
      endReason,
      decision: decisionOf(record),
      analysis,
      openedAt,
      digest,
      later: null,
    },
    frozen,
    laterValues,
  };
}

function decisionOf({ decisions, arms }: ExperimentRecord): ReportExperiment['decision'] {
  const last = decisions.at(-1);
  if (!last) return null;
  const version = arms.find(({ versionId }) => versionId === last.versionId)?.key.replace(/^v/, '') ?? null;
  return { kind: last.kind, version, reason: last.reason, at: last.at };
}
