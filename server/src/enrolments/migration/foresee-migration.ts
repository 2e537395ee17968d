import { createHash } from 'node:crypto';
import {
  canonicalJson,
  completeMapping,
  contentHash,
  type Environment,
  type MigrationEffect,
  type PlanDefinition,
  type Problem,
  previewHash,
  previewMigration,
  type RecordedEnrolment,
  type VersionId,
} from '@planwright/schema';
import type { MigrationRequest } from '../../plans/migration-request.js';

/** Both ends of a migration, with what everybody's events name besides. */
export interface MigrationEnds {
  from: { versionId: VersionId; definition: PlanDefinition };
  to: { versionId: VersionId; definition: PlanDefinition };
  /** Versions of migrations before. */
  earlier: Record<VersionId, PlanDefinition>;
}

export interface Foreseen {
  /** In the order of enrolment ids. */
  effects: MigrationEffect[];
  /** Items of the old version that have no counterpart. */
  unmapped: string[];
  /** What is wrong with the mapping; then there are no effects. */
  problems: Problem[];
  /** Stands for the input and all its effects: a run must give exactly this. */
  hash: string;
}

/** What moving would do to each person. Pure; the preview and the run both call it. */
export function foreseeMigration(
  request: MigrationRequest,
  { from, to, earlier }: MigrationEnds,
  settings: { migrationId: string; actor: string },
  enrolments: readonly RecordedEnrolment[],
  environment: Environment,
): Foreseen {
  const { mapping, dates, newItems } = request;
  const { problems, unmapped } = completeMapping(from.definition, to.definition, mapping);
  if (problems.length > 0) return { effects: [], unmapped, problems, hash: '' };
  const sorted = [...enrolments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const effects = previewMigration(from, to, { ...settings, mapping, dates, newItems }, sorted, environment, earlier);
  // A draft has no id yet when its migration is previewed: its content stands for it.
  const content = {
    fromVersionId: from.versionId,
    to: contentHash(to.definition),
    mapping,
    dates,
    newItems,
    effects: previewHash(effects),
  };
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return { effects, unmapped, problems, hash };
}

export const countOf = (effects: readonly MigrationEffect[], effect: MigrationEffect['effect']): number =>
  effects.filter((one) => one.effect === effect).length;
