import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestPerson } from '../testing/fixture.js';
import { operation } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { makeWorld, type PlanWorld, personId, type Running, startPlan } from './testing/plan-world.js';

const PERSON = operation(`query ($id: ID!) { node(id: $id) { ... on Person {
  enrolments(first: 10) { edges { node { id status } } }
  mentoring(first: 10) { edges { node { id person { name } } } } } } }`);

let server: TestServer;
let world: PlanWorld;
let running: Running;

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  running = await startPlan(world);
});
afterAll(() => server?.stop());

const ask = async (of: TestPerson, as: TestPerson) => {
  const { node } = await server.ask(PERSON, { id: personId(of) }, { as });
  if (!node || !('enrolments' in node)) return undefined;
  return {
    follows: node.enrolments.edges.map((edge) => edge.node.id),
    mentors: node.mentoring.edges.map((edge) => edge.node.person.name),
  };
};

test('HR reads on a person which plans they follow, and who their mentees are', async () => {
  const { hr, learner, mentor } = world;
  expect(await ask(learner, hr)).toEqual({ follows: [running.enrolmentId], mentors: [] });
  expect(await ask(mentor, hr)).toEqual({ follows: [], mentors: ['Li'] });
});

test('everybody reads their own, a mentor those of their mentees', async () => {
  const { learner, mentor } = world;
  expect(await ask(learner, learner)).toEqual({ follows: [running.enrolmentId], mentors: [] });
  expect(await ask(mentor, mentor)).toEqual({ follows: [], mentors: ['Li'] });
  expect(await ask(learner, mentor)).toEqual({ follows: [running.enrolmentId], mentors: [] });
});

test('whoever may not see a person sees nothing of their plans', async () => {
  expect(await ask(world.learner, world.stranger)).toBeUndefined();
});

test('a plan that was cancelled stays with the learner and leaves the mentor', async () => {
  const { hr, learner, mentor } = world;
  await server.sql.rows(
    `update enrolment_state set status = 'CANCELLED' where enrolment_id = (select id from enrolment)`,
  );
  expect(await ask(learner, hr)).toEqual({ follows: [running.enrolmentId], mentors: [] });
  expect(await ask(mentor, hr)).toEqual({ follows: [], mentors: [] });
});
