import type { ReportInput } from './analysis/report-data.js';
import { SMALLEST_GROUP } from './analysis/share-lines.js';
import type { ReadReport } from './read-report-input.js';
import type { ReportText } from './report-record.js';

/** Raised when the same rows would give other figures. */
export const REPORT_ENGINE = 'planwright-report/1';

/**
 * What somebody needs to check a report: versions with their hashes, the experiment's registration and seed, what was read
 * with its digest, who is left out, and the figures that the scripts of the bundle compute again.
 */
export function reportManifest(
  { input, cohort, versions, experiment, departments, dataCutoff, queries }: ReadReport,
  text: ReportText,
  timeZone: string,
): Record<string, unknown> {
  return {
    engineVersion: REPORT_ENGINE,
    cohort: { id: cohort.id, name: cohort.name, startsOn: cohort.startsOn },
    plan: input.definition.key,
    planVersions: versions.map(({ id, number, contentHash }) => ({ id, number, contentHash })),
    departments,
    dataCutoff,
    timeZone,
    registration: experiment && {
      experimentId: experiment.id,
      hypothesis: experiment.hypothesis,
      metric: experiment.metricKey,
      smallestEffect: experiment.smallestEffect,
      analysisOn: experiment.analysisOn,
      measures: experiment.measures,
      method: experiment.method,
      sha256: experiment.registrationHash,
    },
    results: experiment && {
      status: experiment.status,
      endReason: experiment.endReason,
      decision: experiment.decision,
      openedAt: experiment.openedAt,
      // Of registration, data and verdict as they were opened: nothing that came later changes it.
      sha256: experiment.digest,
      verdicts: experiment.analysis?.comparisons.map(({ arm, verdict }) => ({ arm, verdict })) ?? [],
      valuesThatCameLater: experiment.later?.count ?? 0,
    },
    allocation: experiment && {
      unit: experiment.unit,
      // Told once the results are: before that a known seed would tell who comes next into which arm.
      seed: experiment.analysis === null ? null : experiment.seed,
      seedSha256: experiment.seedHash,
      rosterDigest: experiment.rosterDigest,
    },
    targets: input.targets,
    exclusions: exclusionsOf(input),
    queries,
    methods: text.methods.map(({ key }) => key),
    suppression: { smallestGroup: SMALLEST_GROUP, suppressed: text.suppressed },
    numbers: headlineNumbers(text),
  };
}

function exclusionsOf({ rows, primaryMetric }: ReportInput): { reason: string; n: number }[] {
  const stayed = rows.filter(({ status }) => status !== 'CANCELLED');
  const unmeasured =
    primaryMetric === null ? 0 : stayed.filter(({ outcome }) => outcome[primaryMetric] === undefined).length;
  return [
    { reason: 'enrolment cancelled', n: rows.length - stayed.length },
    { reason: 'primary outcome not measured', n: unmeasured },
  ].filter(({ n }) => n > 0);
}

export interface HeadlineNumber {
  key: string;
  value: number;
}

/** Figures that can be computed from the rows alone: shares with their intervals, and changes with theirs. */
export function headlineNumbers(text: Pick<ReportText, 'process' | 'outcomes' | 'ratings'>): HeadlineNumber[] {
  const shares = text.process.flatMap(({ key, share, low, high }) => [
    { key: `${key}.share`, value: share },
    { key: `${key}.low`, value: low },
    { key: `${key}.high`, value: high },
  ]);
  const changes = text.outcomes.flatMap(({ metric, estimate, low, high }) => [
    { key: `change.${metric}.estimate`, value: estimate },
    { key: `change.${metric}.low`, value: low },
    { key: `change.${metric}.high`, value: high },
  ]);
  // A team answers about one person, a superior about several: without whose answer is whose no interval of theirs can be
  // computed again.
  const ratings = (text.ratings ?? []).flatMap(({ respondents, agree: { count, of, low, high } }, index) => [
    { key: `rating.${index + 1}.share`, value: count / of },
    { key: `rating.${index + 1}.low`, value: respondents === 'LEARNER' ? low : null },
    { key: `rating.${index + 1}.high`, value: respondents === 'LEARNER' ? high : null },
  ]);
  return [...shares, ...changes, ...ratings].flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
}
