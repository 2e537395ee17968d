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

/** A new due date for one person's item or step. */
export type ChangeDueDateInput = {
  /** The new due date, after the item opens. */
  at: string;
  /** The person's enrolment. */
  enrolmentId: string | number;
  /** Key of the item. */
  itemKey: string;
  /** Why. 1 to 2,000 characters, kept in the history. */
  reason: string;
  /** Key of the step. Leave it out to move the item's own date. */
  stepKey?: string | null | undefined;
};

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

/** One file that is about to be uploaded. */
export type CreateUploadInput = {
  /** Its size in bytes, at least 1 and at most what the workspace allows. */
  bytes: number;
  /** Its name with its ending, for example report.pdf. Folders are left out. */
  name: string;
};

/** The score for one criterion of a rubric. */
export type CriterionScoreInput = {
  /** Key of the criterion. */
  key: string;
  /** The score, 0 to 100. */
  score: number;
};

/** Which due dates hold after people are moved. */
export type DatePolicy =
  /** Dates already given stay. */
  | 'KEEP'
  /** The later of the old and the new date. */
  | 'LATER_OF_BOTH'
  /** All dates follow the rules of the new version. */
  | 'RECOMPUTE';

/** Who leaves, and who takes over. */
export type DeactivatePersonInput = {
  /** What becomes of their plans. Leave it out for what the workspace has set. */
  enrolments?: LeaverEnrolments | null | undefined;
  /** Global id of the person. */
  personId: string | number;
  /** Global id of who takes over waiting reviews, mentees and direct reports. Leave it out for the nearest superior, else HR. */
  successorId?: string | number | null | undefined;
};

/** A new department. */
export type DepartmentInput = {
  /** Name, 1 to 200 characters. Its key, by which plans name it, is made from the name. */
  name: string;
  /** The department it is part of. Leave it out for one at the top. */
  parentId?: string | number | null | undefined;
};

/** Who stands in for a mentor, and when. */
export type DeputyInput = {
  /** Global id of who stands in. Null ends what was set before. */
  deputyId?: string | number | null | undefined;
  /** First day, in the time zone of the mentor. A day that has passed means from now on. */
  from: string;
  /** Global id of the mentor. */
  mentorId: string | number;
  /** Last day. Leave it out for until somebody ends it. */
  until?: string | null | undefined;
};

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

/** Whose taking over is confirmed. */
export type HandOverInput = {
  /** Global ids of hand-overs, 1 to 500. */
  ids: Array<string | number>;
  /** Global id of who takes them all over. Leave it out to confirm whoever has taken over each. */
  successorId?: string | number | null | undefined;
};

/** As what somebody is handed over. */
export type HandOverKind =
  /** Their mentor left. */
  | 'MENTEE'
  /** Their superior left. */
  | 'REPORT';

/** Which preview to carry out. */
export type ImportPeopleInput = {
  /** The number of people that are missing, to deactivate them although they are many. Leave it out otherwise. */
  confirmMissing?: number | null | undefined;
  /** The import. */
  importId: string | number;
  /** `previewHash` of the import, as it was looked at. */
  previewHash: string;
};

/** How far an import is. */
export type ImportState =
  /** Everything that was to be written is written. */
  | 'DONE'
  /** Nothing was written; `problems` says why. */
  | 'FAILED'
  /** The table is being read; what it would do is not known yet. */
  | 'READING'
  /** It is known what the import would do, and nothing has been written. */
  | 'READY'
  /** The people are being written. */
  | 'WRITING';

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

/** A job role, new or changed: it is found by its key. */
export type JobRoleInput = {
  /** What belongs to it, by language, up to 4,000 characters each. Null or left out when nobody has written it down. */
  duties?: unknown;
  /** The key by which plans name it: small letters, digits and hyphens, up to 63 characters. Empty makes a new one whose key comes from the title. */
  key: string;
  /** The title by language, `zh-CN` and `en`, at least one of them, up to 200 characters each. */
  titles: unknown;
};

/** What becomes of the plans of somebody who leaves. */
export type LeaverEnrolments =
  /** They end. Coming back does not take that back. */
  | 'CANCEL'
  /** They stay as they are; nobody is reminded of them while the person is away. */
  | 'KEEP'
  /** They wait, and go on when the person comes back. */
  | 'PAUSE';

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

