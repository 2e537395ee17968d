export { CohortType, cohortFrom } from './cohort.type.js';
export { createCohort, isPlausibleStart } from './create-cohort.js';
export { enrolPeople } from './enrol-people.js';
export { EnrolmentType } from './enrolment.type.js';
export {
  afterCommit,
  type EnrolmentDeps,
  type ExperimentMembers,
  type RecordBaseline,
  type RunningExperiments,
} from './enrolment-deps.js';
export { cohortOf, definitionOf, enrolmentOf } from './enrolment-loaders.js';
export { type CohortRecord, findCohorts } from './enrolment-records.js';
export { enrolmentFrom } from './enrolment-views.js';
export { countReviewQueue } from './review-queue.js';
