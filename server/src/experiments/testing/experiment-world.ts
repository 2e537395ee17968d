import { expect } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import {
  ask,
  CREATE_PLAN,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
  personId,
  SAVE_DRAFT,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import type { TestPerson } from '../../testing/fixture.js';
import type { TestServer } from '../../testing/test-server.js';

const FIELDS = `id status seed algorithm rosterDigest replayed cohort { id } openedAt openedBy { name } resultDigest method
  endedAt endedBy { name } endReason decisions { decision version { number } reason hadVerdict decidedBy { name } }
  laterValues { person { id } baseline before after recordedAt recordedBy { name } }
  measureResults { metricKey role estimate low high pValue adjustedP state sentence }
  outlook { measured of power powerOfAll sentence }
  members { person { id } version { number } late measured }
  arms { version { number } allocated measured mean values } integrity { key passed value text }
  results { estimate low high pValue method note verdict sentence sensitivity { method estimate pValue } later { method estimate low high } }`;
const act = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { experiment { ${FIELDS} } userErrors { code message path } } }`;
const CREATE = act('createExperiment', 'CreateExperimentInput');
const START = act('startExperiment', 'ExperimentInput');
const CANCEL = act('cancelExperiment', 'EndExperimentInput');
const STOP = act('stopExperiment', 'EndExperimentInput');
const DECIDE = act('decideExperiment', 'DecideExperimentInput');
const JOIN = act('joinExperiment', 'JoinExperimentInput');
const ANALYSE = act('analyseExperiment', 'ExperimentInput');
const READ = `query ($id: ID!) { experiment(id: $id) { ${FIELDS} } }`;
const LIST = 'query { experiments(first: 100) { edges { node { id results { verdict } } } } }';
const RECORD =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code path message } } }';

export const METRIC = 'team-performance';

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query
type Answer = any;

/** A plan with two published versions, and everything that HR does with an experiment, through the API. */
export interface ExperimentWorld {
  plan: PlanWorld;
  versionIds: [string, string];
  people(prefix: string, n: number, department?: string): Promise<TestPerson[]>;
  /** Values of the metric for these people on one day. */
  measure(
    people: readonly TestPerson[],
    value: (person: TestPerson, i: number) => number,
    measuredOn: string,
    baseline?: boolean,
    metricKey?: string,
  ): Promise<void>;
  /** What a creation answers, whether it is refused or not. */
  create(people: readonly TestPerson[], change?: object): Promise<Answer>;
  /** Creates and starts; answers its id. */
  run(people: readonly TestPerson[], change?: object): Promise<string>;
  join(experimentId: string, people: readonly TestPerson[], change?: object): Promise<Answer>;
  read(id: string): Promise<Answer>;
  list(): Promise<{ id: string; results: { verdict: string }[] }[]>;
  /** Opens the results. */
  analyse(experimentId: string): Promise<Answer>;
  /** What ending or deciding answers, whether it is refused or not. */
  cancel(experimentId: string, reason?: string): Promise<Answer>;
  stop(experimentId: string, reason?: string): Promise<Answer>;
  decide(experimentId: string, input: object): Promise<Answer>;
  /** Numbers of the versions drawn, by the global id of the person. */
  armsOf(id: string): Promise<Map<string, number>>;
}

export async function makeExperimentWorld(server: TestServer): Promise<ExperimentWorld> {
  const plan = await makeWorld(server);
  const as = { as: plan.hr };
  const first = smallPlan();
  await ask(server, CREATE_PLAN, { input: { definition: first } }, as);
  const publish = async (expectedRevision: number): Promise<string> => {
    const made = await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision } }, as);
    expect(made.userErrors).toEqual([]);
    return made.version.id;
  };
  const one = await publish(1);
  const definition: PlanDefinition = { ...first, title: { en: 'Small plan, split', 'zh-CN': '拆分后的计划' } };
  const saved = await ask(server, SAVE_DRAFT, { input: { planKey: 'small', definition, expectedRevision: 1 } }, as);
  const versionIds: [string, string] = [one, await publish(saved.plan.draft.revision)];

  const read = (id: string): Promise<Answer> => ask(server, READ, { id }, as);
  const create = (people: readonly TestPerson[], change: object = {}): Promise<Answer> => {
    const input = {
      name: 'Split the task',
      hypothesis: 'Three steps give better work than one.',
      planKey: 'small',
      versionIds,
      metricKey: METRIC,
      smallestEffect: 5,
      personIds: people.map(personId),
      cohortName: 'Trial',
      startsOn: '2026-01-12',
      analysisOn: '2026-04-30',
      seed: 'trial',
      ...change,
    };
    return ask(server, CREATE, { input }, as);
  };
  return {
    plan,
    versionIds,
    read,
    create,
    async people(prefix, n, department = plan.sales) {
      const made: TestPerson[] = [];
      for (let i = 0; i < n; i += 1) made.push(await plan.workspace.person({ name: `${prefix}${i}`, department }));
      return made;
    },
    async measure(people, value, measuredOn, baseline = false, metricKey = METRIC) {
      const rows = people.map((person, i) => ({
        personId: personId(person),
        value: value(person, i),
        measuredOn,
        baseline,
      }));
      const answer = await ask(server, RECORD, { input: { metricKey, rows } }, as);
      expect(answer).toEqual({ recorded: people.length, userErrors: [] });
    },
    async run(people, change) {
      const made = await create(people, change);
      expect(made.userErrors).toEqual([]);
      const started = await ask(server, START, { input: { experimentId: made.experiment.id } }, as);
      expect(started.userErrors).toEqual([]);
      return made.experiment.id;
    },
    join: (experimentId, people, change = {}) =>
      ask(server, JOIN, { input: { experimentId, personIds: people.map(personId), ...change } }, as),
    async list() {
      const { edges } = await ask(server, LIST, {}, as);
      return edges.map(({ node }: { node: { id: string; results: { verdict: string }[] } }) => node);
    },
    async analyse(experimentId) {
      const answer = await ask(server, ANALYSE, { input: { experimentId } }, as);
      expect(answer.userErrors).toEqual([]);
      return answer.experiment;
    },
    cancel: (experimentId, reason = 'Not needed any more') =>
      ask(server, CANCEL, { input: { experimentId, reason } }, as),
    stop: (experimentId, reason = 'The plan has to change now') =>
      ask(server, STOP, { input: { experimentId, reason } }, as),
    decide: (experimentId, input) => ask(server, DECIDE, { input: { experimentId, ...input } }, as),
    async armsOf(id) {
      const { members } = await read(id);
      return new Map(
        members.map((member: { person: { id: string }; version: { number: number } }) => [
          member.person.id,
          member.version.number,
        ]),
      );
    },
  };
}
