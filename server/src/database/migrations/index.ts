import type { Migration } from '@mikro-orm/migrations';
import { CreatePeople } from './m20261123a-people.js';
import { CreatePlans } from './m20261123b-plans.js';
import { CreateEnrolments } from './m20261123c-enrolments.js';
import { CreateBoards } from './m20261123d-boards.js';
import { AddBoardOrder } from './m20261123f-board-order.js';
import { CreatePlugins } from './m20261124a-plugins.js';
import { CreateReminders } from './m20261124b-reminders.js';
import { CreateInboxAndSandbox } from './m20261124c-inbox-and-sandbox.js';
import { CreateOutcomes } from './m20261124d-outcomes.js';
import { CreateExperiments } from './m20261124e-experiments.js';
import { CreateReports } from './m20261124f-reports.js';
import { CreateNotices } from './m20261124h-notices.js';
import { AddHistories } from './m20261124i-histories.js';
import { CreateReportSchedules } from './m20261124j-report-schedules.js';
import { BindFilesToSessions } from './m20261129b1-files-of-sessions.js';
import { AddKnownDevices } from './m20261129b2-known-devices.js';
import { KeepSurveysAnonymous } from './m20261129d1-anonymous-surveys.js';
import { AddExperimentEnds } from './m20261129f1-experiment-ends.js';
import { AddOrganisation } from './m20261130a1-organisation.js';
import { AddLeavers } from './m20261130b1-leavers.js';
import { AddAccountLinks } from './m20261130c1-accounts.js';
import { AddIdentityProviders } from './m20261130d1-identity-providers.js';
import { CreatePeopleImports } from './m20261130e1-people-imports.js';
import { CreateFiles } from './m20261130f1-files.js';
import { AddReportTargets } from './m20261130f2-report-targets.js';
import { CreateEnrolmentRules } from './m20261130h1-enrolment-rules.js';
import { UniqueWorkspaceNames } from './m20261130u1-workspace-names.js';
import { OrderSubmissions } from './m20261130z1-submission-order.js';

type MigrationClass = new (...parameters: ConstructorParameters<typeof Migration>) => Migration;

/**
 * Every migration in the order in which it runs. A released one is never edited: a change is a new file at the end.
 * A new table also needs its line in `access-policy.ts`.
 */
export const migrations: { name: string; class: MigrationClass }[] = [
  { name: '20261123a-people', class: CreatePeople },
  { name: '20261123b-plans', class: CreatePlans },
  { name: '20261123c-enrolments', class: CreateEnrolments },
  { name: '20261123d-boards', class: CreateBoards },
  { name: '20261123f-board-order', class: AddBoardOrder },
  { name: '20261124a-plugins', class: CreatePlugins },
  { name: '20261124b-reminders', class: CreateReminders },
  { name: '20261124c-inbox-and-sandbox', class: CreateInboxAndSandbox },
  { name: '20261124d-outcomes', class: CreateOutcomes },
  { name: '20261124e-experiments', class: CreateExperiments },
  { name: '20261124f-reports', class: CreateReports },
  { name: '20261124h-notices', class: CreateNotices },
  { name: '20261124i-histories', class: AddHistories },
  { name: '20261124j-report-schedules', class: CreateReportSchedules },
  { name: '20261129f1-experiment-ends', class: AddExperimentEnds },
  { name: '20261129d1-anonymous-surveys', class: KeepSurveysAnonymous },
  { name: '20261129b1-files-of-sessions', class: BindFilesToSessions },
  { name: '20261129b2-known-devices', class: AddKnownDevices },
  { name: '20261130u1-workspace-names', class: UniqueWorkspaceNames },
  { name: '20261130c1-accounts', class: AddAccountLinks },
  { name: '20261130z1-submission-order', class: OrderSubmissions },
  { name: '20261130b1-leavers', class: AddLeavers },
  { name: '20261130a1-organisation', class: AddOrganisation },
  { name: '20261130h1-enrolment-rules', class: CreateEnrolmentRules },
  { name: '20261130f1-files', class: CreateFiles },
  { name: '20261130e1-people-imports', class: CreatePeopleImports },
  { name: '20261130d1-identity-providers', class: AddIdentityProviders },
  { name: '20261130f2-report-targets', class: AddReportTargets },
];
