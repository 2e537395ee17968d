/**
 * Who may see which row: the one place. Each table names the clauses that open a row to the API's database role;
 * a row is visible when it belongs to the reader's workspace and one clause holds. No clause = nobody.
 * The scope variables are described in `scope.ts`; a missing one opens nothing.
 *
 * Two forms matter for speed (facts measured at 200,000 rows): every `current_setting` stands in a sub-select, so that it is
 * read once a statement, and membership is `= any(array)`, never a correlated `exists`.
 * Wide clauses (`reach`) come first: `or` stops there and the arrays after it are never built.
 */

/** Clauses by name: the tests delete each in turn and expect to notice. */
export interface TablePolicy {
  clauses: Record<string, string>;
  /** Rows are written once: no update and no delete, for the worker either. */
  appendOnly?: boolean;
}

const text = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`;
const uuids = (name: string) => `any(${text(name)}::uuid[])`;
const ids = (query: string) => `any((${query})::uuid[])`;

/** The row's workspace is the reader's. Holds for every table, before any clause. */
export const inWorkspace = `workspace_id = (select nullif(current_setting('app.workspace', true), '')::uuid)`;

const reach = `${text('reach')} = 'all'`;
const admin = `${text('admin')} = 'yes'`;
const plans = `${text('plans')} = 'yes'`;
const self = `${text('person')}::uuid`;
const peopleOfMyDepartments = ids(
  `select array_agg(p.id) from person p where p.department_id = ${uuids('departments')}`,
);

/** A report about everybody of a cohort (departments is null) is for those whose reach is all. */
const reportOfMyDepartments = `departments <@ ${text('departments')}::uuid[]`;

/** Why somebody sees an enrolment as a whole, and not only their part in a shared task. */
const narrow = {
  department: `person_id = ${peopleOfMyDepartments}`,
  team: `person_id = ${uuids('team')}`,
  mentor: `mentor_id = ${self}`,
  // What others are told about one's own plan stays theirs, whoever one stands in for.
  deputy: `mentor_id = ${uuids('stands_in_for')} and person_id <> ${self}`,
  self: `person_id = ${self}`,
};

/** Rows that hang on an enrolment follow it. */
const followsEnrolment = {
  reach,
  ...Object.fromEntries(
    Object.entries(narrow).map(([name, clause]) => [
      name,
      `enrolment_id = ${ids(`select array_agg(e.id) from enrolment e where e.${clause}`)}`,
    ]),
  ),
};
/** Files hang on the submission that they were given with; before that they are their uploader's alone. */
const followsSubmission = {
  ...followsEnrolment,
  reach: `${reach} and enrolment_id is not null`,
};
/** All relations but one's own: learners see what is meant for them, not what others are told about them. */
const withoutSelf = ({ self: _self, ...others }: Record<string, string>) => others;
const partnerItem = `(enrolment_id::text || ':' || item_key) = any(${text('partner_items')}::text[])`;

/** Versions that somebody was on before they were moved: their history is told in the words of those versions. */
const versionsOfHistory = ids(`select array_agg(distinct v.id) from progress_event e
  cross join lateral (values (e.data ->> 'versionId'), (e.data ->> 'fromVersionId'), (e.data ->> 'toVersionId')) v (id)
  where e.type in ('enrolled', 'migrated') and v.id is not null`);

const everybody = { clauses: { workspace: 'true' } };
const nobody = { clauses: {} };

export const accessPolicy: Record<string, TablePolicy> = {
  workspace: everybody,
  department: everybody,
  department_alias: everybody,
  job_role: everybody,
  person: {
    clauses: {
      reach,
      department: `department_id = ${uuids('departments')}`,
      team: `id = ${uuids('team')}`,
      mentees: `id = ${uuids('mentees')}`,
      self: `id = ${self}`,
    },
  },
  role_grant: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}`, self: `person_id = ${self}` } },
  deputy: {
    clauses: {
      reach,
      department: `mentor_id = ${peopleOfMyDepartments}`,
      mentor: `mentor_id = ${self}`,
      deputy: `deputy_id = ${self}`,
      // Whoever sees a plan sees who reviews its work now.
      enrolment: `mentor_id = ${ids('select array_agg(distinct e.mentor_id) from enrolment e')}`,
    },
  },
  leaving: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}` } },
  paused_by_leaving: nobody,
  hand_over: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}` } },
  person_identity: {
    clauses: { reach, department: `person_id = ${peopleOfMyDepartments}`, self: `person_id = ${self}` },
  },
  account: nobody,
  session: nobody,
  access_link: nobody,
  account_letter: nobody,
  second_factor: nobody,
  identity_provider: nobody,
  oidc_transaction: nobody,
  provider_session: nobody,
  sign_in_failure: nobody,
  audit_entry: {
    clauses: { admin, reach: `about_id is not null and ${reach}`, department: `about_id = ${peopleOfMyDepartments}` },
    appendOnly: true,
  },

  people_import: {
    clauses: { own: `created_by = ${self} and ${plans} and (${reach} or ${text('departments')} is not null)` },
  },
  people_import_row: { clauses: { import: `import_id = ${ids('select array_agg(i.id) from people_import i')}` } },

  plan: { clauses: { plans, cohort: `id = ${ids('select array_agg(distinct c.plan_id) from cohort c')}` } },
  plan_draft: { clauses: { plans } },
  plan_version: {
    clauses: {
      plans,
      enrolment: `id = ${ids('select array_agg(distinct e.plan_version_id) from enrolment e')}`,
      history: `id = ${versionsOfHistory}`,
    },
  },
  plan_migration: { clauses: { plans } },
  plan_migration_enrolment: { clauses: { plans } },
  calendar_year: everybody,

  cohort: { clauses: { plans, enrolment: `id = ${ids('select array_agg(distinct e.cohort_id) from enrolment e')}` } },
  enrolment: { clauses: { reach, ...narrow, partner: `id = ${uuids('partnered')}` } },
  enrolment_rule: { clauses: { reach, hr: `${text('departments')} is not null` } },
  rule_cohort: { clauses: { reach } },
  rule_enrolment: {
    clauses: {
      reach,
      department: `enrolment_id = ${ids(`select array_agg(e.id) from enrolment e where e.${narrow.department}`)}`,
    },
  },
  career_event: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}` } },
  progress_event: { clauses: followsEnrolment, appendOnly: true },
  enrolment_state: { clauses: followsEnrolment },
  item_state: { clauses: { ...followsEnrolment, partner: partnerItem } },
  submission: { clauses: { ...followsEnrolment, partner: partnerItem } },
  file: {
    clauses: {
      ...followsSubmission,
      partner: partnerItem,
      uploader: `uploaded_by = ${self} and enrolment_id is null`,
    },
  },
  file_chunk: nobody,
  enrolment_partner: { clauses: { ...followsEnrolment, partner: partnerItem } },

  plugin_release: nobody,
  plugin_enablement: { clauses: { reach } },
  integration: { clauses: { reach } },
  integration_secret: nobody,
  integration_token: nobody,
  integration_kv: nobody,
  integration_bucket: nobody,
  integration_circuit: nobody,
  plan_version_pin: { clauses: { plans }, appendOnly: true },
  scorer_task: nobody,

  reminder_settings: { clauses: { reach, hr: `${text('departments')} is not null` } },
  channel_route: { clauses: { reach, hr: `${text('departments')} is not null` } },
  reminder_watermark: nobody,
  reminder_occurrence: { clauses: { ...withoutSelf(followsEnrolment), self: `recipient_id = ${self}` } },
  delivery: {
    clauses: {
      reach: `${reach} and not private`,
      department: `not private and person_id = ${peopleOfMyDepartments}`,
    },
  },
  delivery_attempt: nobody,
  notice: nobody,

  board_counter: { clauses: { reach } },
  board_patch: { clauses: followsEnrolment },

  inbox_message: { clauses: { self: `person_id = ${self}` } },

  metric: { clauses: { plans } },
  measurement: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}` } },
  survey_round: { clauses: { reach, hr: `${text('departments')} is not null` } },
  survey_invitation: nobody,
  survey_link: nobody,
  survey_answer: nobody,

  experiment: { clauses: { reach, hr: `${text('departments')} is not null` } },
  experiment_arm: { clauses: { reach, hr: `${text('departments')} is not null` } },
  experiment_member: { clauses: { reach, department: `person_id = ${peopleOfMyDepartments}` } },

  report: { clauses: { reach, department: reportOfMyDepartments } },
  finding: {
    clauses: {
      reach,
      department: `report_id = ${ids(`select array_agg(r.id) from report r where r.${reportOfMyDepartments}`)}`,
    },
  },
  report_file: nobody,
  report_schedule: { clauses: { reach, hr: `${text('departments')} is not null` } },
};
