import { expect } from '@jest/globals';
import { cnCalendar } from '@planwright/schema/calendar';
import type { PlanDefinition } from '@planwright/schema/definition';
import { globalId } from '../../access/graphql/global-id.js';
import type { TestPerson, TestWorkspace } from '../../testing/fixture.js';
import type { Operation } from '../../testing/operation.js';
import type { ExecuteOptions, TestServer } from '../../testing/test-server.js';
import { smallPlan } from './small-plan.js';

export interface PlanWorld {
  server: TestServer;
  workspace: TestWorkspace;
  admin: TestPerson;
  hr: TestPerson;
  designer: TestPerson;
  mentor: TestPerson;
  lead: TestPerson;
  learner: TestPerson;
  /** Somebody of marketing, for shared tasks. */
  peer: TestPerson;
  stranger: TestPerson;
  sales: string;
}

/** A workspace with published calendars and one person of each kind. */
export async function makeWorld(server: TestServer): Promise<PlanWorld> {
  const workspace = await server.workspace();
  for (const { year, off, on } of Object.values(cnCalendar.years)) {
    await server.sql.rows(
      `insert into calendar_year (workspace_id, calendar, year, off, "on", published_at) values ($1, 'cn', $2, $3, $4, now())`,
      [workspace.id, year, off, on],
    );
  }
  const sales = await workspace.department('Sales');
  const marketing = await workspace.department('Marketing');
  const lead = await workspace.person({ name: 'Lena', department: sales, roles: ['TEAM_LEAD'] });
  return {
    server,
    workspace,
    sales,
    lead,
    admin: await workspace.person({ name: 'Ada', roles: ['ADMIN'] }),
    hr: await workspace.person({ name: 'Hana', roles: ['HR'] }),
    designer: await workspace.person({ name: 'Dan', roles: ['DESIGNER'] }),
    mentor: await workspace.person({ name: 'Mo', department: sales }),
    learner: await workspace.person({ name: 'Li', department: sales, manager: lead }),
    peer: await workspace.person({ name: 'Pia', department: marketing }),
    stranger: await workspace.person({ name: 'Stan', department: marketing }),
  };
}

/** Runs an operation whose request must be in order, and answers its one root field. */
export async function ask<Result extends object, Variables extends object>(
  server: TestServer,
  asked: Operation<Result, Variables>,
  variables: Variables,
  options: ExecuteOptions,
): Promise<Result[keyof Result]>;
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the text, where it has no types yet
export async function ask(server: TestServer, query: string, variables: object, options: ExecuteOptions): Promise<any>;
export async function ask(
  server: TestServer,
  asked: string | Operation<object, object>,
  variables: object,
  options: ExecuteOptions,
): Promise<unknown> {
  const text = typeof asked === 'string' ? asked : asked.text;
  const answer = await server.execute(text, variables as Record<string, unknown>, options);
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data)[0];
}

const ERRORS = 'userErrors { code message path }';

export const CREATE_PLAN = `mutation ($input: CreatePlanInput!) { createPlan(input: $input) { ${ERRORS}
  plan { id key title draft { revision basedOn definition updatedBy { name } problems { code severity path message } } current { id } } } }`;
export const SAVE_DRAFT = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { ${ERRORS}
  plan { key title draft { revision layout definition problems { code severity path } } } } }`;
export const PUBLISH_PLAN = `mutation ($input: PublishPlanInput!) { publishPlan(input: $input) { ${ERRORS} migrationId
  problems { code severity path } version { id number status contentHash changeNote enrolmentCount publishedBy { name } plan { key } } } }`;
export const CREATE_COHORT = `mutation ($input: CreateCohortInput!) { createCohort(input: $input) { ${ERRORS}
  cohort { id name startsOn personCount weeks weekNow completion plan { key } } } }`;
export const ENROL_PEOPLE = `mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) { ${ERRORS}
  enrolments { id status startsOn person { name } mentor { name } planVersion { number } progress { done needed } } } }`;
export const RECORD = `mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { ${ERRORS}
  event { seq type itemKey actor { name } data } submission { id attempt feedbackDueAt artefact note reviewer { name } }
  enrolment { status progress { done needed completion onTime overdue } items { key state outcome attempt } } } }`;
export const REVIEW = `mutation ($input: ReviewSubmissionInput!) { reviewSubmission(input: $input) { ${ERRORS}
  submission { id decision score comment reviewedAt reviewer { name } criteria { key weight score } }
  enrolment { progress { done feedbackGiven feedbackInTime } items { key state outcome score } } } }`;

export interface Running {
  cohortId: string;
  versionId: string;
  enrolmentId: string;
}

/** Publishes a plan and enrols the learner of the world in a cohort; it starts on Monday, 5 January 2026, unless told. */
export async function startPlan(
  world: PlanWorld,
  definition: PlanDefinition = smallPlan(),
  startsOn = '2026-01-05',
): Promise<Running> {
  const { server, hr, learner, mentor } = world;
  await ask(server, CREATE_PLAN, { input: { definition } }, { as: hr });
  const published = await ask(
    server,
    PUBLISH_PLAN,
    { input: { planKey: definition.key, expectedRevision: 1 } },
    { as: hr },
  );
  expect(published.userErrors).toEqual([]);
  const cohortId = await makeCohort(world, definition.key, startsOn);
  const [enrolmentId] = await enrol(world, cohortId, [learner], mentor);
  return { cohortId, versionId: published.version.id, enrolmentId: enrolmentId ?? '' };
}

export async function makeCohort({ server, hr }: PlanWorld, planKey: string, startsOn = '2026-01-05'): Promise<string> {
  const made = await ask(server, CREATE_COHORT, { input: { planKey, name: 'Spring', startsOn } }, { as: hr });
  expect(made.userErrors).toEqual([]);
  return made.cohort.id;
}

export async function enrol(
  { server, hr }: PlanWorld,
  cohortId: string,
  people: readonly TestPerson[],
  mentor?: TestPerson,
): Promise<string[]> {
  const input = {
    cohortId,
    personIds: people.map(personId),
    again: true,
    ...(mentor ? { mentorId: personId(mentor) } : {}),
  };
  const enrolled = await ask(server, ENROL_PEOPLE, { input }, { as: hr });
  expect(enrolled.userErrors).toEqual([]);
  return enrolled.enrolments.map(({ id }: { id: string }) => id);
}

export const personId = (person: TestPerson): string => globalId('Person', person.id);

let keys = 0;
export const freshKey = (): string => {
  keys += 1;
  return `key-${keys}`;
};

/** The acts of a person on an item; the answer of the mutation. */
export function act(
  { server }: PlanWorld,
  as: TestPerson,
  enrolmentId: string,
  itemKey: string,
  action: string,
  more: Record<string, unknown> = {},
) {
  const input = { enrolmentId, itemKey, action, idempotencyKey: freshKey(), ...more };
  return ask(server, RECORD, { input }, { as });
}

/** Moves the server's clock; sessions stay open, and the ticker has done its work when this is over. */
export async function moveClock(server: TestServer, instant: string): Promise<void> {
  server.clock.moveTo(instant);
  await server.sql.rows(
    `update session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'`,
    [instant],
  );
  await server.running.ticker.wake();
}
