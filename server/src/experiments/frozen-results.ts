import { canonicalJson } from '@planwright/schema/definition';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { column, type Sql, statement } from '../database/index.js';
import { sha256 } from '../statistics/index.js';
import type { ExperimentAnalysis, ExperimentData } from './analysis/experiment-data.js';
import { ExperimentEntity } from './entities.js';
import type { ExperimentRecord } from './experiment-records.js';

/** What of the data is kept when results are opened; the drawing stands in the experiment's own row. */
export type KeptData = Pick<ExperimentData, 'metric' | 'members' | 'measures'>;

const FREEZE_RESULTS = statement(
  {},
  `update experiment set status = $2, analysis = $3::jsonb, analysis_data = $4::jsonb, analysis_digest = $5,
       analysed_at = $6::timestamptz, analysed_by = $7::uuid, results_until = $8::date where id = $1::uuid`,
);

/**
 * Keeps what is found as it is found, with a digest of what was asked, of the data and of what came of them: nothing that
 * comes later changes either. As worker.
 */
export async function freezeResults(
  sql: Sql,
  experiment: ExperimentRecord,
  found: { data: ExperimentData; analysis: ExperimentAnalysis; status: 'ANALYSED' | 'STOPPED' },
  act: { now: Instant; by: string; until: PlainDate },
): Promise<string> {
  const { metric, members, measures } = found.data;
  const kept: KeptData = { metric, members, ...(measures ? { measures } : {}) };
  const digest = digestOf(experiment, kept, found.analysis);
  await sql.rows(FREEZE_RESULTS, [
    experiment.id,
    found.status,
    JSON.stringify(found.analysis),
    JSON.stringify(kept),
    digest,
    act.now,
    act.by,
    act.until,
  ]);
  return digest;
}

const FROZEN_DATA = statement(
  { data: column(ExperimentEntity, 'analysisData') },
  'select analysis_data as data from experiment where id = $1::uuid',
);

/** The data as they were when the results were opened; undefined where only the analysis was kept (before data were). */
export async function frozenData(sql: Sql, experiment: ExperimentRecord): Promise<ExperimentData | undefined> {
  const row = await sql.row(FROZEN_DATA, [experiment.id]);
  if (!row?.data) return undefined;
  const { smallestEffect, unit, seed, arms, roster, allocation } = experiment;
  return {
    ...row.data,
    smallestEffect,
    unit,
    seed,
    arms: arms.map(({ key, weight }) => ({ key, weight, label: key })),
    roster,
    allocation,
  };
}

/** Through JSON first, as the database keeps it: what is read back has the same digest. */
export const digestOf = (
  { registrationHash, rosterDigest }: Pick<ExperimentRecord, 'registrationHash' | 'rosterDigest'>,
  data: KeptData,
  analysis: ExperimentAnalysis,
): string =>
  sha256(canonicalJson(JSON.parse(JSON.stringify({ registration: registrationHash, rosterDigest, data, analysis }))));
