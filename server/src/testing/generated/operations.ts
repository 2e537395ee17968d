// Made by .ci/typed-operations.mjs.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Who should accompany a learner. */
export type AssignMentorInput = {
  /** The learner's enrolment. */
  enrolmentId: string | number;
  /** The new mentor. */
  mentorId: string | number;
};

/** Which enrolment to cancel, and why. */
export type CancelEnrolmentInput = {
  /** The enrolment to cancel. */
  enrolmentId: string | number;
  /** Why. 1 to 2,000 characters, kept in the history. */
  reason: string;
};

/** What becomes of a person's work on an item when they are moved. */
export type CarryPolicy =
  /** The work is kept as history only. The default where the new version has no such item. */
  | 'DROP'
  /** The item starts over. The default where the kind differs. */
  | 'RESET'
  /** Only the best score goes along, and is judged by the rules of the new version. */
  | 'SCORE'
  /** State, outcome, submissions and score go along. The default where key and kind are the same. */
  | 'STATE';

/** One file that is about to be uploaded. */
export type CreateUploadInput = {
  /** Its size in bytes, at least 1 and at most what the workspace allows. */
  bytes: number;
  /** Its name with its ending, for example report.pdf. Folders are left out. */
  name: string;
};

/** Which due dates hold after people are moved. */
export type DatePolicy =
  /** Dates already given stay. */
  | 'KEEP'
  /** The later of the old and the new date. */
  | 'LATER_OF_BOTH'
  /** All dates follow the rules of the new version. */
  | 'RECOMPUTE';

/** A draft at a particular revision. */
export type DraftRef = {
  /** Key of the plan. */
  planKey: string;
  /** The draft's `revision`. A draft that has been saved since no longer answers to it. */
  revision: number;
};

/** Where an enrolment stands. */
export type EnrolmentStatus =
  /** It is running. */
  | 'ACTIVE'
  /** It was ended early. It is on no board and in no figure. */
  | 'CANCELLED'
  /** All stages are complete. */
  | 'COMPLETED'
  /** It is on hold: the learner records no progress and is not reminded. */
  | 'PAUSED'
  /** Its first day is still to come. */
  | 'SCHEDULED';

/** The kinds of things a plan asks for. */
export type ItemKind =
  /** Something that one or more levels of approvers must approve. */
  | 'APPROVAL'
  /** A test. Done by a score: passed from the pass mark on, failed when the attempts are used up. */
  | 'ASSESSMENT'
  /** A course to take. Done when it is marked, reported by the learning platform, or passed with a minimum score. */
  | 'COURSE'
  /** A conversation, for example with the mentor. */
  | 'MEETING'
  /** A questionnaire for the learner, their superior or their team. */
  | 'SURVEY'
  /** Practical work that is handed in, whole or in steps, and usually reviewed. */
  | 'TASK';

/** Where the work on one item of the old version goes. */
export type ItemMapping = {
  /** What goes along. */
  carry: CarryPolicy;
  /** Key of the item in the old version. */
  from: string;
  /** Key of the item in the new version. Leave it out when the item has no counterpart. */
  to?: string | null | undefined;
};

/** Where a person stands with an item. */
export type ItemStateKind =
  /** Open, and not begun. */
  | 'AVAILABLE'
  /** Finished; `outcome` says how. */
  | 'DONE'
  /** The person was let off. Counts as completed. */
  | 'EXCUSED'
  /** Not open yet; `lockedBecause` says why. */
  | 'LOCKED'
  /** Can no longer open for this person. It is not counted, reminded or overdue. */
  | 'NOT_APPLICABLE'
  /** Sent back by the reviewer. */
  | 'RETURNED'
  /** Begun. */
  | 'STARTED'
  /** Handed in, and waiting for a review. */
  | 'SUBMITTED';

/** Which messages to mark as read. */
export type MarkReadInput = {
  /** Global ids of messages. Leave it out to mark all. */
  ids?: Array<string | number> | null | undefined;
};

/** How to move people from one version of a plan to another. */
export type MigrationInput = {
  /** Which due dates hold afterwards. */
  dates?: DatePolicy | null | undefined;
  /** The people to move. When left out: everybody who runs the old version. */
  enrolmentIds?: Array<string | number> | null | undefined;
  /** The version they run now. */
  fromVersionId: string | number;
  /** People to leave where they are, although they would be moved. */
  leaveOut?: Array<string | number> | null | undefined;
  /** What becomes of items whose key or kind changes. Items that are left out follow the defaults of `CarryPolicy`. */
  mapping?: Array<ItemMapping> | null | undefined;
  /** True to also move people whose last due date has passed. People named in `enrolmentIds` are always moved. */
  moveEnded?: boolean | null | undefined;
  /** What happens to items that only the new version has. */
  newItems?: NewItemPolicy | null | undefined;
  /** The version to move them to. A draft works for a preview and for `publishPlan`. */
  to: VersionRef;
};

/** A migration together with its preview. */
export type MoveEnrolmentsInput = {
  /** The same migration that was previewed, to a published version. */
  migration: MigrationInput;
  /** The `previewHash` of that preview. */
  previewHash: string;
};

/** What happens to items that only the new version has. */
export type NewItemPolicy =
  /** They apply to everybody who is moved, with the dates of the new version. */
  | 'REQUIRE'
  /** They apply to everybody who is moved, and their dates count from the move at the earliest. */
  | 'REQUIRE_FROM_NOW'
  /** They apply, but people whose window for them has closed are excused. */
  | 'WAIVE_IF_PAST';

/** Whether an item has to be done. */
export type Requirement =
  /** It belongs to a group of which a given number has to be done. */
  | 'ELECTIVE'
  /** It may be done and counts towards nothing. */
  | 'OPTIONAL'
  /** It has to be done. */
  | 'REQUIRED';

