import type { Instant, PlainDate } from '@planwright/schema/time';
import type { WritingTx } from '../database/index.js';

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
  /** Who takes over waiting reviews and mentees; null = the manager, else HR. */
  successorId: string | null;
  enrolments: 'PAUSE' | 'CANCEL' | 'KEEP';
}

/**
 * What later rooms do when something happens to people, in its transaction, as worker. Each list is of one workspace; nobody is in it twice.
 */
export interface OrganisationListener {
  joined?(tx: WritingTx, people: readonly JoinedPerson[], now: Instant): Promise<void>;
  changedJob?(tx: WritingTx, changes: readonly ChangedJob[], now: Instant): Promise<void>;
  readdressed?(tx: WritingTx, people: readonly Readdressed[], now: Instant): Promise<void>;
  signedInFirst?(tx: WritingTx, person: { workspaceId: string; personId: string }, now: Instant): Promise<void>;
  left?(tx: WritingTx, leavers: readonly Leaver[], now: Instant): Promise<void>;
  returned?(tx: WritingTx, people: readonly { workspaceId: string; personId: string }[], now: Instant): Promise<void>;
}
