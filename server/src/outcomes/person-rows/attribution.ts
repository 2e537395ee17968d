import { addDays, type Instant, type PlainDate, plainDateIn, type Zone } from '@planwright/schema/time';
import type { MeasuredValue, PersonRow } from './person-row.js';

/** A version that somebody ran, from a day on. */
export interface VersionRun {
  versionId: string;
  /** The first day whose measurements are of it; the day of a move still belongs to the version before. */
  from: PlainDate;
}

/** A row that knows which version was run when, so that each measurement counts for the right one. */
export interface AttributedRow extends PersonRow {
  /** In the order in which they were run; never empty. What is current comes last. */
  runs: readonly VersionRun[];
  /** By metric: everything measured since the plan began, in the order of days. */
  measured: Readonly<Record<string, readonly MeasuredValue[]>>;
}

/** A move of one enrolment, or its being taken back, in the order of recording. */
export interface Move {
  type: 'migrated' | 'migrationUndone';
  migrationId: string;
  fromVersionId: string | null;
  toVersionId: string | null;
  at: Instant;
}

/** What was taken back never was: the days in between belong to the version that the person went back to. */
export function versionRuns(
  current: string,
  startsOn: PlainDate,
  zone: Zone,
  moves: readonly Move[],
): readonly VersionRun[] {
  const standing: Move[] = [];
  for (const move of moves) {
    if (move.type === 'migrated') standing.push(move);
    else {
      const position = standing.findIndex(({ migrationId }) => migrationId === move.migrationId);
      if (position >= 0) standing.splice(position);
    }
  }
  const first = standing[0]?.fromVersionId ?? current;
  const runs = [{ versionId: first, from: startsOn }];
  for (const { toVersionId, at } of standing) {
    // A value of the very day came of what was done before.
    if (toVersionId) runs.push({ versionId: toVersionId, from: addDays(plainDateIn(at, zone), 1) });
  }
  return runs;
}

/** The version run on a day; after the end, the last one run before it. */
export function versionOn(runs: readonly VersionRun[], day: PlainDate): string {
  return (runs.findLast(({ from }) => from <= day) ?? runs[0])?.versionId ?? '';
}

/** The last value that was taken while (or after) a version was run. */
export function valueOn(row: AttributedRow, versionId: string, metricKey: string): MeasuredValue | undefined {
  return row.measured[metricKey]?.findLast(({ measuredOn }) => versionOn(row.runs, measuredOn) === versionId);
}

/** Everything that was measured of a person while on one version; the baseline belongs to the enrolment and so to each. */
export function outcomesOn(row: AttributedRow, versionId: string): PersonRow['outcome'] {
  const outcome: PersonRow['outcome'] = {};
  for (const metric of Object.keys(row.measured)) {
    const value = valueOn(row, versionId, metric);
    if (value) outcome[metric] = value;
  }
  return outcome;
}

export const hasRun = (row: AttributedRow, versionId: string): boolean =>
  row.runs.some((run) => run.versionId === versionId);

/**
 * The version that a person counts for in a comparison by one metric: the first that a value was taken on, else the
 * one they are on now. undefined = another version. In an experiment the arm that was drawn counts, whatever was run.
 */
export function countsFor(row: AttributedRow, versionIds: readonly string[], metricKey: string): string | undefined {
  const measured = row.runs.find(
    ({ versionId }) => versionIds.includes(versionId) && valueOn(row, versionId, metricKey) !== undefined,
  );
  if (measured) return measured.versionId;
  return versionIds.includes(row.versionId) ? row.versionId : undefined;
}
