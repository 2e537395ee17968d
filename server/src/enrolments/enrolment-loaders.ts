import type { PlanDefinition } from '@planwright/schema/definition';
import { loaderOf, many, one, pages, type RequestContext } from '../access/graphql/index.js';
import { findFilesOf } from '../files/index.js';
import { type DeputyRow, readDeputies } from '../people/index.js';
import { type DefinitionCache, definitionsIn } from '../plans/index.js';
import type { ItemRow, PartnerRow, SubmissionRow } from '../progress/index.js';
import {
  type CohortFigures,
  type CohortRecord,
  countEnrolments,
  type EnrolmentRecord,
  findCancelled,
  findCohortFigures,
  findCohorts,
  findCohortsOfPlans,
  findEnrolments,
  findItems,
  findPartners,
  findSubmissions,
  findSubmissionsOf,
  listEnrolments,
  listEvents,
} from './enrolment-records.js';

const enrolments = one(findEnrolments, (row: EnrolmentRecord) => row.id);
const cohorts = one(findCohorts, (row: CohortRecord) => row.id);
const cohortsByPlan = many(findCohortsOfPlans, (row: CohortRecord) => row.planId);
const cohortFigures = one(findCohortFigures, (row: CohortFigures) => row.cohortId);
const items = many(findItems, (row: ItemRow) => row.enrolmentId);
const submissions = one(findSubmissions, (row: SubmissionRow) => row.id);
const submissionsByEnrolment = many(findSubmissionsOf, (row: SubmissionRow) => row.enrolmentId);
const cancelledByCohort = many(findCancelled, (row: EnrolmentRecord) => row.cohortId);
const enrolmentCounts = one(countEnrolments, (row) => row.cohortId);
const deputies = one(readDeputies, (row: DeputyRow) => row.mentorId);
const files = many(findFilesOf, (row) => row.submissionId);
const partners = many(findPartners, (row: PartnerRow) => row.enrolmentId);

/** What the viewer may see of each; undefined or empty = hidden or not there. */
export const enrolmentOf = (context: RequestContext, id: string) => loaderOf(context, enrolments).load(id);
export const cohortOf = (context: RequestContext, id: string) => loaderOf(context, cohorts).load(id);
export const cohortsOf = (context: RequestContext, planId: string) => loaderOf(context, cohortsByPlan).load(planId);
export const figuresOfCohort = (context: RequestContext, id: string) => loaderOf(context, cohortFigures).load(id);
export const cancelledOfCohort = (context: RequestContext, id: string) => loaderOf(context, cancelledByCohort).load(id);
export const itemsOfEnrolment = (context: RequestContext, id: string) => loaderOf(context, items).load(id);
export const submissionOf = (context: RequestContext, id: string) => loaderOf(context, submissions).load(id);
export const submissionsOf = (context: RequestContext, id: string) =>
  loaderOf(context, submissionsByEnrolment).load(id);
export const filesOf = (context: RequestContext, submissionId: string) => loaderOf(context, files).load(submissionId);
export const partnersOf = (context: RequestContext, id: string) => loaderOf(context, partners).load(id);

/** Who stands in for this mentor now, where the viewer may see it. */
export const deputyOf = async (context: RequestContext, mentorId: string): Promise<string | undefined> => {
  const period = await loaderOf(context, deputies).load(mentorId);
  return period?.state === 'RUNNING' ? period.deputyId : undefined;
};

/** A page of each cohort that is shown, and of the history of each enrolment. */
export const enrolmentsOfCohort = pages(listEnrolments, (row: EnrolmentRecord) => row.cohortId);
export const historyOfEnrolment = pages(
  (sql, ids, page) => listEvents(sql, ids, page),
  ({ enrolmentId }) => enrolmentId,
);
export const countOfCohort = async (context: RequestContext, cohortId: string): Promise<number> =>
  (await loaderOf(context, enrolmentCounts).load(cohortId))?.count ?? 0;

/**
 * The definition of a version that a visible row names; from memory where it is there. Callers hold a row that the
 * viewer may see, and whoever sees an enrolment may see its version.
 */
export async function definitionOf(
  context: RequestContext,
  cache: DefinitionCache,
  versionId: string,
): Promise<PlanDefinition> {
  const definition = await loaderOf(context, definitionsIn(cache)).load(versionId);
  if (!definition) throw new Error(`version ${versionId} of a visible enrolment is hidden`);
  return definition;
}
