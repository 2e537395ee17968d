import { FIGURE_COLUMNS } from '@planwright/schema/figures';
import { columnName } from '../database/column-name.js';
import type { Sql } from '../database/sql.js';
import { makeWorkspace, type TestPerson } from './fixture.js';

/** A row as the oracle knows it: what it belongs to, in plain facts. */
export interface WorldRow {
  table: string;
  id: string;
  workspace: string;
  /** The enrolment it hangs on. */
  enrolment?: WorldEnrolment;
  /** The item it is about. */
  item?: string;
  person?: WorldPerson;
  /** Who stands in for the person. */
  deputy?: WorldPerson;
  /** A message of which nobody may know but who got it. */
  hidden?: boolean;
  plan?: string;
  version?: string;
  cohort?: string;
  /** Keys of the departments that it is about; absent = everybody. */
  departments?: string[];
}

export interface WorldPerson extends TestPerson {
  department?: string;
  manager?: WorldPerson;
}

export interface WorldEnrolment {
  id: string;
  person: WorldPerson;
  mentor?: WorldPerson;
  cohort: string;
  plan: string;
  version: string;
  /** The version they were moved from. */
  earlier?: string;
  /** Who shares which item. */
  partners: { person: WorldPerson; item: string }[];
}

export interface PolicyWorld {
  workspace: string;
  people: Record<string, WorldPerson>;
  /** Department → itself and all above. */
  departments: Record<string, { id: string; above: string[] }>;
  enrolments: WorldEnrolment[];
  rows: WorldRow[];
}

const AT = '2026-01-05T00:00:00.000Z';

/**
 * A small company with every relation that a policy knows: HR of all and of one department, leads with and without the role, mentors across
 * departments, a deputy who is a mentee as well, a partner in one item, somebody without anything, somebody who left. Every table has rows inside and outside everybody's reach.
 */
