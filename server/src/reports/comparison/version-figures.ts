import type { PlanDefinition } from '@planwright/schema/definition';
import { FIGURES } from '@planwright/schema/figures';
import type { Metric } from '../../outcomes/index.js';
import { type AttributedRow, hasRun, outcomesOn, type PersonRow } from '../../outcomes/person-rows/index.js';
import { outcomeSection } from '../analysis/outcome-section.js';
import { running } from '../analysis/process-section.js';
import type { OutcomeLine, ShareLine } from '../analysis/report-data.js';
import { countPeople, SMALLEST_GROUP, shareLine, withoutSmallGroups } from '../analysis/share-lines.js';
import { isLocked, type VersionPerson } from './read-version-people.js';

export interface VersionOfFigures {
  id: string;
  definition: PlanDefinition | undefined;
}

export interface FiguresOfVersion {
  versionId: string;
  /** Everybody but who was cancelled. */
  people: number;
  completion: ShareLine;
  onTime: ShareLine;
  quality: number | null;
  qualityOf: number;
  /** The outcome that the version names first. */
  metric: Metric | null;
  outcome: OutcomeLine | null;
}

/** A version at a glance, over all its cohorts. Pure: versions under five people show no shares, nor what would tell them. */
export function figuresOfVersions(
  versions: readonly VersionOfFigures[],
  people: readonly VersionPerson[],
  rows: readonly AttributedRow[],
  metrics: readonly Metric[],
): FiguresOfVersion[] {
  const known = new Map(people.map((person) => [person.enrolmentId, person]));
  const byVersion = Map.groupBy(running(rows), ({ versionId }) => versionId);
  // How far people are is of the version that they are on; what was measured is of the one that they ran then.
  const of = versions.map(({ id, definition }) => ({
    version: { id, definition },
    rows: byVersion.get(id) ?? [],
    measured: running(rows).flatMap((row) => (hasRun(row, id) ? [{ ...row, outcome: outcomesOn(row, id) }] : [])),
  }));
  // An experiment about the plan's own course keeps it to itself until its results are opened, version by version.
  const shown = (own: readonly PersonRow[], metricKey: string) =>
    own.filter(({ enrolmentId }) => {
      const person = known.get(enrolmentId);
      return person !== undefined && !isLocked(person, { key: metricKey, source: 'PROCESS' });
    });
  const lines = (key: 'completion' | 'onTime') =>
    withoutSmallGroups(
      of.map((one) => {
        const own = shown(one.rows, key === 'onTime' ? 'on-time' : key);
        const shares = own.map(({ process }) => process[key]);
        return { people: countPeople(own), line: shareLine(key, FIGURES[key].title, shares) };
      }),
    );
  const [completion, onTime] = [lines('completion'), lines('onTime')];
  return of.map(({ version, rows: own, measured }, i) => {
    const named = version.definition?.outcomes?.[0];
    const metric = metrics.find(({ key }) => key === named?.metric) ?? null;
    const withScore = shown(own, 'quality').filter(({ process }) => process.quality !== null);
    const scored = withScore.map(({ process }) => process.quality ?? 0);
    const open = measured.filter(({ enrolmentId }) => {
      const person = known.get(enrolmentId);
      return person !== undefined && metric !== null && !isLocked(person, metric);
    });
    const [outcome] = metric
      ? outcomeSection({
          rows: open,
          metrics: [metric],
          primaryMetric: metric.key,
          smallestEffect: named?.smallestEffect ?? null,
        })
      : [];
    return {
      versionId: version.id,
      people: countPeople(own),
      completion: completion[i] as ShareLine,
      onTime: onTime[i] as ShareLine,
      quality:
        countPeople(withScore) < SMALLEST_GROUP ? null : scored.reduce((sum, score) => sum + score / scored.length, 0),
      qualityOf: scored.length,
      metric,
      outcome: outcome ?? null,
    };
  });
}
