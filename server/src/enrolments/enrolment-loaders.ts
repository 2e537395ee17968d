import type { PlanDefinition } from '@planwright/schema';
import DataLoader from 'dataloader';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/context.js';
import type { Sql } from '../database/sql.js';
import type { DefinitionCache } from '../plans/definition-cache.js';
import type { ItemRow, PartnerRow, SubmissionRow } from '../progress/projection-rows.js';
import {
  type CohortFigures,
  type CohortRecord,
  type EnrolmentRecord,
  findCohortFigures,
  findCohorts,
  findCohortsOfPlans,
  findEnrolments,
  findItems,
  findPartners,
  findSubmissions,
  findSubmissionsOf,
} from './enrolment-records.js';

/** A loader of one row per key. */
const one =
  <Row>(read: (sql: Sql, keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) =>
  (context: RequestContext) =>
    new DataLoader<string, Row | undefined>(async (keys) => {
      const { viewer, database } = signedIn(context);
      const rows = await database.read(viewer.scope, (tx) => read(tx, keys));
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(key));
    });

/** A loader of all rows of a key, in the order in which they are read. */
const many =
  <Row>(read: (sql: Sql, keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) =>
  (context: RequestContext) =>
    new DataLoader<string, Row[]>(async (keys) => {
      const { viewer, database } = signedIn(context);
      const rows = await database.read(viewer.scope, (tx) => read(tx, keys));
      const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of rows) byKey.get(keyOf(row))?.push(row);
      return keys.map((key) => byKey.get(key) ?? []);
    });

const enrolments = one(findEnrolments, (row: EnrolmentRecord) => row.id);
const cohorts = one(findCohorts, (row: CohortRecord) => row.id);
const cohortsByPlan = many(findCohortsOfPlans, (row: CohortRecord) => row.planId);
const cohortFigures = one(findCohortFigures, (row: CohortFigures) => row.cohortId);
const items = many(findItems, (row: ItemRow) => row.enrolmentId);
const submissions = one(findSubmissions, (row: SubmissionRow) => row.id);
const submissionsByEnrolment = many(findSubmissionsOf, (row: SubmissionRow) => row.enrolmentId);
const partners = many(findPartners, (row: PartnerRow) => row.enrolmentId);

/** What the viewer may see of each; undefined or empty = hidden or not there. */
export const enrolmentOf = (context: RequestContext, id: string) => loaderOf(context, enrolments).load(id);
export const cohortOf = (context: RequestContext, id: string) => loaderOf(context, cohorts).load(id);
export const cohortsOf = (context: RequestContext, planId: string) => loaderOf(context, cohortsByPlan).load(planId);
export const figuresOfCohort = (context: RequestContext, id: string) => loaderOf(context, cohortFigures).load(id);
export const itemsOfEnrolment = (context: RequestContext, id: string) => loaderOf(context, items).load(id);
export const submissionOf = (context: RequestContext, id: string) => loaderOf(context, submissions).load(id);
export const submissionsOf = (context: RequestContext, id: string) =>
  loaderOf(context, submissionsByEnrolment).load(id);
export const partnersOf = (context: RequestContext, id: string) => loaderOf(context, partners).load(id);

/**
 * The definition of a version that a visible row names; from memory where it is there. Callers hold a row that the
 * viewer may see, and whoever sees an enrolment may see its version.
 */
export async function definitionOf(
  context: RequestContext,
  cache: DefinitionCache,
  versionId: string,
): Promise<PlanDefinition> {
  const known = cache.peek(versionId);
  if (known) return known;
  const { viewer, database } = signedIn(context);
  const loaded = await database.read(viewer.scope, (tx) => cache.load(tx, [versionId]));
  const definition = loaded[versionId];
  if (!definition) throw new Error(`version ${versionId} of a visible enrolment is hidden`);
  return definition;
}