export async function makePolicyWorld(
  sql: Sql,
  name: string,
  /** What its plans say; nothing, where only who sees them matters. */
  definition: object = {},
): Promise<PolicyWorld> {
  const workspace = await makeWorkspace(sql, name);
  const rows: WorldRow[] = [{ table: 'workspace', id: workspace.id, workspace: workspace.id }];
  const note = (row: Omit<WorldRow, 'workspace'>) => rows.push({ ...row, workspace: workspace.id });
  const add = async (
    table: string,
    values: Record<string, unknown>,
    facts: Omit<WorldRow, 'workspace' | 'table' | 'id'> = {},
  ) => {
    const names = ['workspace_id', ...Object.keys(values)].map((column) => `"${column}"`);
    const marks = names.map((_, index) => `$${index + 1}`);
    const row = await sql.row<{ id: string }>(
      `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')}) returning id`,
      [workspace.id, ...Object.values(values)],
    );
    if (!row) throw new Error(`nothing was inserted into ${table}`);
    note({ table, id: row.id, ...facts });
    return row.id;
  };

  const sales = await workspace.department('Sales');
  const east = await workspace.department('Sales East', sales);
  const marketing = await workspace.department('Marketing');
  for (const id of [sales, east, marketing]) note({ table: 'department', id });

  const people: Record<string, WorldPerson> = {};
  const person = async (key: string, spec: Parameters<typeof workspace.person>[0] & { manager?: WorldPerson }) => {
    const made: WorldPerson = {
      ...(await workspace.person({ ...spec, name: `${name} ${key}` })),
      ...(spec.department === undefined ? {} : { department: spec.department }),
      ...(spec.manager === undefined ? {} : { manager: spec.manager }),
    };
    people[key] = made;
    note({ table: 'person', id: made.id, person: made });
    for (const { id } of await sql.rows<{ id: string }>('select id from role_grant where person_id = $1', [made.id])) {
      note({ table: 'role_grant', id, person: made });
    }
    for (const { id } of await sql.rows<{ id: string }>('select id from account where person_id = $1', [made.id]))
      note({ table: 'account', id });
    return made;
  };
  const admin = await person('admin', { name: '', roles: ['ADMIN'] });
  await person('hr', { name: '', roles: ['HR'] });
  await person('hrOfSales', { name: '', roles: [{ HR: sales }], department: marketing });
  await person('hrOfMarketing', { name: '', roles: [{ HR: marketing }, 'DESIGNER'] });
  await person('designer', { name: '', roles: ['DESIGNER'] });
  const lead = await person('lead', { name: '', roles: ['TEAM_LEAD'], department: east });
  const manager = await person('managerWithoutRole', { name: '', department: marketing });
  const mentor = await person('mentor', { name: '', roles: ['MENTOR'], department: marketing });
  const partner = await person('partner', { name: '', department: marketing });
  const standIn = await person('standIn', { name: '', department: marketing });
  await person('nobody', { name: '' });
  const eastOne = await person('eastOne', { name: '', department: east, manager: lead, roles: ['LEARNER'] });
  const eastTwo = await person('eastTwo', { name: '', department: east, manager: lead });
  const salesOne = await person('salesOne', { name: '', department: sales, manager: lead });
  const market = await person('market', { name: '', department: marketing, manager });
  await person('gone', { name: '', department: east, manager: lead, active: false });

  await add('department_alias', { key: 'old-sales', department_id: sales });
  await add('job_role', { key: 'sales-assistant', titles: '{"zh-CN":"Sales assistant","en":"Sales assistant"}' });
  for (const known of [eastOne, market])
    await add(
      'person_identity',
      { person_id: known.id, source: 'SCIM', external_id: known.id, linked_at: AT },
      { person: known },
    );

  // Somebody who is no HR any more has brought a file, too.
  for (const key of ['hr', 'hrOfSales', 'nobody']) {
    const by = people[key];
    if (!by) throw new Error(key);
    const importId = await add(
      'people_import',
      {
        created_by: by.id,
        created_at: AT,
        language: 'en',
        state: 'READY',
        when_missing: 'KEEP',
        all_or_nothing: false,
        creates_units: false,
      },
      { person: by },
    );
    await add(
      'people_import_row',
      { import_id: importId, position: 0, line: 2, result: 'CREATED', name: '', cells: '[]', problems: '[]' },
      { person: by },
    );
  }

  const plan = async (key: string) => {
    const id = await sql.row<{ id: string }>(
      `insert into plan (workspace_id, key, title, created_at) values ($1, $2, '{}', $3) returning id`,
      [workspace.id, key, AT],
    );
    if (!id) throw new Error('no plan');
    note({ table: 'plan', id: id.id, plan: id.id });
    await add(
      'plan_draft',
      { plan_id: id.id, revision: 1, definition: JSON.stringify(definition), updated_at: AT },
      { plan: id.id },
    );
    return id.id;
  };
  const version = async (planId: string, number: number) => {
    const row = await sql.row<{ id: string }>(
      `insert into plan_version (workspace_id, plan_id, number, content_hash, definition, published_at) values ($1, $2, $3, 'x', $5, $4) returning id`,
      [workspace.id, planId, number, AT, JSON.stringify(definition)],
    );
    if (!row) throw new Error('no version');
    note({ table: 'plan_version', id: row.id, plan: planId, version: row.id });
    return row.id;
  };
  const cohort = async (planId: string) => {
    const row = await sql.row<{ id: string }>(
      `insert into cohort (workspace_id, plan_id, name, starts_on, created_at) values ($1, $2, 'C', '2026-01-05', $3) returning id`,
      [workspace.id, planId, AT],
    );
    if (!row) throw new Error('no cohort');
    note({ table: 'cohort', id: row.id, cohort: row.id });
    await sql.rows(`insert into board_counter (id, workspace_id, epoch) values ($1, $2, 'e')`, [row.id, workspace.id]);
    note({ table: 'board_counter', id: row.id, cohort: row.id });
    return row.id;
  };
  const [retail, unused] = [await plan('retail'), await plan('unused')];
  const [first, second] = [await version(retail, 1), await version(retail, 2)];
  await version(unused, 1);
  await plan('without-cohort');
  const [eastCohort, otherCohort] = [await cohort(retail), await cohort(retail)];
  await cohort(unused);

  const enrolments: WorldEnrolment[] = [];
  const upload = async (
    person: WorldPerson,
    more: Record<string, unknown>,
    facts: Omit<WorldRow, 'workspace' | 'table' | 'id'>,
  ) => {
    const content = { state: 'READY', media_type: 'application/pdf', sha256: Buffer.alloc(32), bytes: 1 };
    const file = await add(
      'file',
      { uploaded_by: person.id, name: 'report.pdf', created_at: AT, ...content, ...more },
      { ...facts, person },
    );
    await add('file_chunk', { file_id: file, position: 0, content: Buffer.from('x') });
  };
  /** Both are told, in a message each. */
  const remind = async (enrolment: WorldEnrolment) => {
    await add('reminder_watermark', { enrolment_id: enrolment.id });
    for (const person of [enrolment.person, enrolment.mentor ?? admin]) {
      const delivery = await add(
        'delivery',
        {
          idempotency_key: crypto.randomUUID(),
          person_id: person.id,
          channel: 'chat',
          state: 'SENT',
          due_at: AT,
          title: 'Due on Friday',
          markdown: 'A report.',
          language: 'en',
          content_hash: 'x',
        },
        { person },
      );
      await add('delivery_attempt', { delivery_id: delivery, attempt: 1, started_at: AT, request_hash: 'x' });
      await add(
        'reminder_occurrence',
        {
          id: crypto.randomUUID(),
          enrolment_id: enrolment.id,
          rule_key: 'due',
          key: 'report',
          recipient_id: person.id,
          channel: 'chat',
          role: 'LEARNER',
          at: AT,
          hard: true,
          about: '{}',
          why: '{}',
          provisional: false,
          catch_up: 'ALL',
          deliver_at: AT,
          planned_at: AT,
        },
        { enrolment, person },
      );
    }
  };
  const enrol = async (made: Omit<WorldEnrolment, 'id' | 'plan'>) => {
    const row = await sql.row<{ id: string }>(
      `insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
       values ($1, $2, $3, $4, $5, '2026-01-05', 'Asia/Shanghai', $6) returning id`,
      [workspace.id, made.cohort, made.person.id, made.version, made.mentor?.id ?? null, AT],
    );
    if (!row) throw new Error('no enrolment');
    const enrolment: WorldEnrolment = { ...made, id: row.id, plan: retail };
    enrolments.push(enrolment);
    note({ table: 'enrolment', id: row.id, enrolment });
    const of = { enrolment };
    const link = { enrolment_id: row.id };
    await add(
      'progress_event',
      { ...link, seq: 1, recorded_at: AT, occurred_at: AT, actor: 'system', type: 'enrolled', data: '{}' },
      of,
    );
    if (made.earlier !== undefined) {
      const data = JSON.stringify({ fromVersionId: made.earlier, toVersionId: made.version });
      await add(
        'progress_event',
        { ...link, seq: 2, recorded_at: AT, occurred_at: AT, actor: 'system', type: 'migrated', data },
        of,
      );
    }
    const zero = Object.fromEntries(FIGURE_COLUMNS.map((column) => [columnName(column), 0]));
    await add(
      'enrolment_state',
      { ...link, cohort_id: made.cohort, status: 'ACTIVE', cells: '', ...zero, event_seq: 1, stages: '[]' },
      of,
    );
    for (const [position, item] of ['report', 'promotion'].entries()) {
      await add(
        'item_state',
        { ...link, item_key: item, stage_key: 's', position, state: 'AVAILABLE' },
        { ...of, item },
      );
      const submission = await add(
        'submission',
        { id: crypto.randomUUID(), ...link, item_key: item, attempt: 1, submitted_at: AT, waiting: true },
        { ...of, item },
      );
      const submitted = { ...link, item_key: item, submission_id: submission, position: 1 };
      await upload(enrolment.person, submitted, { ...of, item });
    }
    await upload(enrolment.person, { expires_at: AT }, {});
    for (const { person: shared, item } of made.partners) {
      await add('enrolment_partner', { ...link, item_key: item, person_id: shared.id }, { ...of, item });
    }
    await add('board_patch', { board_id: made.cohort, seq: enrolments.length, ...link, at: AT }, of);
    await remind(enrolment);
    return row.id;
  };
  await enrol({
    person: eastOne,
    mentor,
    cohort: eastCohort,
    version: first,
    partners: [{ person: partner, item: 'promotion' }],
  });
  await enrol({ person: eastTwo, cohort: eastCohort, version: second, partners: [] });
  await enrol({ person: salesOne, mentor: lead, cohort: otherCohort, version: first, partners: [] });
  await enrol({ person: standIn, mentor, cohort: otherCohort, version: second, partners: [] });
  const last = await enrol({
    person: market,
    mentor,
    cohort: otherCohort,
    version: second,
    earlier: first,
    partners: [{ person: eastTwo, item: 'report' }],
  });

  const period = { from_on: '2026-01-05', starts_at: AT, created_at: AT };
  await add(
    'deputy',
    { ...period, mentor_id: mentor.id, deputy_id: standIn.id, state: 'RUNNING' },
    { person: mentor, deputy: standIn },
  );
  await add(
    'deputy',
    { ...period, mentor_id: manager.id, deputy_id: partner.id },
    { person: manager, deputy: partner },
  );
  for (const one of enrolments) {
    const { person: mentee } = one;
    const leaving = await add(
      'leaving',
      { person_id: mentee.id, at: AT, source: 'HAND', enrolments: 'PAUSE', returned_at: AT },
      { person: mentee },
    );
    await add('paused_by_leaving', { leaving_id: leaving, enrolment_id: one.id });
    await add(
      'hand_over',
      {
        leaver_id: mentor.id,
        kind: 'MENTEE',
        person_id: mentee.id,
        enrolment_id: one.id,
        to_id: one.mentor?.id ?? null,
        at: AT,
      },
      { person: mentee },
    );
  }

  const migration = await add('plan_migration', {
    plan_id: retail,
    from_version_id: first,
    to_version_id: second,
    input: '{}',
    preview_hash: 'x',
    at: AT,
    moved: 1,
  });
  await add('plan_migration_enrolment', { migration_id: migration, enrolment_id: last });
  await addRule(add, { plan: retail, cohort: otherCohort, enrolments });
  for (const person of Object.values(people)) {
    await add(
      'inbox_message',
      { person_id: person.id, delivery_key: person.id, title: 'Due on Friday', markdown: 'A report.', at: AT },
      { person },
    );
  }
  await add('reminder_settings', {
    quiet_from: '21:00',
    quiet_until: '08:00',
    working_days_only: true,
    slots: ['09:00'],
    daily_budget: 4,
  });
  await add('channel_route', { channel: 'chat' });
  await addOutcomes(add, { plan: retail, version: first, cohort: eastCohort, people: [eastOne, market] });
  await addLinks(add, sql, { person: eastOne, workspaceId: workspace.id });
  const session = await sql.row<{ id: string }>(OPEN_SESSION, [workspace.id, admin.id, AT]);
  await addProvider(add, { session: session?.id ?? '', by: admin.id });
  await addReports(add, { session: session?.id ?? '', version: first, cohort: eastCohort, by: admin.id, sales });
  await addPlugins(sql, add, { version: first, enrolment: last });
  await add('calendar_year', { calendar: 'cn', year: 2027, off: '{}', on: '{}', published_at: AT });
  await add('audit_entry', { at: AT, actor_id: admin.id, action: 'signIn', outcome: 'OK' });
  for (const person of [eastOne, market])
    await add(
      'audit_entry',
      { at: AT, actor_id: admin.id, action: 'updatePerson', outcome: 'OK', about_id: person.id },
      { person },
    );
  await add('sign_in_failure', { bucket: 'b', at: AT });
  return {
    workspace: workspace.id,
    people,
    departments: {
      sales: { id: sales, above: [sales] },
      east: { id: east, above: [east, sales] },
      marketing: { id: marketing, above: [marketing] },
    },
    enrolments,
    rows,
  };
}