/** Which migration to undo. */
export type UndoMigrationInput = {
  /** Global id of the migration. */
  migrationId: string | number;
};

/** Either a published version or a draft at a revision, so that the effects of a change can be seen before it is published. */
export type VersionRef =
  {   /** A draft that is not published yet. */
  draft: DraftRef; versionId?: never; }
  |  { draft?: never;   /** A published or retired version. */
  versionId: string | number; };

export type Operation0MutationVariables = Exact<{
  input: AssignMentorInput;
}>;


export type Operation0Mutation = { assignMentor: { userErrors: Array<{ code: string }> } };

export type Operation1MutationVariables = Exact<{
  input: CancelEnrolmentInput;
}>;


export type Operation1Mutation = { cancelEnrolment: { userErrors: Array<{ code: string }> } };

export type Operation2MutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type Operation2Mutation = { createUpload: { uploadId: string | null, url: string | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type Operation3MutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type Operation3Mutation = { markRead: { unread: number, userErrors: Array<{ code: string }> } };

export type Operation4MutationVariables = Exact<{
  input: MoveEnrolmentsInput;
}>;


export type Operation4Mutation = { moveEnrolments: { migrationId: string | null, moved: number, userErrors: Array<{ code: string }> } };

export type Operation5MutationVariables = Exact<{
  input: UndoMigrationInput;
}>;


export type Operation5Mutation = { undoMigration: { moved: number, userErrors: Array<{ code: string }> } };

export type Operation6QueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unread?: boolean | null | undefined;
}>;


export type Operation6Query = { inbox: { unread: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, markdown: string, link: string | null, at: string, readAt: string | null } }> } };

export type Operation7QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation7Query = { board: { cursor: string, rows: Array<{ states: string, overdue: number }>, counters: { overdue: number, feedbackInTime: number | null } } | null };

export type Operation8QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation8Query = { enrolment: { status: EnrolmentStatus, progress: { overdue: number, feedbackInTime: number | null, onTime: number | null }, items: Array<{ key: string, state: ItemStateKind, overdue: boolean }> } | null };

export type Operation9QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation9Query = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operation10QueryVariables = Exact<{
  input: MigrationInput;
}>;


export type Operation10Query = { previewMigration: { previewHash: string } };

export type Operation11QueryVariables = Exact<{
  cohortId: string | number;
}>;


export type Operation11Query = { board: { cursor: string, columns: Array<{ itemKey: string }>, counters: { people: number, doneCount: number }, rows: Array<{ enrolmentId: string, personName: string, states: string, lastEventAt: string | null }> } | null };

export type Operation12QueryVariables = Exact<{
  cohortId: string | number;
  first?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type Operation12Query = { board: { cursor: string, cohort: { name: string }, columns: Array<{ itemKey: string, title: string, kind: ItemKind, requirement: Requirement, stageKey: string, stageTitle: string, stageIndex: number, weeks: string | null }>, counters: { people: number, completion: number, doneCount: number, doneOf: number, onTime: number | null, overdue: number, overduePeople: number, waiting: number, finished: number, nextFeedbackDueAt: string | null }, rows: Array<{ enrolmentId: string, personId: string, personName: string, departmentId: string | null, mentorId: string | null, mentorName: string | null, versionNumber: number, states: string, completion: number, overdue: number, lastEventAt: string | null }> } | null };

/** What each text asks and answers. */
export interface Operations {
  "mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }": { result: Operation0Mutation; variables: Operation0MutationVariables };
  "mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }": { result: Operation1Mutation; variables: Operation1MutationVariables };
  "mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadId url userErrors { code message path } } }": { result: Operation2Mutation; variables: Operation2MutationVariables };
  "mutation ($input: MarkReadInput!) { markRead(input: $input) { unread userErrors { code } } }": { result: Operation3Mutation; variables: Operation3MutationVariables };
  "mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved userErrors { code } } }": { result: Operation4Mutation; variables: Operation4MutationVariables };
  "mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved userErrors { code } } }": { result: Operation5Mutation; variables: Operation5MutationVariables };
  "query ($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {\n  unread pageInfo { hasNextPage endCursor } edges { node { id title markdown link at readAt } } } }": { result: Operation6Query; variables: Operation6QueryVariables };
  "query ($id: ID!) { board(cohortId: $id) { cursor rows { states overdue } counters { overdue feedbackInTime } } }": { result: Operation7Query; variables: Operation7QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { status progress { overdue feedbackInTime onTime } items { key state overdue } } }": { result: Operation8Query; variables: Operation8QueryVariables };
  "query ($id: ID!) { node(id: $id) { id } }": { result: Operation9Query; variables: Operation9QueryVariables };
  "query ($input: MigrationInput!) { previewMigration(input: $input) { previewHash } }": { result: Operation10Query; variables: Operation10QueryVariables };
  "query($cohortId: ID!) { board(cohortId: $cohortId) {\n  cursor columns { itemKey } counters { people doneCount } rows(first: 50) { enrolmentId personName states lastEventAt } } }": { result: Operation11Query; variables: Operation11QueryVariables };
  "query($cohortId: ID!, $first: Int = 500, $after: ID) { board(cohortId: $cohortId) {\n  cursor cohort { name }\n  columns { itemKey title kind requirement stageKey stageTitle stageIndex weeks }\n  counters { people completion doneCount doneOf onTime overdue overduePeople waiting finished nextFeedbackDueAt }\n  rows(first: $first, after: $after) { enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue lastEventAt }\n} }": { result: Operation12Query; variables: Operation12QueryVariables };
}
