// Made by .ci/typed-operations.mjs.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Whether an item has to be done. */
export type Requirement =
  /** It belongs to a group of which a given number has to be done. */
  | 'ELECTIVE'
  /** It may be done and counts towards nothing. */
  | 'OPTIONAL'
  /** It has to be done. */
  | 'REQUIRED';

export type Operation0MutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type Operation0Mutation = { markRead: { unread: number, userErrors: Array<{ code: string }> } };

export type Operation1QueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unread?: boolean | null | undefined;
}>;


export type Operation1Query = { inbox: { unread: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, markdown: string, link: string | null, at: string, readAt: string | null } }> } };

export type Operation2QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation2Query = { board: { cursor: string, rows: Array<{ states: string, overdue: number }>, counters: { overdue: number, feedbackInTime: number | null } } | null };

export type Operation3QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation3Query = { enrolment: { status: EnrolmentStatus, progress: { overdue: number, feedbackInTime: number | null, onTime: number | null }, items: Array<{ key: string, state: ItemStateKind, overdue: boolean }> } | null };

export type Operation4QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation4Query = { node:
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

export type Operation5QueryVariables = Exact<{
  cohortId: string | number;
}>;


export type Operation5Query = { board: { cursor: string, columns: Array<{ itemKey: string }>, counters: { people: number, doneCount: number }, rows: Array<{ enrolmentId: string, personName: string, states: string, lastEventAt: string | null }> } | null };

export type Operation6QueryVariables = Exact<{
  cohortId: string | number;
  first?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type Operation6Query = { board: { cursor: string, cohort: { name: string }, columns: Array<{ itemKey: string, title: string, kind: ItemKind, requirement: Requirement, stageKey: string, stageTitle: string, stageIndex: number, weeks: string | null }>, counters: { people: number, completion: number, doneCount: number, doneOf: number, onTime: number | null, overdue: number, overduePeople: number, waiting: number, finished: number, nextFeedbackDueAt: string | null }, rows: Array<{ enrolmentId: string, personId: string, personName: string, departmentId: string | null, mentorId: string | null, mentorName: string | null, versionNumber: number, states: string, completion: number, overdue: number, lastEventAt: string | null }> } | null };

/** What each text asks and answers. */
export interface Operations {
  "mutation ($input: MarkReadInput!) { markRead(input: $input) { unread userErrors { code } } }": { result: Operation0Mutation; variables: Operation0MutationVariables };
  "query ($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {\n  unread pageInfo { hasNextPage endCursor } edges { node { id title markdown link at readAt } } } }": { result: Operation1Query; variables: Operation1QueryVariables };
  "query ($id: ID!) { board(cohortId: $id) { cursor rows { states overdue } counters { overdue feedbackInTime } } }": { result: Operation2Query; variables: Operation2QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { status progress { overdue feedbackInTime onTime } items { key state overdue } } }": { result: Operation3Query; variables: Operation3QueryVariables };
  "query ($id: ID!) { node(id: $id) { id } }": { result: Operation4Query; variables: Operation4QueryVariables };
  "query($cohortId: ID!) { board(cohortId: $cohortId) {\n  cursor columns { itemKey } counters { people doneCount } rows(first: 50) { enrolmentId personName states lastEventAt } } }": { result: Operation5Query; variables: Operation5QueryVariables };
  "query($cohortId: ID!, $first: Int = 500, $after: ID) { board(cohortId: $cohortId) {\n  cursor cohort { name }\n  columns { itemKey title kind requirement stageKey stageTitle stageIndex weeks }\n  counters { people completion doneCount doneOf onTime overdue overduePeople waiting finished nextFeedbackDueAt }\n  rows(first: $first, after: $after) { enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue lastEventAt }\n} }": { result: Operation6Query; variables: Operation6QueryVariables };
}
