import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { globalId, parseGlobalId } from '../access/graphql/global-id.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { completeWorld } from '../testing/complete-world.js';
import { listOperations } from '../testing/list-operations.js';
import { oracleSees } from '../testing/policy-oracle.js';
import { makePolicyWorld, type PolicyWorld, type WorldPerson } from '../testing/policy-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { printedSchema } from './printed-schema.js';

const schema = buildSchema(printedSchema());
/** Answers, edges and pages say who reads what is in them; roots have tables of their own: `access-matrix`, `query-readers`. */
const WRAPPERS = /(Payload|Connection|Edge)$|^(Query|Mutation|Subscription|PageInfo)$/;
const types = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && !WRAPPERS.test(name));

/**
 * Who reads the fields of a type.
 * - PART: they belong to what they are in, and whoever is answered that reads all of them.
 * - EVERYBODY: everybody of the workspace.
 * - BY_ROLE: whoever may ask the query that answers them (`query-readers`).
 * - a table: whoever may see the row reads all of its fields; what they lead to has a decision of its own.
 * - FIELD_BY_FIELD: the table below.
 */
const TYPES: Record<string, 'PART' | 'EVERYBODY' | 'BY_ROLE' | 'FIELD_BY_FIELD' | { rows: string }> = {
  ApiToken: { rows: 'api_token' },
  AuditEntry: { rows: 'audit_entry' },
  Cohort: { rows: 'cohort' },
  Delivery: { rows: 'delivery' },
  Enrolment: { rows: 'enrolment' },
  EvaluationReport: { rows: 'report' },
  Experiment: { rows: 'experiment' },
  File: { rows: 'file' },
  Finding: { rows: 'finding' },
  HandOver: { rows: 'hand_over' },
  InboxMessage: { rows: 'inbox_message' },
  Measurement: { rows: 'measurement' },
  Metric: { rows: 'metric' },
  Migration: { rows: 'plan_migration' },
  PeopleImport: { rows: 'people_import' },
  Plan: { rows: 'plan' },
  PlanVersion: { rows: 'plan_version' },
  ProcessAuthority: { rows: 'process_authority' },
  ReminderOccurrence: { rows: 'reminder_occurrence' },
  ReportSchedule: { rows: 'report_schedule' },
  Submission: { rows: 'submission' },
  SurveyRound: { rows: 'survey_round' },

  /** Only administrators may ask for the list. That there is one, and its name, stands on the sign-in page. */
  IdentityProvider: 'BY_ROLE',
  Person: 'FIELD_BY_FIELD',
  CalendarYear: 'EVERYBODY',
  Department: 'EVERYBODY',
  JobRole: 'EVERYBODY',
  PlanTemplate: 'EVERYBODY',
  Workspace: 'EVERYBODY',
  /** Whoever may ask for the list, which HR of a department may, and routes lead to them. */
  Integration: 'BY_ROLE',
  Viewer: 'PART',
  ...Object.fromEntries(PARTS().map((name) => [name, 'PART' as const])),
};

/** What is said of something that has a decision of its own, or is worked out from what was sent. */
function PARTS(): string[] {
  return `
    AgreeingShare Arm BalanceLine Board BoardChange BoardColumn BoardCounters BoardRow CalendarMove CalendarPreview CatalogueEntry
    ChannelRoute CohortEstimate Contribution Correlation DeputyPeriod DetectableEffect Draft DueChange EnrolmentRule EnrolmentRuleLeaver
    EnrolmentRuleMatch Estimate ExperimentDecision ExperimentMeasure ExperimentMember ExperimentOutlook ExperimentResult FlowStep
    FunnelLimit ImportColumnCandidate ImportQuestion ImportedCell ImportedRow IntegrityCheck Invitation ItemFigures ItemState LaterValue
    LearningTime LeftBehind LockReason MeasureResult MentorFigures MentorFunnel MentorProposal MethodNote MigrationChange MigrationEffect
    MigrationFigures MigrationPreview MigrationTotal MySurvey MyWork NextSurvey OutcomeFigures Partner PeopleImportCell PeopleImportColumn
    PeopleImportProblem PeopleImportQuestion PeopleImportRow PersonAccount PersonIdentity PlainUserError PlanChange PlanDiff PlanPin
    PlanSimulation Plugin PooledEstimate Problem Progress ProgressEvent ProviderCheck ReminderSettings ReportTargets RoleGrant
    RubricCriterion SessionInfo Share SignInProvider SignInWays SimulatedDay SimulatedEvent StageState StepState SurveyCode
    SurveyForm SurveyMean SurveyQuestion SurveyRatings SurveyReach SurveyResults VersionComparison VersionFigures ViewerAccount WorkItem
    WorkspaceSettings`
    .trim()
    .split(/\s+/);
}

/** Of somebody who is only mentioned there is a name, and what the workspace says in their place. */
const PERSON = {
  MENTION: 'id name timeZone locale active',
  /** Nothing, 0 or an empty list for whoever may not see the file. */
  FILE: 'email jobRole job joinedOn department manager employeeNumber mentorCapacity mentorExperienceYears mentees enrolments mentoring',
  /** HR, administrators and oneself. */
  HR_OR_SELF: 'roles identities grants',
  /** HR who covers the person, and administrators. */
  HR_WHO_COVERS: 'history account',
  /** HR who covers the person, and who leads the team. */
  HR_OR_LEAD: 'team',
  /** Rows of their own say who reads these. */
  OWN_ROWS: 'deputy deputyPeriod standsInFor',
} as const;

const READERS = [
  'admin',
  'hr',
  'hrOfSales',
  'hrOfMarketing',
  'designer',
  'lead',
  'mentor',
  'partner',
  'eastOne',
  'nobody',
] as const;

