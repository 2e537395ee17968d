import type { Role } from '../people/index.js';

/** How somebody stands to an enrolment, or to a person, that they see. ADMIN and HR only where their reach covers the person. */
export type Relation = 'SELF' | 'MENTOR' | 'LEAD' | 'HR' | 'ADMIN' | 'PARTNER' | 'SERVICE';

/**
 * Who may do something, and to what it reaches.
 * - NOBODY: a password or a link is the right; no account is needed.
 * - ONESELF: whoever is signed in, to their own account, inbox and place.
 * - WORKSPACE: what belongs to no person (plans, metrics, integrations); the role alone decides.
 * - EVERYBODY: all people of a cohort at once, so only who reaches everybody.
 * - OBJECT: something that one person set up; they themselves, or who reaches everybody.
 * - PERSON: people or their enrolments; each one named must stand to the viewer in a relation of `by`.
 */
export type Rule =
  | { on: 'NOBODY' }
  | { on: 'ONESELF' }
  | { on: 'WORKSPACE' | 'EVERYBODY' | 'OBJECT'; roles: readonly Role[] }
  | {
      on: 'PERSON';
      by: readonly Relation[];
      /** Whether one may do it to oneself. Who moves their own due date or scores their own work needs somebody else. */
      own: 'ALLOWED' | 'REFUSED';
      /** Acts on a group: people out of reach are left out, and the rest goes on. */
      others?: 'LEFT_OUT';
    };

const designers = { on: 'WORKSPACE', roles: ['ADMIN', 'HR', 'DESIGNER'] } as const;
const hr = { on: 'WORKSPACE', roles: ['ADMIN', 'HR'] } as const;
const admins = { on: 'WORKSPACE', roles: ['ADMIN'] } as const;
const everybody = { on: 'EVERYBODY', roles: ['ADMIN', 'HR'] } as const;
const hrOfThem = { on: 'PERSON', by: ['HR', 'ADMIN'], own: 'REFUSED' } as const;
const hrOrMentor = { on: 'PERSON', by: ['HR', 'ADMIN', 'MENTOR'], own: 'REFUSED' } as const;
/** To begin a plan, to be drawn for a version of it, or to correct one's own record is no favour: HR are people as well. */
const hrAndOwn = { on: 'PERSON', by: ['HR', 'ADMIN'], own: 'ALLOWED' } as const;

/** One's own, or anybody's for who administers the workspace. */
const ownOrAdmin = { on: 'PERSON', by: ['SELF', 'ADMIN'], own: 'ALLOWED' } as const;

