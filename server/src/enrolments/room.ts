import type { ApiRoom, NodeSource } from '../access/graphql/index.js';
import { CalendarMoveResolver, CalendarResolver } from './calendar.resolver.js';
import { CohortResolver } from './cohort.resolver.js';
import { cohortFrom } from './cohort.type.js';
import { EnrolmentResolver, ProgressEventResolver } from './enrolment.resolver.js';
import { EnrolmentActsResolver } from './enrolment-acts.resolver.js';
import type { EnrollingDeps, MigrationDeps } from './enrolment-deps.js';
import { cohortOf, enrolmentOf, submissionOf } from './enrolment-loaders.js';
import { enrolmentFrom, submissionFrom } from './enrolment-views.js';
import { HandOverPlanResolver } from './leaving/hand-over.resolver.js';
import {
  MigrationEffectResolver,
  MigrationRecordResolver,
  MigrationResolver,
  PlanMigrationsResolver,
} from './migration/migration.resolver.js';
import { migrationFrom } from './migration/migration.type.js';
import { findMigrations } from './migration/migration-records.js';
import { MyWorkResolver } from './my-work.resolver.js';
import { PersonEnrolmentsResolver } from './person-enrolments.resolver.js';
import { PlanRunningResolver, VersionRunningResolver } from './plan-running.resolver.js';
import { ProgressResolver } from './progress.resolver.js';
import {
  EnrolmentRuleLeaverResolver,
  EnrolmentRuleMatchResolver,
  EnrolmentRuleResolver,
} from './rules/rule.resolver.js';
import { SubmissionResolver } from './submission.resolver.js';

const nodes: NodeSource[] = [
  {
    type: 'Cohort',
    load: async (context, uuid) => {
      const record = await cohortOf(context, uuid);
      return record ? cohortFrom(record) : null;
    },
  },
  {
    type: 'Enrolment',
    load: async (context, uuid) => {
      const record = await enrolmentOf(context, uuid);
      return record ? enrolmentFrom(record) : null;
    },
  },
  {
    type: 'Submission',
    load: async (context, uuid) => {
      const row = await submissionOf(context, uuid);
      return row ? submissionFrom(row) : null;
    },
  },
  {
    type: 'Migration',
    load: async ({ viewer, database }, uuid) => {
      const [record] = await database.read(viewer.scope, (tx) => findMigrations(tx, [uuid]));
      return record ? migrationFrom(record) : null;
    },
  },
];

/** Cohorts, enrolments, people's work and its reviews. */
export function enrolmentsRoom(deps: EnrollingDeps & MigrationDeps): ApiRoom {
  return {
    resolvers: [
      new CohortResolver(deps),
      new EnrolmentResolver(deps),
      new ProgressEventResolver(),
      new EnrolmentActsResolver(deps),
      new ProgressResolver(deps),
      new SubmissionResolver(deps),
      new MyWorkResolver(deps),
      new PersonEnrolmentsResolver(),
      new HandOverPlanResolver(),
      new PlanRunningResolver(),
      new VersionRunningResolver(),
      new CalendarResolver(deps),
      new CalendarMoveResolver(),
      new EnrolmentRuleResolver({
        definitions: deps.progress.definitions,
        experimentMembers: deps.experimentMembers,
      }),
      new EnrolmentRuleMatchResolver(),
      new EnrolmentRuleLeaverResolver(),
      new MigrationResolver(deps),
      new MigrationEffectResolver(),
      new MigrationRecordResolver(),
      new PlanMigrationsResolver(),
    ],
    nodes,
  };
}
export { leavingInPlans } from './leaving/organisation-listener.js';
export { moveOnPublish } from './migration/move-on-publish.js';
export { type Foresight, startForesight } from './migration/start-foresight.js';
export { careerListener } from './rules/career-listener.js';
export { dueRules } from './rules/due-rules.js';