/** A link to a new password with the letter that holds it, and a second factor. */
async function addLinks(
  add: (table: string, values: Record<string, unknown>) => Promise<string>,
  sql: Sql,
  { person, workspaceId }: { person: TestPerson; workspaceId: string },
): Promise<void> {
  const of = { person_id: person.id };
  const link = await add('access_link', {
    ...of,
    purpose: 'RESET',
    email: person.email,
    token_hash: Buffer.from(crypto.randomUUID()),
    created_at: AT,
    expires_at: AT,
  });
  await add('account_letter', { ...of, kind: 'RESET', address: person.email, link_id: link, at: AT, expires_at: AT });
  const account = await sql.row<{ id: string }>('select id from account where workspace_id = $1 and person_id = $2', [
    workspaceId,
    person.id,
  ]);
  await add('second_factor', {
    account_id: account?.id,
    key_id: 'x',
    sealed: Buffer.from('x'),
    created_at: AT,
    recovery_hashes: [],
  });
}

/** A rule that enrolled everybody, and what happened to them. */
async function addRule(
  add: (
    table: string,
    values: Record<string, unknown>,
    facts?: { enrolment: WorldEnrolment } | { person: WorldPerson },
  ) => Promise<string>,
  of: { plan: string; cohort: string; enrolments: readonly WorldEnrolment[] },
): Promise<void> {
  const rule = await add('enrolment_rule', {
    plan_id: of.plan,
    enabled: false,
    triggers: ['WEEKLY'],
    from_day: '2026-01-05',
    cohorts: 'ONE',
    starts_on: 'EVENT_DAY',
    mentor_rule: 'NONE',
    leaving: 'PAUSE',
    next_weekly_at: AT,
    created_at: AT,
    changed_at: AT,
  });
  await add('rule_cohort', { rule_id: rule, period: 'ALL', round: 1, cohort_id: of.cohort });
  for (const enrolment of of.enrolments) {
    await add(
      'rule_enrolment',
      { rule_id: rule, enrolment_id: enrolment.id, caused_by: 'WEEKLY', event_on: '2026-01-05' },
      { enrolment },
    );
    await add(
      'career_event',
      { person_id: enrolment.person.id, type: 'JOINED', at: AT, settled_at: AT },
      { person: enrolment.person },
    );
  }
}

