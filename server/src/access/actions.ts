import type { Role } from '../people/role.js';
import type { Viewer } from '../people/viewer.js';
import { recordAudit } from './audit.js';
import type { SignedInContext } from './graphql/context.js';
import { forbidden } from './graphql/request-error.js';

/** What a role alone allows. What hangs on a person as well is decided by `relationsTo`. */
const BY_ROLE = {
  createPlan: ['ADMIN', 'HR', 'DESIGNER'],
  saveDraft: ['ADMIN', 'HR', 'DESIGNER'],
  publishPlan: ['ADMIN', 'HR', 'DESIGNER'],
  retirePlanVersion: ['ADMIN', 'HR', 'DESIGNER'],
  moveEnrolments: ['ADMIN', 'HR'],
  undoMigration: ['ADMIN', 'HR'],
  createCohort: ['ADMIN', 'HR'],
  enrolPeople: ['ADMIN', 'HR'],
  publishCalendarYear: ['ADMIN', 'HR'],
  readAudit: ['ADMIN'],
  readPlugins: ['ADMIN', 'HR'],
  configurePlugins: ['ADMIN'],
  configureReminders: ['ADMIN'],
  readDeliveries: ['ADMIN', 'HR'],
  upgradePins: ['ADMIN', 'HR', 'DESIGNER'],
  createSandbox: ['ADMIN', 'HR', 'DESIGNER'],
  moveClock: ['ADMIN', 'HR', 'DESIGNER'],
  createMetric: ['ADMIN', 'HR'],
  recordMeasurements: ['ADMIN', 'HR'],
  openSurvey: ['ADMIN', 'HR'],
  designExperiment: ['ADMIN', 'HR'],
  readReports: ['ADMIN', 'HR'],
  scheduleReport: ['ADMIN', 'HR'],
  applySuggestion: ['ADMIN', 'HR'],
  rematchMentors: ['HR'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof BY_ROLE;

/** Whether one of the viewer's roles allows the action. */
export function may(viewer: Viewer, action: Action): boolean {
  return BY_ROLE[action].some((role) => viewer.roles.has(role));
}

/** How somebody stands to an enrolment that he sees. ADMIN and HR only where their reach covers the person. */
export type Relation = 'SELF' | 'MENTOR' | 'LEAD' | 'HR' | 'ADMIN' | 'PARTNER';

export interface EnrolmentParties {
  enrolmentId: string;
  personId: string;
  mentorId: string | null;
  /** Department of the person. */
  departmentId: string | null;
}

/** All of the viewer's relations to an enrolment; empty = a stranger. */
export function relationsTo(viewer: Viewer, parties: EnrolmentParties): ReadonlySet<Relation> {
  const { scope, roles } = viewer;
  const relations = new Set<Relation>();
  if (parties.personId === viewer.personId) relations.add('SELF');
  if (parties.mentorId === viewer.personId) relations.add('MENTOR');
  if (scope.team.includes(parties.personId)) relations.add('LEAD');
  if (scope.partnered.includes(parties.enrolmentId)) relations.add('PARTNER');
  if (roles.has('ADMIN')) relations.add('ADMIN');
  const covered =
    scope.reach === 'all' || (parties.departmentId !== null && scope.departments.includes(parties.departmentId));
  if (roles.has('HR') && covered) relations.add('HR');
  return relations;
}

/** Answers FORBIDDEN and leaves the try in the audit trail. */
export async function refuse(context: SignedInContext, action: string, subject?: string): Promise<never> {
  const { viewer, database, now } = context;
  await database.work((tx) =>
    recordAudit(tx, {
      workspaceId: viewer.workspace.id,
      at: now,
      actorId: viewer.personId,
      action,
      outcome: 'REFUSED',
      ...(subject === undefined ? {} : { subject }),
    }),
  );
  throw forbidden(context);
}

/** Passes when a role of the viewer allows the action; else as `refuse`. */
export async function requireAction(context: SignedInContext, action: Action, subject?: string): Promise<void> {
  if (!may(context.viewer, action)) await refuse(context, action, subject);
}
