import { createHash } from 'node:crypto';
import {
  canonicalJson,
  completeMapping,
  contentHash,
  type Environment,
  itemsOf,
  type LocalizedText,
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
  /** Of the items of both versions, for sentences. */
  titles: ReadonlyMap<string, LocalizedText>;
  /** Stands for the input and all its effects: a run must give exactly this. */
  hash: string;
}

/** All that what would happen depends on; plain values, so that a thread can be asked. */
export interface MigrationQuestion {
  request: MigrationRequest;
  ends: MigrationEnds;
  settings: { migrationId: string; actor: string };
  enrolments: readonly RecordedEnrolment[];
  environment: Environment;
}

/** What moving would do to each person. Pure; the preview and the run both call it. */
export function foreseeMigration({ request, ends, settings, enrolments, environment }: MigrationQuestion): Foreseen {
  const { from, to, earlier } = ends;
  const { mapping, dates, newItems, ended } = request;
  const { problems, unmapped } = completeMapping(from.definition, to.definition, mapping);
  const titles = titlesOf(to.definition, from.definition);
  if (problems.length > 0) return { effects: [], unmapped, problems, titles, hash: '' };
  const sorted = [...enrolments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const effects = previewMigration(
    from,
    to,
    { ...settings, mapping, dates, newItems, ended },
    sorted,
    environment,
    earlier,
  );
  // A draft has no id yet when its migration is previewed: its content stands for it.
  const content = {
    fromVersionId: from.versionId,
    to: contentHash(to.definition),
    mapping,
    dates,
    newItems,
    ended,
    effects: previewHash(effects),
  };
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  return { effects, unmapped, problems, titles, hash };
}

/** How everybody who moves stands before and after, added up. */
export function figuresOf(effects: readonly MigrationEffect[], when: 'before' | 'after'): MigrationFigures {
  const sum = { done: 0, needed: 0, overdue: 0 };
  for (const { progress } of effects) {
    if (!progress) continue;
    const { completion, overdue } = progress[when];
    sum.done += completion.count;
    sum.needed += completion.of;
    sum.overdue += overdue;
  }
  return sum;
}

export interface MigrationFigures {
  done: number;
  needed: number;
  overdue: number;
}

/** Titles of both versions, the new one's first. */
export function titlesOf(...definitions: PlanDefinition[]): Map<string, LocalizedText> {
  const titles = new Map<string, LocalizedText>();
  for (const definition of definitions) {
    for (const { item } of itemsOf(definition)) if (!titles.has(item.key)) titles.set(item.key, item.title);
  }
  return titles;
}

export const countOf = (effects: readonly MigrationEffect[], effect: MigrationEffect['effect']): number =>
  effects.filter((one) => one.effect === effect).length;