/** A sign-in provider, somebody on the way to it, and a session that came in through it. */
async function addProvider(
  add: (table: string, values: Record<string, unknown>) => Promise<string>,
  of: { session: string; by: string },
): Promise<void> {
  const sealed = { key_id: 'k', sealed: Buffer.from('x') };
  const provider = await add('identity_provider', {
    name: 'Company',
    issuer: 'https://id.example',
    client_id: 'planwright',
    ...sealed,
    enabled: true,
    creates_people: false,
    only_way: false,
    email_domains: [],
    same_as_scim: false,
    created_at: AT,
    created_by: of.by,
    changed_at: AT,
  });
  await add('oidc_transaction', {
    provider_id: provider,
    purpose: 'SIGN_IN',
    state_hash: Buffer.from(provider),
    binding_hash: Buffer.from('x'),
    return_to: '/',
    created_at: AT,
  });
  await add('provider_session', { session_id: of.session, provider_id: provider, proven_at: AT, ...sealed });
}

/** A session of somebody with an account. */
const OPEN_SESSION = `
insert into session (workspace_id, token_hash, account_id, person_id, created_at, last_seen_at, proven_at, expires_at)
select a.workspace_id, sha256(a.id::text::bytea), a.id, a.person_id, $3, $3, $3, $3 from account a
where a.workspace_id = $1 and a.person_id = $2 returning id`;

