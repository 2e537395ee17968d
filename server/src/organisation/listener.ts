import type { Instant, PlainDate } from '@planwright/schema/time';
import type { WritingTx } from '../database/index.js';
import type { LeaverEnrolments } from '../people/index.js';
import type { PersonField } from './people/person-change.js';

export interface JoinedPerson {
  workspaceId: string;
  personId: string;
  departmentId: string | null;
  jobRole: string | null;
  joinedOn: PlainDate | null;
}

/** A new job role, or the role TEAM_LEAD given or taken: who holds it leads. */
export interface ChangedJob {
  workspaceId: string;
  personId: string;
  fromJobRole: string | null;
  toJobRole: string | null;
  becameLead: boolean;
  endedLead: boolean;
}

/** A person whose record has changed, and in what. */
export interface ChangedPerson {
  workspaceId: string;
  personId: string;
  fields: readonly PersonField[];
}

/** A new e-mail address of somebody. Their account, where they have one, has it already. */
export interface Readdressed {
  workspaceId: string;
  personId: string;
  accountId: string | null;
  from: string | null;
  to: string | null;
}

/** Somebody who has left, with what was decided about what they leave behind. */
export interface Leaver {
  workspaceId: string;
  personId: string;
  /** This departure: what is kept of it until they come back. */
  leavingId: string;
  /** Who takes over, in this order: the first who is not the person handed over themselves. Nobody = HR. */
  takers: readonly string[];
  /** Somebody who was told who takes over, and did it by hand; else it waits on the list of HR. */
  confirmedBy: string | null;
  enrolments: LeaverEnrolments;
  /** Who the events are recorded by: a person, or `system`. */
  actor: string;
  /** In the language of the workspace. */
  reason: string;
}

/** Somebody who works here again. */
export interface Returned {
  workspaceId: string;
  personId: string;
  leavingId: string;
  leftAt: Instant;
  actor: string;
  reason: string;
}

/** A plan whose learner gets another mentor, because HR said who takes over. */
export interface HandedOver {
  workspaceId: string;
  enrolmentId: string;
  toId: string;
  actor: string;
}

/** Told once the transaction is committed: that open boards look again. Nothing may depend on it being called. */
export type AfterCommit = () => void;

/**
 * What later rooms do when something happens to people, in its transaction, as worker. Each list is of one workspace; nobody is in it twice.
 */
export interface OrganisationListener {
  joined?(tx: WritingTx, people: readonly JoinedPerson[], now: Instant): Promise<void>;
  changed?(tx: WritingTx, people: readonly ChangedPerson[], now: Instant): Promise<void>;
  changedJob?(tx: WritingTx, changes: readonly ChangedJob[], now: Instant): Promise<void>;
  readdressed?(tx: WritingTx, people: readonly Readdressed[], now: Instant): Promise<void>;
  signedInFirst?(tx: WritingTx, person: { workspaceId: string; personId: string }, now: Instant): Promise<void>;
  left?(tx: WritingTx, leavers: readonly Leaver[], now: Instant): Promise<AfterCommit[]>;
  returned?(tx: WritingTx, people: readonly Returned[], now: Instant): Promise<AfterCommit[]>;
  handedOver?(tx: WritingTx, list: readonly HandedOver[], now: Instant): Promise<AfterCommit[]>;
  /** The people of these mentors turn to somebody else from now on: a deputy's period began or ended. */
  stoodIn?(tx: WritingTx, workspaceId: string, mentorIds: readonly string[]): Promise<void>;
  /** The working hours of the workspace are others now. */
  changedHours?(tx: WritingTx, workspaceId: string, now: Instant): Promise<void>;
}
