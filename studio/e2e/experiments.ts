import { moveClock, type Reader } from './api';

const DAY_MS = 86_400_000;
const PLAN = 'retail-new-manager';
const METRIC = 'team-performance';

/** Experiments at three points of their life, and the versions that they compare. */
export interface Experiments {
  designed: string;
  running: string;
  analysed: string;
  /** The first is the reference. */
  versionIds: [string, string];
}

interface Node {
  id: string;
}

/**
 * In the sandbox that the reader is in: a second version of the retail plan, and three experiments of it against the first.
 * One is analysed after its month, one has just begun, one is drawn and waits.
 */
export async function experimentsInSandbox(reader: Reader): Promise<Experiments> {
  const versionIds = await twoVersions(reader);
  const { viewer, people } = await reader.read<{
    viewer: { person: Node | null; workspace: { now: string } };
    people: { edges: { node: Node & { active: boolean; mentees: number } }[] };
  }>('{ viewer { person { id } workspace { now } } people(first: 100) { edges { node { id active mentees } } } }');
  const enrolled = await peopleInCohorts(reader);
  const now = Date.parse(viewer.workspace.now);
  const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const ids = people.edges
    .map(({ node }) => node)
    // Nobody records measurements of themselves.
    .filter(({ id, active, mentees }) => active && mentees === 0 && id !== viewer.person?.id && !enrolled.has(id))
    .map(({ id }) => id);
  const measure = (on: string, baseline: boolean, figure: (id: string, i: number) => number) =>
    recordMeasurements(
      reader,
      ids.map((personId, i) => ({ personId, measuredOn: on, baseline, value: figure(personId, i) })),
    );
  const design = (name: string, personIds: string[], from: number) =>
    createExperiment(reader, {
      name,
      cohortName: name,
      hypothesis: '目标拆解分初稿、修改、终稿三步交，团队绩效会更高。',
      planKey: PLAN,
      versionIds,
      metricKey: METRIC,
      smallestEffect: 5,
      personIds,
      startsOn: day(from),
      analysisOn: day(from + 28),
      seed: name,
    });

  await measure(day(0), true, (_, i) => 62 + ((i * 7) % 23));
  const analysed = await design('目标拆解分三步（上一期）', ids.slice(0, 40), 1);
  const triedBy = await startExperiment(reader, analysed, versionIds[1]);
  await moveClock(reader, new Date(now + 21 * DAY_MS));
  // A difference about as large as the noise: what most comparisons of forty people find.
  await measure(day(20), false, (id, i) => 64 + ((i * 7) % 23) + ((i * 11) % 13) + (triedBy.has(id) ? 4 : 0));
  await moveClock(reader, new Date(now + 30 * DAY_MS));
  await reader.read(
    'mutation ($input: ExperimentInput!) { analyseExperiment(input: $input) { userErrors { message } } }',
    { input: { experimentId: analysed } },
  );
  const running = await design('目标拆解分三步（本期）', ids.slice(40, 60), 31);
  await startExperiment(reader, running, versionIds[1]);
  const designed = await design('绩效辅导加一次演练', ids.slice(60, 80), 38);
  return { designed, running, analysed, versionIds };
}

/** Who is in a cohort: they cannot be drawn for the plan that they are in already. */
async function peopleInCohorts(reader: Reader): Promise<Set<string>> {
  const { cohorts } = await reader.read<{ cohorts: { edges: { node: Node }[] } }>(
    '{ cohorts(first: 50) { edges { node { id } } } }',
  );
  const states = await Promise.all(cohorts.edges.map(({ node }) => peopleIn(reader, node.id)));
  return new Set(states.flat());
}

async function peopleIn(reader: Reader, cohortId: string): Promise<string[]> {
  const { cohort } = await reader.read<{
    cohort: { enrolments: { edges: { node: { person: Node } }[] } };
  }>('query ($id: ID!) { cohort(id: $id) { enrolments(first: 100) { edges { node { person { id } } } } } }', {
    id: cohortId,
  });
  return cohort.enrolments.edges.map(({ node }) => node.person.id);
}

/** Publishes a second version in which one item is renamed; both ids, the older first. */
async function twoVersions(reader: Reader): Promise<[string, string]> {
  const { plan } = await reader.read<{
    plan: {
      current: { id: string; definition: { stages: { items: { title: Record<string, string> }[] }[] } };
      draft: { revision: number } | null;
    };
  }>('query ($key: String!) { plan(key: $key) { current { id definition } draft { revision } } }', { key: PLAN });
  const definition = structuredClone(plan.current.definition);
  const item = definition.stages[0]?.items[0];
  if (!item) throw new Error('the retail plan has no items');
  item.title = { 'zh-CN': '新经理的角色定位（含演练）', en: 'The role of a new manager, with practice' };
  const { saveDraft } = await reader.read<{ saveDraft: { plan: { draft: { revision: number } } | null } }>(
    'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { plan { draft { revision } } } }',
    { input: { planKey: PLAN, definition, expectedRevision: plan.draft?.revision ?? 0 } },
  );
  const { publishPlan } = await reader.read<{
    publishPlan: { version: Node | null; userErrors: { message: string }[] };
  }>('mutation ($input: PublishPlanInput!) { publishPlan(input: $input) { version { id } userErrors { message } } }', {
    input: {
      planKey: PLAN,
      expectedRevision: saveDraft.plan?.draft.revision ?? 0,
      changeNote: '目标拆解分三步交',
    },
  });
  if (!publishPlan.version) throw new Error(JSON.stringify(publishPlan.userErrors));
  return [plan.current.id, publishPlan.version.id];
}

async function recordMeasurements(reader: Reader, rows: object[]): Promise<void> {
  const { recordMeasurements: made } = await reader.read<{
    recordMeasurements: { recorded: number; userErrors: { message: string }[] };
  }>(
    'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { message } } }',
    { input: { metricKey: METRIC, rows } },
  );
  if (made.recorded < rows.length) throw new Error(JSON.stringify(made.userErrors));
}

async function createExperiment(reader: Reader, input: object): Promise<string> {
  const { createExperiment: made } = await reader.read<{
    createExperiment: { experiment: Node | null; userErrors: { message: string }[] };
  }>(
    'mutation ($input: CreateExperimentInput!) { createExperiment(input: $input) { experiment { id } userErrors { message } } }',
    { input },
  );
  if (!made.experiment) throw new Error(JSON.stringify(made.userErrors));
  return made.experiment.id;
}

/** Starts it; who was drawn for `versionId`. */
async function startExperiment(reader: Reader, experimentId: string, versionId: string): Promise<Set<string>> {
  const { startExperiment: started } = await reader.read<{
    startExperiment: {
      experiment: { members: { person: Node; version: Node }[] } | null;
      userErrors: { message: string }[];
    };
  }>(
    `mutation ($input: ExperimentInput!) {
      startExperiment(input: $input) {
        experiment { members { person { id } version { id } } }
        userErrors { message }
      }
    }`,
    { input: { experimentId } },
  );
  if (!started.experiment) throw new Error(JSON.stringify(started.userErrors));
  return new Set(
    started.experiment.members.filter(({ version }) => version.id === versionId).map(({ person }) => person.id),
  );
}