let server: TestServer;
let home: PolicyWorld;
let abroad: PolicyWorld;
beforeAll(async () => {
  server = await startTestServer({ limits: { budget: 1e9, signedIn: { burst: 1e12, perSecond: 0 } } });
  home = await makePolicyWorld(server.sql, 'Home', smallPlan());
  abroad = await makePolicyWorld(server.sql, 'Abroad', smallPlan());
  await completeWorld(server, home);
});
afterAll(() => server?.stop());

interface Found {
  type: string;
  uuid: string;
  fields: Record<string, unknown>;
}

/** Every object of an answer that has an id, however deep. */
function objectsIn(answer: unknown): Found[] {
  if (Array.isArray(answer)) return answer.flatMap(objectsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const fields = answer as Record<string, unknown>;
  const parsed = typeof fields.id === 'string' ? parseGlobalId(fields.id) : undefined;
  const own = parsed ? [{ type: parsed.type, uuid: parsed.uuid, fields }] : [];
  return [...own, ...Object.values(fields).flatMap(objectsIn)];
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === 0 ||
  (typeof value === 'object' && 'edges' in value && Array.isArray(value.edges) && value.edges.length === 0);

const HR_OF: Partial<Record<string, string>> = { hrOfSales: 'sales', hrOfMarketing: 'marketing' };

/** Which decisions about a person's fields give this reader something. */
function mayRead(reader: (typeof READERS)[number], person: WorldPerson): Set<keyof typeof PERSON> {
  const row = home.rows.find(({ table, id }) => table === 'person' && id === person.id);
  const allowed = new Set<keyof typeof PERSON>(['MENTION', 'OWN_ROWS']);
  if (!row || !oracleSees(home, reader, row)) return allowed;
  allowed.add('FILE');
  const all = reader === 'admin' || reader === 'hr';
  const department = home.departments[HR_OF[reader] ?? '']?.id;
  const chain = Object.values(home.departments).find(({ id }) => id === person.department)?.above ?? [];
  const covers = all || (department !== undefined && chain.includes(department));
  const isSelf = home.people[reader]?.id === person.id;
  if (all || department !== undefined || isSelf) allowed.add('HR_OR_SELF');
  if (covers) allowed.add('HR_WHO_COVERS');
  if (covers || (reader === 'lead' && isSelf)) allowed.add('HR_OR_LEAD');
  return allowed;
}

describe('who reads which field', () => {
  test('is decided for every type, and for every field of a person', () => {
    expect(types.map(({ name }) => name).filter((name) => TYPES[name] === undefined)).toEqual([]);
    const person = types.find(({ name }) => name === 'Person');
    const decided = Object.values(PERSON).flatMap((list) => list.split(' '));
    expect(Object.keys(person?.getFields() ?? {}).filter((field) => !decided.includes(field))).toEqual([]);
  });

  test.each(READERS)('%s is answered that and nothing else, wherever it is asked for', async (reader) => {
    const as = home.people[reader];
    if (!as) throw new Error(reader);
    const people = new Map(Object.values(home.people).map((person) => [person.id, person]));
    const rows = new Map(home.rows.map((row) => [row.id, row]));
    const strangers = new Set(abroad.rows.map(({ id }) => id));
    const idOf = (type: string, table: string) =>
      globalId(type, home.rows.find((row) => row.table === table)?.id ?? '');
    const values = {
      id: (name: string) => (name === 'personId' ? idOf('Person', 'person') : idOf('Cohort', 'cohort')),
      number: (name: string) => (name === 'first' ? 50 : undefined),
    };
    const wrong = new Set<string>();
    let seen = 0;
    for (const { name, query } of listOperations(schema, values)) {
      const { data, errors } = await server.execute(query, {}, { as });
      if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) wrong.add(`${name}: INTERNAL`);
      for (const { type, uuid, fields } of objectsIn(data)) {
        seen += 1;
        // Nobody is of a workspace before they sign in.
        if (strangers.has(uuid) && name !== 'signInWays.providers') wrong.add(`${name}: ${type} of another workspace`);
        const decision = TYPES[type];
        const row = rows.get(uuid);
        if (typeof decision === 'object' && row && row.table === decision.rows && !oracleSees(home, reader, row))
          wrong.add(`${name}: a hidden ${type}`);
        const person = people.get(uuid);
        if (type !== 'Person' || !person) continue;
        const allowed = mayRead(reader, person);
        for (const [readers, list] of Object.entries(PERSON))
          if (!allowed.has(readers as keyof typeof PERSON))
            for (const field of list.split(' '))
              if (field in fields && !isNothing(fields[field])) wrong.add(`${name}: ${field} of ${person.name}`);
      }
    }
    expect([...wrong]).toEqual([]);
    // Everybody is answered something.
    expect(seen).toBeGreaterThan(0);
  });

  test('those who may are answered: what is hidden from all would pass, too', async () => {
    const query = `query ($id: ID!) { person(id: $id) { email joinedOn roles department { id } manager { id } team { id }
      enrolments(first: 5) { edges { node { id } } } identities { source } grants { role } history(first: 5) { edges { node { id } } } } }`;
    const { hrOfSales: as, eastOne } = home.people;
    if (!as || !eastOne) throw new Error('nobody asks');
    const id = globalId('Person', eastOne.id);
    const { data, errors } = await server.execute(query, { id }, { as });
    expect(errors).toBeUndefined();
    const { person } = data as { person: Record<string, unknown> };
    for (const field of [
      'email',
      'joinedOn',
      'department',
      'manager',
      'roles',
      'identities',
      'grants',
      'history',
      'enrolments',
    ])
      expect([field, isNothing(person[field])]).toEqual([field, false]);
  });
});
