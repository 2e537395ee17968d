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

/** Somebody new. */
export type CreatePersonInput = {
  /** Department they belong to. HR of a department can only put people into departments that they cover. */
  departmentId?: string | number | null | undefined;
  /** E-mail address, by which they are written to and sign in. One address is one person’s, in any case. A person without one is allowed. */
  email?: string | null | undefined;
  /** Number by which the company knows them, up to 64 characters; no two people have the same. */
  employeeNumber?: string | null | undefined;
  /** Further facts by name, such as `{"teamSize": 8}`, that plans can ask for in conditions: texts, numbers, true and false. Facts that are named are set, or removed by null; the others stay. Null instead of the object removes all. */
  facts?: unknown;
  /** Key of their job role, one of `jobRoles`. */
  jobRoleKey?: string | null | undefined;
  /** First day in the company. */
  joinedOn?: string | null | undefined;
  /** Language they are written to in, `zh-CN` or `en`. Null is the language of the workspace. */
  locale?: string | null | undefined;
  /** Their superior, who has not left. */
  managerId?: string | number | null | undefined;
  /** Full name, 1 to 200 characters. */
  name: string;
  /** IANA time zone that their dates are counted in. Null is the zone of the workspace. */
  timeZone?: string | null | undefined;
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

/** How people come into a plan by themselves. */
export type EnrolmentRuleInput = {
  /** Whoever has finished the plan is enrolled again when they match after this many months, 1 to 120. Null = nobody goes through it twice. Whoever runs it now, or was cancelled, is never enrolled again. */
  againAfterMonths?: number | null | undefined;
  /** Which cohorts it makes. */
  cohorts?: RuleCohorts;
  /** Whether the rule enrols people. Switched on, it is run at once. */
  enabled: boolean;
  /** The rule counts from this day, in the time of the workspace: nothing is done before it, and who joined or was promoted before it is not enrolled for that. */
  from: string;
  /** What becomes of people who no longer match. */
  leaving?: WhenNoLongerMatching;
  /** Who becomes their mentor. */
  mentorRule?: MentorRule;
  /** Key of the plan. Its current published version says who it is for. */
  planKey: string;
  /** On which day people begin. */
  startsOn?: RuleStart;
  /** On which occasions people are enrolled. At least one for a rule that is on. */
  triggers: Array<EnrolmentTrigger>;
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

/** What lets a rule enrol somebody the plan is for. */
export type EnrolmentTrigger =
  /** They join the company: the day they joined is on or after `from`. */
  | 'JOINING'
  /** They become a team lead, or come into a job role that the plan names, on or after `from`. */
  | 'PROMOTION'
  /** They match the plan when everybody is looked at, on Mondays at 06:00 and when the rule is switched on. */
  | 'WEEKLY';

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

/** Who becomes the mentor of people a rule enrols. */
export type MentorRule =
  /** Of all who hold the role MENTOR, whoever accompanies the fewest people. */
  | 'LEAST_LOADED'
  /** Nobody; HR assigns mentors. */
  | 'NONE'
  /** The same, among those of the person’s own department. Nobody where it has none. */
  | 'SAME_DEPARTMENT';

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

/** Which cohorts a rule makes. */
export type RuleCohorts =
  /** One for each month in which people begin. */
  | 'MONTHLY'
  /** One for everybody. */
  | 'ONE'
  /** One for each quarter in which people begin. */
  | 'QUARTERLY';

/** The first day of people a rule enrols. */
export type RuleStart =
  /** The day they join or are promoted, and never one in the past; in a weekly run its own day. */
  | 'EVENT_DAY'
  /** The Monday on or after that day. */
  | 'NEXT_MONDAY';

/** Which migration to undo. */
export type UndoMigrationInput = {
  /** Global id of the migration. */
  migrationId: string | number;
};

/** Changes to a person. What is left out stays as it is; null clears it. */
export type UpdatePersonInput = {
  /** Department they belong to. HR of a department can only put people into departments that they cover. */
  departmentId?: string | number | null | undefined;
  /** E-mail address, by which they are written to and sign in. One address is one person’s, in any case. A person without one is allowed. */
  email?: string | null | undefined;
  /** Number by which the company knows them, up to 64 characters; no two people have the same. */
  employeeNumber?: string | null | undefined;
  /** Further facts by name, such as `{"teamSize": 8}`, that plans can ask for in conditions: texts, numbers, true and false. Facts that are named are set, or removed by null; the others stay. Null instead of the object removes all. */
  facts?: unknown;
  /** Key of their job role, one of `jobRoles`. */
  jobRoleKey?: string | null | undefined;
  /** First day in the company. */
  joinedOn?: string | null | undefined;
  /** Language they are written to in, `zh-CN` or `en`. Null is the language of the workspace. */
  locale?: string | null | undefined;
  /** Their superior, who has not left. */
  managerId?: string | number | null | undefined;
  /** How many learners they can accompany as a mentor at the same time, 0 to 1,000. Null when nobody knows. */
  mentorCapacity?: number | null | undefined;
  /** Years of experience that they have as a mentor, 0 to 80. Null when nobody knows. */
  mentorExperienceYears?: number | null | undefined;
  /** Full name, 1 to 200 characters. Null leaves it as it is. */
  name?: string | null | undefined;
  /** The person it is about. */
  personId: string | number;
  /** IANA time zone that their dates are counted in. Null is the zone of the workspace. */
  timeZone?: string | null | undefined;
};

/** Either a published version or a draft at a revision, so that the effects of a change can be seen before it is published. */
export type VersionRef =
  {   /** A draft that is not published yet. */
  draft: DraftRef; versionId?: never; }
  |  { draft?: never;   /** A published or retired version. */
  versionId: string | number; };

/** What becomes of people a rule enrolled when the plan is no longer for them. It takes two weekly runs in a row; members of a running experiment are left alone. */
export type WhenNoLongerMatching =
  /** Their enrolment is cancelled. */
  | 'CANCEL'
  /** They go on. */
  | 'KEEP'
  /** Their enrolment is paused, and goes on when they match again. */
  | 'PAUSE';

export type Operation0MutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type Operation0Mutation = { createPerson: { person: { id: string, name: string, email: string | null, employeeNumber: string | null, jobRole: string | null, joinedOn: string | null, locale: string, timeZone: string, department: { id: string } | null, manager: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation1MutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type Operation1Mutation = { updatePerson: { person: { id: string, name: string, email: string | null, employeeNumber: string | null, jobRole: string | null, joinedOn: string | null, mentorCapacity: number | null, mentorExperienceYears: number | null, department: { id: string } | null, manager: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation2MutationVariables = Exact<{
  input: AssignMentorInput;
}>;


export type Operation2Mutation = { assignMentor: { userErrors: Array<{ code: string }> } };

export type Operation3MutationVariables = Exact<{
  input: CancelEnrolmentInput;
}>;


export type Operation3Mutation = { cancelEnrolment: { userErrors: Array<{ code: string }> } };

export type Operation4MutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type Operation4Mutation = { markRead: { unread: number, userErrors: Array<{ code: string }> } };

export type Operation5MutationVariables = Exact<{
  input: MoveEnrolmentsInput;
}>;


export type Operation5Mutation = { moveEnrolments: { migrationId: string | null, moved: number, userErrors: Array<{ code: string }> } };

export type Operation6MutationVariables = Exact<{
  input: UndoMigrationInput;
}>;


export type Operation6Mutation = { undoMigration: { moved: number, userErrors: Array<{ code: string }> } };

export type Operation7MutationVariables = Exact<{
  input: EnrolmentRuleInput;
}>;


export type Operation7Mutation = { saveEnrolmentRule: { rule: { planKey: string, enabled: boolean, triggers: Array<EnrolmentTrigger>, from: string, cohorts: RuleCohorts, startsOn: RuleStart, mentorRule: MentorRule, leaving: WhenNoLongerMatching, againAfterMonths: number | null, lastRunAt: string | null, nextRunAt: string | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation8QueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unread?: boolean | null | undefined;
}>;


export type Operation8Query = { inbox: { unread: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, markdown: string, link: string | null, at: string, readAt: string | null } }> } };

export type Operation9QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation9Query = { board: { cursor: string, rows: Array<{ states: string, overdue: number }>, counters: { overdue: number, feedbackInTime: number | null } } | null };

export type Operation10QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation10Query = { enrolment: { status: EnrolmentStatus, progress: { overdue: number, feedbackInTime: number | null, onTime: number | null }, items: Array<{ key: string, state: ItemStateKind, overdue: boolean }> } | null };

export type Operation11QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation11Query = { node:
    | { enrolments: { edges: Array<{ node: { id: string, status: EnrolmentStatus } }> }, mentoring: { edges: Array<{ node: { id: string, person: { name: string } } }> } }
    | Record<PropertyKey, never>
   | null };

export type Operation12QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation12Query = { node:
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

export type Operation13QueryVariables = Exact<{
  input: MigrationInput;
}>;


export type Operation13Query = { previewMigration: { previewHash: string } };

export type Operation14QueryVariables = Exact<{
  input: EnrolmentRuleInput;
}>;


export type Operation14Query = { previewEnrolmentRule: Array<{ reason: string, trigger: EnrolmentTrigger, startsOn: string, person: { name: string } }> };

export type Operation15QueryVariables = Exact<{
  planKey: string;
}>;


export type Operation15Query = { enrolmentRule: { enabled: boolean, lastRunAt: string | null, nextRunAt: string | null, noLongerMatching: Array<{ missedRuns: number, inExperiment: boolean, person: { name: string }, enrolment: { status: EnrolmentStatus } }> } | null };

export type Operation16QueryVariables = Exact<{
  cohortId: string | number;
}>;


export type Operation16Query = { board: { cursor: string, columns: Array<{ itemKey: string }>, counters: { people: number, doneCount: number }, rows: Array<{ enrolmentId: string, personName: string, states: string, lastEventAt: string | null }> } | null };

export type Operation17QueryVariables = Exact<{
  cohortId: string | number;
  first?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type Operation17Query = { board: { cursor: string, cohort: { name: string }, columns: Array<{ itemKey: string, title: string, kind: ItemKind, requirement: Requirement, stageKey: string, stageTitle: string, stageIndex: number, weeks: string | null }>, counters: { people: number, completion: number, doneCount: number, doneOf: number, onTime: number | null, overdue: number, overduePeople: number, waiting: number, finished: number, nextFeedbackDueAt: string | null }, rows: Array<{ enrolmentId: string, personId: string, personName: string, departmentId: string | null, mentorId: string | null, mentorName: string | null, versionNumber: number, states: string, completion: number, overdue: number, lastEventAt: string | null }> } | null };

/** What each text asks and answers. */
export interface Operations {
  "\n  mutation CreatePersonInTest($input: CreatePersonInput!) {\n    createPerson(input: $input) {\n      person { id name email employeeNumber jobRole joinedOn locale timeZone department { id } manager { id } }\n      userErrors { code path message }\n    }\n  }\n": { result: Operation0Mutation; variables: Operation0MutationVariables };
  "\n  mutation UpdatePersonInTest($input: UpdatePersonInput!) {\n    updatePerson(input: $input) {\n      person { id name email employeeNumber jobRole joinedOn mentorCapacity mentorExperienceYears department { id } manager { id } }\n      userErrors { code path message }\n    }\n  }\n": { result: Operation1Mutation; variables: Operation1MutationVariables };
  "mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }": { result: Operation2Mutation; variables: Operation2MutationVariables };
  "mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }": { result: Operation3Mutation; variables: Operation3MutationVariables };
  "mutation ($input: MarkReadInput!) { markRead(input: $input) { unread userErrors { code } } }": { result: Operation4Mutation; variables: Operation4MutationVariables };
  "mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved userErrors { code } } }": { result: Operation5Mutation; variables: Operation5MutationVariables };
  "mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved userErrors { code } } }": { result: Operation6Mutation; variables: Operation6MutationVariables };
  "mutation SaveRule($input: EnrolmentRuleInput!) { saveEnrolmentRule(input: $input) {\n  rule { planKey enabled triggers from cohorts startsOn mentorRule leaving againAfterMonths lastRunAt nextRunAt }\n  userErrors { code path message } } }": { result: Operation7Mutation; variables: Operation7MutationVariables };
  "query ($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {\n  unread pageInfo { hasNextPage endCursor } edges { node { id title markdown link at readAt } } } }": { result: Operation8Query; variables: Operation8QueryVariables };
  "query ($id: ID!) { board(cohortId: $id) { cursor rows { states overdue } counters { overdue feedbackInTime } } }": { result: Operation9Query; variables: Operation9QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { status progress { overdue feedbackInTime onTime } items { key state overdue } } }": { result: Operation10Query; variables: Operation10QueryVariables };
  "query ($id: ID!) { node(id: $id) { ... on Person {\n  enrolments(first: 10) { edges { node { id status } } }\n  mentoring(first: 10) { edges { node { id person { name } } } } } } }": { result: Operation11Query; variables: Operation11QueryVariables };
  "query ($id: ID!) { node(id: $id) { id } }": { result: Operation12Query; variables: Operation12QueryVariables };
  "query ($input: MigrationInput!) { previewMigration(input: $input) { previewHash } }": { result: Operation13Query; variables: Operation13QueryVariables };
  "query PreviewRule($input: EnrolmentRuleInput!) { previewEnrolmentRule(input: $input) {\n  person { name } reason trigger startsOn } }": { result: Operation14Query; variables: Operation14QueryVariables };
  "query Rule($planKey: String!) { enrolmentRule(planKey: $planKey) {\n  enabled lastRunAt nextRunAt noLongerMatching { person { name } enrolment { status } missedRuns inExperiment } } }": { result: Operation15Query; variables: Operation15QueryVariables };
  "query($cohortId: ID!) { board(cohortId: $cohortId) {\n  cursor columns { itemKey } counters { people doneCount } rows(first: 50) { enrolmentId personName states lastEventAt } } }": { result: Operation16Query; variables: Operation16QueryVariables };
  "query($cohortId: ID!, $first: Int = 500, $after: ID) { board(cohortId: $cohortId) {\n  cursor cohort { name }\n  columns { itemKey title kind requirement stageKey stageTitle stageIndex weeks }\n  counters { people completion doneCount doneOf onTime overdue overduePeople waiting finished nextFeedbackDueAt }\n  rows(first: $first, after: $after) { enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue lastEventAt }\n} }": { result: Operation17Query; variables: Operation17QueryVariables };
}