/** Every mutation of the API. The access matrix is run from these rows; a mutation without a row fails it. */
export const MUTATIONS = {
  signIn: { on: 'NOBODY' },
  signOut: { on: 'NOBODY' },
  answerSurvey: { on: 'NOBODY' },
  acceptInvitation: { on: 'NOBODY' },
  requestPasswordReset: { on: 'NOBODY' },
  resetPassword: { on: 'NOBODY' },
  updateViewer: { on: 'ONESELF' },
  enterWorkspace: { on: 'ONESELF' },
  linkIdentity: { on: 'ONESELF' },
  proveByProvider: { on: 'ONESELF' },
  markRead: { on: 'ONESELF' },
  createUpload: { on: 'ONESELF' },
  changePassword: { on: 'ONESELF' },
  proveIdentity: { on: 'ONESELF' },
  startSecondFactor: { on: 'ONESELF' },
  confirmSecondFactor: { on: 'ONESELF' },
  removeSecondFactor: ownOrAdmin,
  endSession: ownOrAdmin,
  endSessions: ownOrAdmin,
  /** Besides, nobody does it for somebody with a role that they could not give: `mayManageAccount`. */
  invitePeople: hrOfThem,
  sendPasswordReset: hrOfThem,

  /** Somebody new counts as a person of the department that they come to; who moves somebody covers both departments. */
  createPerson: hrAndOwn,
  updatePerson: hrAndOwn,
  createDepartment: everybody,
  updateDepartment: everybody,
  mergeDepartment: everybody,
  saveJobRole: everybody,
  grantRole: admins,
  revokeRole: admins,
  deactivatePerson: hrOfThem,
  reactivatePerson: hrOfThem,
  handOver: hrOfThem,
  /** Who stands in for oneself is one's own choice, among colleagues. */
  setDeputy: { on: 'PERSON', by: ['SELF', 'HR', 'ADMIN'], own: 'ALLOWED' },
  /** Row by row it is asked who may bring or change this person, as by hand. */
  preparePeopleImport: hr,
  importPeople: hr,

  createPlan: designers,
  saveDraft: designers,
  publishPlan: designers,
  retirePlanVersion: designers,
  restorePlanVersion: designers,
  upgradePins: designers,
  applySuggestion: hr,
  createSandbox: designers,
  moveClock: designers,

  createCohort: hr,
  enrolPeople: hrAndOwn,
  saveEnrolmentRule: everybody,
  moveEnrolments: hrOfThem,
  undoMigration: { ...hrOfThem, others: 'LEFT_OUT' },
  assignMentor: hrOfThem,
  rematchMentors: { on: 'PERSON', by: ['HR'], own: 'REFUSED', others: 'LEFT_OUT' },
  cancelEnrolment: hrOfThem,
  undoCancellation: hrOfThem,
  pauseEnrolment: hrOfThem,
  resumeEnrolment: hrOfThem,
  changeDueDate: hrOrMentor,
  choosePartners: hrOrMentor,
  /** On one's own plan always as a learner, whatever else one is. */
  recordProgress: { on: 'PERSON', by: ['SELF', 'HR', 'ADMIN', 'SERVICE', 'MENTOR', 'LEAD', 'PARTNER'], own: 'ALLOWED' },
  reviewSubmission: { on: 'PERSON', by: ['HR', 'ADMIN', 'MENTOR', 'LEAD', 'PARTNER'], own: 'REFUSED' },
  suppressReminder: hrOfThem,
  publishCalendarYear: everybody,
  saveWorkspaceSettings: admins,

  createMetric: hr,
  recordMeasurements: hrOfThem,
  importMeasurements: { ...hrOfThem, others: 'LEFT_OUT' },
  openSurvey: everybody,
  printSurveyCodes: everybody,

  createExperiment: hrAndOwn,
  startExperiment: hrAndOwn,
  joinExperiment: hrAndOwn,
  analyseExperiment: hrAndOwn,
  cancelExperiment: hrAndOwn,
  stopExperiment: hrAndOwn,
  decideExperiment: hrAndOwn,
  deviateAllocation: hrOfThem,

  /** A report says what its reader may know. */
  exportReport: hr,
  exportBundle: hr,
  scheduleReport: hr,
  cancelReportSchedule: { on: 'OBJECT', roles: ['ADMIN', 'HR'] },

  saveIdentityProvider: admins,
  testIdentityProvider: admins,
  createIntegration: admins,
  updateIntegration: admins,
  removeIntegration: admins,
  testIntegration: admins,
  enablePlugin: admins,
  disablePlugin: admins,
  setChannelRoute: admins,
  setReminderSettings: admins,
  setSystemMail: admins,
} as const satisfies Record<string, Rule>;

export type MutationName = keyof typeof MUTATIONS;

/** What is read by role; which rows of it, the policies of the database decide. */
export const READS = {
  readAudit: admins,
  readSessions: admins,
  readProviders: admins,
  readPlugins: hr,
  readDeliveries: hr,
  readReports: hr,
  readEnrolmentRules: hr,
  previewEnrolmentRule: everybody,
  readHandOvers: hr,
} as const satisfies Record<string, Rule>;

export type Read = keyof typeof READS;