/** A report about everybody of a cohort and one about the people of a department, each with a finding and a file. */
async function addReports(
  add: (table: string, values: Record<string, unknown>, facts?: { departments: string[] }) => Promise<string>,
  of: { version: string; cohort: string; by: string; sales: string; session: string },
): Promise<void> {
  await add('report_schedule', {
    cohort_id: of.cohort,
    every_weeks: 2,
    weekday: 1,
    recipient_ids: [of.by],
    next_at: AT,
    created_at: AT,
  });
  for (const departments of [null, [of.sales]]) {
    const about = departments === null ? undefined : { departments: ['sales'] };
    const report = await add(
      'report',
      {
        cohort_id: of.cohort,
        plan_version_id: of.version,
        departments,
        generated_at: AT,
        figures_hash: '0'.repeat(64),
        body: '{}',
        manifest: '{}',
      },
      about,
    );
    const words = '{"title":{},"evidence":{},"suggestion":{},"edits":{"zh-CN":[],"en":[]}}';
    await add(
      'finding',
      { report_id: report, position: 0, rule: 'R39', grade: 'MODERATE', words, commands: '[]' },
      about,
    );
    await add('report_file', {
      report_id: report,
      person_id: of.by,
      session_id: of.session,
      token_hash: Buffer.from(crypto.randomUUID()),
      name: 'report.csv',
      format: 'CSV',
      content: Buffer.from('x'),
      expires_at: AT,
    });
  }
}

