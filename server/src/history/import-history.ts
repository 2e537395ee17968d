import type { Clock } from '../clock/index.js';
import { type Database, statement, type WritingTx } from '../database/index.js';
import { DefinitionCache, workspaceEnvironment } from '../plans/index.js';
import type { PluginRegistry } from '../plugins/index.js';
import { cohortsOf } from './cohorts-of.js';
import { say } from './generated/messages.js';
import { type CohortBasis, type ImportedCohort, importCohort } from './import-cohort.js';
import { importMeasurements } from './import-metrics.js';
import { importPeople } from './import-people.js';
import { importVersions, type KnownVersion } from './import-versions.js';
import type { NotTaken } from './not-taken.js';
import type { History } from './read-history.js';
import type { CohortRows } from './resolve-cohort.js';

export interface HistoryWorkspace {
  id: string;
  timeZone: string;
}

/** What an import has done, and what it has not. A second import of the same folder adds nothing. */
export interface HistoryReport {
  people: number;
  versions: number;
  cohorts: (Omit<ImportedCohort, 'notTaken'> & { key: string })[];
  metrics: number;
  measurements: number;
  notTaken: NotTaken[];
}

export interface ImportOptions {
  /** A cohort one of whose rows cannot be taken is left out as a whole. */
  strict: boolean;
  /** Tells the same and keeps nothing. */
  dryRun: boolean;
}

export interface ImportDeps {
  database: Database;
  clock: Clock;
  registry: PluginRegistry;
}

type InTransaction = <T>(work: (tx: WritingTx) => Promise<T>) => Promise<T>;

/**
 * Takes a history over into a workspace: people, versions, cohorts with everything their people did, and measurements.
 * Each cohort is one transaction: a failure leaves out all of it, and the next import goes on from there.
 */
export async function importHistory(
  deps: ImportDeps,
  workspace: HistoryWorkspace,
  history: History,
  { strict, dryRun }: ImportOptions,
): Promise<HistoryReport> {
  const { database } = deps;
  if (!dryRun) return importInSteps((work) => database.work(work), deps, workspace, history, strict);
  let report: HistoryReport | undefined;
  await database
    .work(async (tx) => {
      report = await importInSteps((work) => work(tx), deps, workspace, history, strict);
      throw new NotKept();
    })
    .catch((error: unknown) => {
      if (!(error instanceof NotKept)) throw error;
    });
  if (!report) throw new Error('a dry run answered nothing');
  return report;
}

/** Leaves a transaction whose work is not to be kept. */
class NotKept extends Error {}

async function importInSteps(
  inTransaction: InTransaction,
  { clock, registry }: ImportDeps,
  { id: workspaceId, timeZone: zone }: HistoryWorkspace,
  history: History,
  strict: boolean,
): Promise<HistoryReport> {
  const { files } = history;
  const environment = await inTransaction((tx) => workspaceEnvironment(tx, workspaceId, clock.real()));
  const { people, versions } = await inTransaction(async (tx) => ({
    people: await importPeople(tx, workspaceId, files.people, history.people, clock.real()),
    versions: await importVersions(tx, { workspaceId, zone, environment, registry }, history),
  }));
  const { cohorts, notTaken } = cohortsOf(history);
  const report: HistoryReport = {
    people: people.added,
    versions: versions.added,
    cohorts: [],
    metrics: 0,
    measurements: 0,
    notTaken: [...history.notTaken, ...people.notTaken, ...versions.notTaken, ...notTaken],
  };
  const basis: CohortBasis = {
    workspaceId,
    environment,
    people: people.byKey,
    definitions: new DefinitionCache(),
    files,
  };
  for (const rows of cohorts) {
    const { key, line, plan } = rows.cohort;
    const version = versions.byName.get(plan);
    if (!version) {
      const text = say('cohortWithoutPlan', { rows: rows.enrolments.length + rows.events.length });
      report.notTaken.push({ file: files.cohorts, line, code: 'COHORT_LEFT_OUT', text });
      continue;
    }
    const { notTaken: left, ...imported } = await inTransaction((tx) => oneCohort(tx, basis, rows, version, strict));
    report.notTaken.push(...left);
    report.cohorts.push({ key, ...imported });
  }
  const measured = await inTransaction((tx) => importMeasurements(tx, basis, history.metrics, history.measurements));
  report.metrics = measured.metrics;
  report.measurements = measured.measurements;
  report.notTaken.push(...measured.notTaken);
  return report;
}

const BEFORE_COHORT = statement({}, 'savepoint before_cohort');

const BACK_BEFORE_COHORT = statement({}, 'rollback to savepoint before_cohort');

async function oneCohort(
  tx: WritingTx,
  basis: CohortBasis,
  rows: CohortRows,
  version: KnownVersion,
  strict: boolean,
): Promise<ImportedCohort> {
  await tx.rows(BEFORE_COHORT);
  const imported = await importCohort(tx, basis, rows, version);
  if (!strict || imported.notTaken.length === 0) return imported;
  await tx.rows(BACK_BEFORE_COHORT);
  const text = say('cohortLeftOut', { rows: imported.notTaken.length });
  const { line } = rows.cohort;
  const left: NotTaken = { file: basis.files.cohorts, line, code: 'COHORT_LEFT_OUT', text };
  return { ...imported, enrolments: 0, rows: 0, notTaken: [...imported.notTaken, left] };
}