/** Two departments that become one. */
export type MergeDepartmentInput = {
  /** The department that goes: its people, the departments below it and the roles for it go to the other one. */
  fromId: string | number;
  /** The department that stays. */
  intoId: string | number;
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

/** What an import does with active people that the file does not name. */
export type MissingPeople =
  /** They are deactivated, as if they had left. */
  | 'DEACTIVATE'
  /** They stay as they are. */
  | 'KEEP';

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

/** Which enrolment to pause, and why. */
export type PauseEnrolmentInput = {
  /** The enrolment to pause. */
  enrolmentId: string | number;
  /** Why. 1 to 2,000 characters, kept in the history. */
  reason: string;
};

/** Which column of the table is which. */
export type PeopleImportColumnInput = {
  /** What the column holds: one of `employeeNumber`, `name`, `familyName`, `givenName`, `email`, `department`, `jobRole`, `manager`, `managerNumber`, `joinedOn`, `locale`, `timeZone`, `mentorCapacity`, `mentorExperienceYears`, `status`. */
  column: string;
  /** Letter of the column. Null when the table has no such column. */
  letter?: string | null | undefined;
};

/** A table of people. Send exactly one of `rows`, `file` and `again`. */
export type PeopleImportInput = {
  /** An earlier import of the viewer's own that is not written yet: its table is looked at with these answers. */
  again?: string | number | null | undefined;
  /** True to write nothing while a single row is left out. Otherwise the good ones are written. */
  allOrNothing?: boolean;
  /** Which column is which, where their names do not say it. Leave it out to go by the names. */
  columns?: Array<PeopleImportColumnInput> | null | undefined;
  /** True to make departments and job roles that the file names and nobody has made. Only who reaches everybody may. */
  createUnits?: boolean;
  /** A file in base64: .xlsx, of which the first visible sheet is read, or text in UTF-8, UTF-16 or GB 18030, with commas, semicolons or tabs. */
  file?: string | null | undefined;
  /** What becomes of the plans of those who are deactivated. Leave it out for what the workspace has set. */
  leaverEnrolments?: LeaverEnrolments | null | undefined;
  /** What to do with active people that the file does not name. */
  missing?: MissingPeople;
  /** Cells as text; one of the first rows holds the names of the columns. At most 10,000 people. */
  rows?: Array<Array<string>> | null | undefined;
};

/** What an import does with a row. */
export type PeopleRowResult =
  /** Somebody new. */
  | 'CREATED'
  /** No row of the file: an active person that it does not name. */
  | 'MISSING'
  /** The row is left out; its problems say why. */
  | 'REJECTED'
  /** All of it is known already. */
  | 'UNCHANGED'
  /** Something about a known person changes. */
  | 'UPDATED';

/** A person. */
export type PersonInput = {
  /** Global id of the person. */
  personId: string | number;
};

/** Whether an item has to be done. */
export type Requirement =
  /** It belongs to a group of which a given number has to be done. */
  | 'ELECTIVE'
  /** It may be done and counts towards nothing. */
  | 'OPTIONAL'
  /** It has to be done. */
  | 'REQUIRED';

/** Which paused enrolment to resume, and why. */
export type ResumeEnrolmentInput = {
  /** The paused enrolment. */
  enrolmentId: string | number;
  /** Why. 1 to 2,000 characters, kept in the history. */
  reason: string;
};

/** What a reviewer decides about a submission. */
export type ReviewDecision =
  /** The work is accepted. */
  | 'APPROVE'
  /** The work is refused for good. The item ends as rejected. */
  | 'REJECT'
  /** The work goes back and can be submitted again as the next attempt. */
  | 'RETURN';

/** A review of a submission. */
export type ReviewSubmissionInput = {
  /** What the learner should know. At most 4,000 characters. */
  comment?: string | null | undefined;
  /** Scores by criterion, when the item has a rubric. All of them are required to approve. */
  criteria?: Array<CriterionScoreInput> | null | undefined;
  /** What is decided. */
  decision: ReviewDecision;
  /** A key the client makes up for this one request. Sending the same request again records nothing new and answers the same; the same key with other content is KEY_REUSED. */
  idempotencyKey: string;
  /** A score for the whole, 0 to 100. */
  score?: number | null | undefined;
  /** The submission. */
  submissionId: string | number;
};

/** What somebody is in a workspace. A person may hold several roles. */
export type Role =
  /** Administers the workspace: plugins, integrations, reminder settings and the audit trail, and everything HR does. */
  | 'ADMIN'
  /** Draws and publishes plans and tries them out in sandboxes. */
  | 'DESIGNER'
  /** Enrols people, runs cohorts and reads reports, for the whole workspace or for the departments they cover. */
  | 'HR'
  /** Follows plans as a learner. */
  | 'LEARNER'
  /** Accompanies learners and reviews what they submit. */
  | 'MENTOR'
  /** Not a person: a program, such as a connector, that records progress. */
  | 'SERVICE'
  /** Leads a team, and is therefore the superior of its members in plans and reminders. */
  | 'TEAM_LEAD';

/** A role of a person. */
export type RoleInput = {
  /** HR only: the department that they cover, with everything below it. Null or left out is the whole workspace. */
  departmentId?: string | number | null | undefined;
  /** The person. */
  personId: string | number;
  /** The role. SERVICE is for programs: a service token has it. */
  role: Role;
};

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

/** Sign-in with a local account. */
export type SignInInput = {
  /** True to get a token in the answer instead of a session cookie. */
  bearer?: boolean | null | undefined;
  /** A code of the second factor, or a recovery code. Leave it out at first: SECOND_FACTOR says where one is asked for. */
  code?: string | null | undefined;
  /** E-mail address of the account, in any case. */
  email: string;
  /** Password of the account. */
  password: string;
};

/** Which migration to undo. */
export type UndoMigrationInput = {
  /** Global id of the migration. */
  migrationId: string | number;
};

/** Changes to a department. What is left out stays as it is. */
export type UpdateDepartmentInput = {
  /** True closes it: nobody can be put into it any more. It must have no people who work here and no open department below. False opens it again. */
  closed?: boolean | null | undefined;
  /** The department. */
  departmentId: string | number;
  /** Another name, 1 to 200 characters. The key stays. */
  name?: string | null | undefined;
  /** The department it is part of from now on, with everything below it. Null moves it to the top. */
  parentId?: string | number | null | undefined;
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
  input: ImportPeopleInput;
}>;


export type Operation0Mutation = { importPeople: { import: { id: string, state: ImportState } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type Operation1MutationVariables = Exact<{
  input: PeopleImportInput;
}>;


export type Operation1Mutation = { preparePeopleImport: { import: { id: string, state: ImportState } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type Operation2MutationVariables = Exact<{
  input: DepartmentInput;
}>;


export type Operation2Mutation = { createDepartment: { department: { id: string, key: string, name: string, closed: boolean, parent: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation3MutationVariables = Exact<{
  input: CreatePersonInput;
}>;


export type Operation3Mutation = { createPerson: { person: { id: string, name: string, email: string | null, employeeNumber: string | null, jobRole: string | null, joinedOn: string | null, locale: string, timeZone: string, department: { id: string } | null, manager: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation4MutationVariables = Exact<{
  input: RoleInput;
}>;


export type Operation4Mutation = { grantRole: { person: { roles: Array<Role> | null, grants: Array<{ role: Role, source: string, grantedAt: string | null, department: { name: string } | null, grantedBy: { name: string } | null }> | null, history: { edges: Array<{ node: { action: string, detail: unknown } }> } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation5MutationVariables = Exact<{
  input: MergeDepartmentInput;
}>;


export type Operation5Mutation = { mergeDepartment: { department: { id: string, name: string } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation6MutationVariables = Exact<{
  input: RoleInput;
}>;


export type Operation6Mutation = { revokeRole: { person: { roles: Array<Role> | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation7MutationVariables = Exact<{
  input: JobRoleInput;
}>;


export type Operation7Mutation = { saveJobRole: { jobRole: { id: string, key: string, title: string, duties: string | null, titles: unknown, dutiesByLanguage: unknown, people: number } | null, userErrors: Array<{ code: string, path: Array<string> }> } };

export type Operation8MutationVariables = Exact<{
  input: UpdateDepartmentInput;
}>;


export type Operation8Mutation = { updateDepartment: { department: { id: string, key: string, name: string, closed: boolean, parent: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation9MutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type Operation9Mutation = { updatePerson: { person: { id: string, name: string, email: string | null, employeeNumber: string | null, jobRole: string | null, joinedOn: string | null, mentorCapacity: number | null, mentorExperienceYears: number | null, department: { id: string } | null, manager: { id: string } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation10QueryVariables = Exact<{
  id: string | number;
  result?: PeopleRowResult | null | undefined;
}>;


export type Operation10Query = { peopleImport: { id: string, state: ImportState, total: number, read: number, written: number, created: number, updated: number, unchanged: number, missing: number, rejected: number, previewHash: string | null, blocked: string | null, outdated: boolean, notes: Array<string>, whenMissing: MissingPeople, allOrNothing: boolean, createUnits: boolean, mayCreateUnits: boolean, asksAboutMissing: boolean, newDepartments: Array<string>, newJobRoles: Array<string>, finishedAt: string | null, questions: Array<{ column: string, optional: boolean, letters: Array<string> }>, columns: Array<{ letter: string, name: string, column: string | null }>, problems: Array<{ row: number, column: string | null, code: string, message: string }>, rows: { edges: Array<{ node: { line: number | null, result: PeopleRowResult, name: string, cells: Array<{ column: string, given: string, now: string | null, changes: boolean, wrong: boolean, notes: Array<string> }> } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type Operation11QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation11Query = { departments: Array<{ id: string, key: string, name: string, closed: boolean, formerKeys: Array<string>, parent: { id: string } | null, people: { edges: Array<{ node: { name: string } }> } }> };

export type Operation12QueryVariables = Exact<{
  person: string | number;
}>;


export type Operation12Query = { jobRoles: Array<{ key: string, title: string, duties: string | null, people: number }>, person: { jobRole: string | null, job: { key: string, title: string } | null } | null };

export type Operation13MutationVariables = Exact<{
  input: AssignMentorInput;
}>;


export type Operation13Mutation = { assignMentor: { userErrors: Array<{ code: string }> } };

export type Operation14MutationVariables = Exact<{
  input: CancelEnrolmentInput;
}>;


export type Operation14Mutation = { cancelEnrolment: { userErrors: Array<{ code: string }> } };

export type Operation15MutationVariables = Exact<{
  input: ChangeDueDateInput;
}>;


export type Operation15Mutation = { changeDueDate: { userErrors: Array<{ code: string }> } };

export type Operation16MutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type Operation16Mutation = { createUpload: { uploadId: string | null, url: string | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };

export type Operation17MutationVariables = Exact<{
  input: DeactivatePersonInput;
}>;


export type Operation17Mutation = { deactivatePerson: { person: { id: string, active: boolean } | null, userErrors: Array<{ code: string, path: Array<string> }> } };

export type Operation18MutationVariables = Exact<{
  input: DeactivatePersonInput;
}>;


export type Operation18Mutation = { deactivatePerson: { userErrors: Array<{ code: string }> } };

export type Operation19MutationVariables = Exact<{
  input: DeputyInput;
}>;


export type Operation19Mutation = { setDeputy: { person: { deputy: { name: string } | null, deputyPeriod: { from: string, until: string | null, running: boolean, deputy: { name: string } } | null } | null, userErrors: Array<{ code: string, path: Array<string> }> } };

export type Operation20MutationVariables = Exact<{
  input: DeputyInput;
}>;


export type Operation20Mutation = { setDeputy: { userErrors: Array<{ code: string }> } };

export type Operation21MutationVariables = Exact<{
  input: HandOverInput;
}>;


export type Operation21Mutation = { handOver: { confirmed: number, userErrors: Array<{ code: string, path: Array<string> }> } };

export type Operation22MutationVariables = Exact<{
  input: MarkReadInput;
}>;


export type Operation22Mutation = { markRead: { unread: number, userErrors: Array<{ code: string }> } };

export type Operation23MutationVariables = Exact<{
  input: MoveEnrolmentsInput;
}>;


export type Operation23Mutation = { moveEnrolments: { migrationId: string | null, moved: number, userErrors: Array<{ code: string }> } };

export type Operation24MutationVariables = Exact<{
  input: PauseEnrolmentInput;
}>;


export type Operation24Mutation = { pauseEnrolment: { userErrors: Array<{ code: string }> } };

export type Operation25MutationVariables = Exact<{
  input: PersonInput;
}>;


export type Operation25Mutation = { reactivatePerson: { person: { id: string, active: boolean, roles: Array<Role> | null } | null, userErrors: Array<{ code: string, path: Array<string> }> } };

export type Operation26MutationVariables = Exact<{
  input: ResumeEnrolmentInput;
}>;


export type Operation26Mutation = { resumeEnrolment: { userErrors: Array<{ code: string }> } };

export type Operation27MutationVariables = Exact<{
  input: ReviewSubmissionInput;
}>;


export type Operation27Mutation = { reviewSubmission: { submission: { reviewer: { name: string } | null } | null, userErrors: Array<{ code: string }> } };

export type Operation28MutationVariables = Exact<{
  input: SignInInput;
}>;


export type Operation28Mutation = { signIn: { token: string | null, userErrors: Array<{ code: string }> } };

export type Operation29MutationVariables = Exact<{
  input: UndoMigrationInput;
}>;


export type Operation29Mutation = { undoMigration: { moved: number, userErrors: Array<{ code: string }> } };

export type Operation30MutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type Operation30Mutation = { updatePerson: { userErrors: Array<{ code: string }> } };

export type Operation31MutationVariables = Exact<{
  input: EnrolmentRuleInput;
}>;


export type Operation31Mutation = { saveEnrolmentRule: { rule: { planKey: string, enabled: boolean, triggers: Array<EnrolmentTrigger>, from: string, cohorts: RuleCohorts, startsOn: RuleStart, mentorRule: MentorRule, leaving: WhenNoLongerMatching, againAfterMonths: number | null, lastRunAt: string | null, nextRunAt: string | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string }> } };

export type Operation32QueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unread?: boolean | null | undefined;
}>;


export type Operation32Query = { inbox: { unread: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, markdown: string, link: string | null, at: string, readAt: string | null } }> } };

export type Operation33QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation33Query = { board: { cursor: string, rows: Array<{ states: string, overdue: number }>, counters: { overdue: number, feedbackInTime: number | null } } | null };

export type Operation34QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation34Query = { enrolment: { person: { name: string, email: string | null }, submissions: Array<{ reviewer: { name: string } | null }> } | null };

export type Operation35QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation35Query = { enrolment: { status: EnrolmentStatus, mentor: { name: string } | null, submissions: Array<{ reviewer: { name: string } | null }> } | null };

export type Operation36QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation36Query = { enrolment: { status: EnrolmentStatus, progress: { overdue: number, feedbackInTime: number | null, onTime: number | null }, items: Array<{ key: string, state: ItemStateKind, overdue: boolean }> } | null };

export type Operation37QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation37Query = { node:
    | { enrolments: { edges: Array<{ node: { id: string, status: EnrolmentStatus } }> }, mentoring: { edges: Array<{ node: { id: string, person: { name: string } } }> } }
    | Record<PropertyKey, never>
   | null };

export type Operation38QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation38Query = { node:
    | { active: boolean, manager: { name: string } | null }
    | Record<PropertyKey, never>
   | null };

export type Operation39QueryVariables = Exact<{
  id: string | number;
}>;


export type Operation39Query = { node:
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
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type Operation40QueryVariables = Exact<{
  input: MigrationInput;
}>;


export type Operation40Query = { previewMigration: { previewHash: string } };

export type Operation41QueryVariables = Exact<{
  mentorId: string | number;
}>;


export type Operation41Query = { possibleDeputies: Array<{ name: string }> };

export type Operation42QueryVariables = Exact<{
  personId: string | number;
}>;


export type Operation42Query = { leftBehind: { waitingReviews: number, mentees: number, runningEnrolments: number, reports: number, enrolments: LeaverEnrolments, takesOver: { name: string } | null } };

export type Operation43QueryVariables = Exact<{
  input: EnrolmentRuleInput;
}>;


export type Operation43Query = { previewEnrolmentRule: Array<{ reason: string, trigger: EnrolmentTrigger, startsOn: string, person: { name: string } }> };

export type Operation44QueryVariables = Exact<{
  planKey: string;
}>;


export type Operation44Query = { enrolmentRule: { enabled: boolean, lastRunAt: string | null, nextRunAt: string | null, noLongerMatching: Array<{ missedRuns: number, inExperiment: boolean, person: { name: string }, enrolment: { status: EnrolmentStatus } }> } | null };

export type Operation45QueryVariables = Exact<{
  cohortId: string | number;
}>;


export type Operation45Query = { board: { cursor: string, columns: Array<{ itemKey: string }>, counters: { people: number, doneCount: number }, rows: Array<{ enrolmentId: string, personName: string, states: string, lastEventAt: string | null }> } | null };

export type Operation46QueryVariables = Exact<{
  cohortId: string | number;
  first?: number | null | undefined;
  after?: string | number | null | undefined;
}>;


export type Operation46Query = { board: { cursor: string, cohort: { name: string }, columns: Array<{ itemKey: string, title: string, kind: ItemKind, requirement: Requirement, stageKey: string, stageTitle: string, stageIndex: number, weeks: string | null }>, counters: { people: number, completion: number, doneCount: number, doneOf: number, onTime: number | null, overdue: number, overduePeople: number, waiting: number, finished: number, nextFeedbackDueAt: string | null }, rows: Array<{ enrolmentId: string, personId: string, personName: string, departmentId: string | null, mentorId: string | null, mentorName: string | null, versionNumber: number, states: string, completion: number, overdue: number, lastEventAt: string | null }> } | null };

export type Operation47QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation47Query = { handOvers: Array<{ id: string, kind: HandOverKind, planTitle: string | null, leaver: { name: string }, person: { name: string }, to: { name: string } | null }> };

export type Operation48QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation48Query = { reviewQueue: { edges: Array<{ node: { enrolment: { person: { name: string } } } }> } };

export type Operation49QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation49Query = { reviewQueue: { edges: Array<{ node: { id: string, enrolment: { person: { name: string } } } }> } };

export type Operation50QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation50Query = { viewer: { person: { name: string } | null } };

export type Operation51QueryVariables = Exact<{ [key: string]: never; }>;


export type Operation51Query = { viewer: { roles: Array<Role>, person: { standsInFor: Array<{ running: boolean, mentor: { name: string } }> } | null } };

/** What each text asks and answers. */
export interface Operations {
  "\n  mutation ($input: ImportPeopleInput!) {\n    importPeople(input: $input) { import { id state } userErrors { code message path } }\n  }\n": { result: Operation0Mutation; variables: Operation0MutationVariables };
  "\n  mutation ($input: PeopleImportInput!) {\n    preparePeopleImport(input: $input) { import { id state } userErrors { code message path } }\n  }\n": { result: Operation1Mutation; variables: Operation1MutationVariables };
  "\n  mutation CreateDepartmentInTest($input: DepartmentInput!) {\n    createDepartment(input: $input) { department { id key name closed parent { id } } userErrors { code path message } }\n  }\n": { result: Operation2Mutation; variables: Operation2MutationVariables };
  "\n  mutation CreatePersonInTest($input: CreatePersonInput!) {\n    createPerson(input: $input) {\n      person { id name email employeeNumber jobRole joinedOn locale timeZone department { id } manager { id } }\n      userErrors { code path message }\n    }\n  }\n": { result: Operation3Mutation; variables: Operation3MutationVariables };
  "\n  mutation GrantRoleInTest($input: RoleInput!) {\n    grantRole(input: $input) {\n      person { roles grants { role source grantedAt department { name } grantedBy { name } } history(first: 5) { edges { node { action detail } } } }\n      userErrors { code path message }\n    }\n  }\n": { result: Operation4Mutation; variables: Operation4MutationVariables };
  "\n  mutation MergeDepartmentInTest($input: MergeDepartmentInput!) {\n    mergeDepartment(input: $input) { department { id name } userErrors { code path message } }\n  }\n": { result: Operation5Mutation; variables: Operation5MutationVariables };
  "\n  mutation RevokeRoleInTest($input: RoleInput!) {\n    revokeRole(input: $input) { person { roles } userErrors { code path message } }\n  }\n": { result: Operation6Mutation; variables: Operation6MutationVariables };
  "\n  mutation SaveJobRoleInTest($input: JobRoleInput!) {\n    saveJobRole(input: $input) { jobRole { id key title duties titles dutiesByLanguage people } userErrors { code path } }\n  }\n": { result: Operation7Mutation; variables: Operation7MutationVariables };
  "\n  mutation UpdateDepartmentInTest($input: UpdateDepartmentInput!) {\n    updateDepartment(input: $input) { department { id key name closed parent { id } } userErrors { code path message } }\n  }\n": { result: Operation8Mutation; variables: Operation8MutationVariables };
  "\n  mutation UpdatePersonInTest($input: UpdatePersonInput!) {\n    updatePerson(input: $input) {\n      person { id name email employeeNumber jobRole joinedOn mentorCapacity mentorExperienceYears department { id } manager { id } }\n      userErrors { code path message }\n    }\n  }\n": { result: Operation9Mutation; variables: Operation9MutationVariables };
  "\n  query ($id: ID!, $result: PeopleRowResult) {\n    peopleImport(id: $id) {\n      id state total read written created updated unchanged missing rejected previewHash blocked outdated notes\n      whenMissing allOrNothing createUnits mayCreateUnits asksAboutMissing newDepartments newJobRoles finishedAt\n      questions { column optional letters }\n      columns { letter name column }\n      problems { row column code message }\n      rows(first: 100, result: $result) {\n        edges { node { line result name cells { column given now changes wrong notes } } }\n        pageInfo { hasNextPage }\n      }\n    }\n  }\n": { result: Operation10Query; variables: Operation10QueryVariables };
  "\n  query DepartmentsInTest { departments { id key name closed formerKeys parent { id } people(first: 10) { edges { node { name } } } } }\n": { result: Operation11Query; variables: Operation11QueryVariables };
  "\n  query JobRolesInTest($person: ID!) { jobRoles { key title duties people } person(id: $person) { jobRole job { key title } } }\n": { result: Operation12Query; variables: Operation12QueryVariables };
  "mutation ($input: AssignMentorInput!) { assignMentor(input: $input) { userErrors { code } } }": { result: Operation13Mutation; variables: Operation13MutationVariables };
  "mutation ($input: CancelEnrolmentInput!) { cancelEnrolment(input: $input) { userErrors { code } } }": { result: Operation14Mutation; variables: Operation14MutationVariables };
  "mutation ($input: ChangeDueDateInput!) { changeDueDate(input: $input) { userErrors { code } } }": { result: Operation15Mutation; variables: Operation15MutationVariables };
  "mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadId url userErrors { code message path } } }": { result: Operation16Mutation; variables: Operation16MutationVariables };
  "mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { person { id active } userErrors { code path } } }": { result: Operation17Mutation; variables: Operation17MutationVariables };
  "mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { userErrors { code } } }": { result: Operation18Mutation; variables: Operation18MutationVariables };
  "mutation ($input: DeputyInput!) { setDeputy(input: $input) { person { deputy { name } deputyPeriod { from until running deputy { name } } } userErrors { code path } } }": { result: Operation19Mutation; variables: Operation19MutationVariables };
  "mutation ($input: DeputyInput!) { setDeputy(input: $input) { userErrors { code } } }": { result: Operation20Mutation; variables: Operation20MutationVariables };
  "mutation ($input: HandOverInput!) { handOver(input: $input) { confirmed userErrors { code path } } }": { result: Operation21Mutation; variables: Operation21MutationVariables };
  "mutation ($input: MarkReadInput!) { markRead(input: $input) { unread userErrors { code } } }": { result: Operation22Mutation; variables: Operation22MutationVariables };
  "mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved userErrors { code } } }": { result: Operation23Mutation; variables: Operation23MutationVariables };
  "mutation ($input: PauseEnrolmentInput!) { pauseEnrolment(input: $input) { userErrors { code } } }": { result: Operation24Mutation; variables: Operation24MutationVariables };
  "mutation ($input: PersonInput!) { reactivatePerson(input: $input) { person { id active roles } userErrors { code path } } }": { result: Operation25Mutation; variables: Operation25MutationVariables };
  "mutation ($input: ResumeEnrolmentInput!) { resumeEnrolment(input: $input) { userErrors { code } } }": { result: Operation26Mutation; variables: Operation26MutationVariables };
  "mutation ($input: ReviewSubmissionInput!) { reviewSubmission(input: $input) { submission { reviewer { name } } userErrors { code } } }": { result: Operation27Mutation; variables: Operation27MutationVariables };
  "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }": { result: Operation28Mutation; variables: Operation28MutationVariables };
  "mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved userErrors { code } } }": { result: Operation29Mutation; variables: Operation29MutationVariables };
  "mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code } } }": { result: Operation30Mutation; variables: Operation30MutationVariables };
  "mutation SaveRule($input: EnrolmentRuleInput!) { saveEnrolmentRule(input: $input) {\n  rule { planKey enabled triggers from cohorts startsOn mentorRule leaving againAfterMonths lastRunAt nextRunAt }\n  userErrors { code path message } } }": { result: Operation31Mutation; variables: Operation31MutationVariables };
  "query ($first: Int!, $after: String, $unread: Boolean) { inbox(first: $first, after: $after, unread: $unread) {\n  unread pageInfo { hasNextPage endCursor } edges { node { id title markdown link at readAt } } } }": { result: Operation32Query; variables: Operation32QueryVariables };
  "query ($id: ID!) { board(cohortId: $id) { cursor rows { states overdue } counters { overdue feedbackInTime } } }": { result: Operation33Query; variables: Operation33QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { person { name email } submissions { reviewer { name } } } }": { result: Operation34Query; variables: Operation34QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { status mentor { name } submissions { reviewer { name } } } }": { result: Operation35Query; variables: Operation35QueryVariables };
  "query ($id: ID!) { enrolment(id: $id) { status progress { overdue feedbackInTime onTime } items { key state overdue } } }": { result: Operation36Query; variables: Operation36QueryVariables };
  "query ($id: ID!) { node(id: $id) { ... on Person {\n  enrolments(first: 10) { edges { node { id status } } }\n  mentoring(first: 10) { edges { node { id person { name } } } } } } }": { result: Operation37Query; variables: Operation37QueryVariables };
  "query ($id: ID!) { node(id: $id) { ... on Person { active manager { name } } } }": { result: Operation38Query; variables: Operation38QueryVariables };
  "query ($id: ID!) { node(id: $id) { id } }": { result: Operation39Query; variables: Operation39QueryVariables };
  "query ($input: MigrationInput!) { previewMigration(input: $input) { previewHash } }": { result: Operation40Query; variables: Operation40QueryVariables };
  "query ($mentorId: ID!) { possibleDeputies(mentorId: $mentorId) { name } }": { result: Operation41Query; variables: Operation41QueryVariables };
  "query ($personId: ID!) { leftBehind(personId: $personId) { waitingReviews mentees runningEnrolments reports enrolments takesOver { name } } }": { result: Operation42Query; variables: Operation42QueryVariables };
  "query PreviewRule($input: EnrolmentRuleInput!) { previewEnrolmentRule(input: $input) {\n  person { name } reason trigger startsOn } }": { result: Operation43Query; variables: Operation43QueryVariables };
  "query Rule($planKey: String!) { enrolmentRule(planKey: $planKey) {\n  enabled lastRunAt nextRunAt noLongerMatching { person { name } enrolment { status } missedRuns inExperiment } } }": { result: Operation44Query; variables: Operation44QueryVariables };
  "query($cohortId: ID!) { board(cohortId: $cohortId) {\n  cursor columns { itemKey } counters { people doneCount } rows(first: 50) { enrolmentId personName states lastEventAt } } }": { result: Operation45Query; variables: Operation45QueryVariables };
  "query($cohortId: ID!, $first: Int = 500, $after: ID) { board(cohortId: $cohortId) {\n  cursor cohort { name }\n  columns { itemKey title kind requirement stageKey stageTitle stageIndex weeks }\n  counters { people completion doneCount doneOf onTime overdue overduePeople waiting finished nextFeedbackDueAt }\n  rows(first: $first, after: $after) { enrolmentId personId personName departmentId mentorId mentorName versionNumber states completion overdue lastEventAt }\n} }": { result: Operation46Query; variables: Operation46QueryVariables };
  "{ handOvers { id kind leaver { name } person { name } to { name } planTitle } }": { result: Operation47Query; variables: Operation47QueryVariables };
  "{ reviewQueue(first: 10) { edges { node { enrolment { person { name } } } } } }": { result: Operation48Query; variables: Operation48QueryVariables };
  "{ reviewQueue(first: 10) { edges { node { id enrolment { person { name } } } } } }": { result: Operation49Query; variables: Operation49QueryVariables };
  "{ viewer { person { name } } }": { result: Operation50Query; variables: Operation50QueryVariables };
  "{ viewer { roles person { standsInFor { mentor { name } running } } } }": { result: Operation51Query; variables: Operation51QueryVariables };
}