/** A metric with what was measured, a survey that was answered, and an experiment that runs. */
async function addOutcomes(
  add: (
    table: string,
    values: Record<string, unknown>,
    facts?: { person: WorldPerson; hidden?: boolean },
  ) => Promise<string>,
  of: { plan: string; version: string; cohort: string; people: readonly WorldPerson[] },
): Promise<void> {
  const day = '2026-01-05';
  await add('metric', {
    key: 'turnover',
    title: '{"en":"Turnover"}',
    direction: 'LOWER_IS_BETTER',
    family: 'PERFORMANCE',
    scale: 'CONTINUOUS',
    created_at: AT,
  });
  const round = await add('survey_round', {
    cohort_id: of.cohort,
    respondents: 'TEAM',
    questions: '[]',
    opens_on: day,
    closes_on: day,
    created_at: AT,
  });
  const experiment = await add('experiment', {
    plan_id: of.plan,
    name: 'Split',
    hypothesis: 'Splitting helps',
    metric_key: 'turnover',
    smallest_effect: 5,
    unit: 'PERSON',
    strata: [],
    status: 'RUNNING',
    seed: 's',
    seed_hash: 'x',
    roster: '[]',
    roster_digest: 'x',
    allocation: '{}',
    registration: '{}',
    registration_hash: 'x',
    cohort_name: 'C',
    starts_on: day,
    analysis_on: '2026-06-30',
    cohort_id: of.cohort,
    created_at: AT,
  });
  await add('experiment_arm', {
    experiment_id: experiment,
    position: 0,
    key: 'v1',
    plan_version_id: of.version,
    weight: 1,
  });
  for (const person of of.people) {
    const about = { round_id: round, about_id: person.id };
    const invitation = await add('survey_invitation', { ...about, respondent_id: person.id });
    await add('survey_link', { invitation_id: invitation, token_hash: Buffer.from(crypto.randomUUID()) });
    await add('notice', {
      source: 'survey',
      subject_id: round,
      step: 'invitation',
      recipient_id: person.id,
      at: AT,
      deliver_at: AT,
      expires_at: AT,
    });
    await add(
      'delivery',
      {
        idempotency_key: crypto.randomUUID(),
        person_id: person.id,
        channel: 'chat',
        state: 'SENT',
        due_at: AT,
        title: 'A survey',
        markdown: 'It closes on Friday.',
        language: 'en',
        content_hash: 'x',
        private: true,
      },
      { person, hidden: true },
    );
    await add('survey_answer', { ...about, values: '{}', score: 50 });
    await add(
      'measurement',
      {
        metric_key: 'turnover',
        person_id: person.id,
        measured_on: day,
        value: 3,
        baseline: false,
        source: 'MANUAL',
        recorded_at: AT,
      },
      { person },
    );
    await add(
      'experiment_member',
      { experiment_id: experiment, person_id: person.id, arm_key: 'v1', assigned_at: AT },
      { person },
    );
  }
}

/** A plugin that is enabled and configured, and pinned by a version. */
async function addPlugins(
  sql: Sql,
  add: (table: string, values: Record<string, unknown>) => Promise<string>,
  of: { version: string; enrolment: string },
): Promise<void> {
  const release = { plugin_key: 'sample', version: '1.0.0', sha256: SHA_OF_NOTHING };
  await sql.rows(
    `insert into plugin_release (plugin_key, version, sha256, manifest, bundle, found_at) values ($1, $2, $3, $4, '', $5)
     on conflict do nothing`,
    [...Object.values(release), JSON.stringify(SAMPLE_MANIFEST), AT],
  );
  await add('plugin_enablement', { ...release, enabled: true, permissions: '{}', at: AT });
  const integration = await add('integration', {
    plugin_key: 'sample',
    name: 'Sample',
    config: '{}',
    config_version: 1,
    created_at: AT,
  });
  const link = { integration_id: integration };
  await add('integration_secret', { ...link, name: 'password', key_id: 'k', sealed: '', changed_at: AT });
  await add('integration_token', { ...link, name: 'access' });
  await add('integration_kv', { ...link, key: 'page', value: '1' });
  await add('integration_bucket', { ...link, key: 'call', full_until: AT });
  await add('integration_circuit', { ...link, host: 'api.example' });
  await add('plan_version_pin', {
    plan_version_id: of.version,
    use: 'sample/rule',
    plugin_key: 'sample',
    plugin_version: '1.0.0',
    sha256: release.sha256,
    since: AT,
    ordinal: 1,
  });
  await add('scorer_task', { enrolment_id: of.enrolment, subject: 'report', due_at: AT });
}

/** The plugin's code is empty. */
const SHA_OF_NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const SAMPLE_MANIFEST = {
  manifest: 1,
  id: 'sample',
  version: '1.0.0',
  api: 1,
  title: { en: 'Sample' },
  description: { en: 'Sample' },
  engines: { planwright: '*' },
  permissions: {},
  configSchema: { type: 'object', properties: {} },
  configVersion: 1,
  contributes: [],
  bundle: 'plugin.mjs',
  sha256: SHA_OF_NOTHING,
};
