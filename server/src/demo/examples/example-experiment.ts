import type { PlanDefinition } from '@planwright/schema/definition';
import { kindOf, type Step } from '@planwright/schema/kinds';
import { addDays, type Instant, instantAt, type PlainDate } from '@planwright/schema/time';
import { mondayBefore, seededRandom } from '@planwright/seeds';
import { type Act, done } from '../../access/index.js';
import { columns, type Database, statement, type Tx } from '../../database/index.js';
import { ExperimentEntity } from '../../experiments/entities.js';
import {
  createExperiment,
  type ExperimentDeps,
  findMembers,
  openResults,
  startExperiment,
} from '../../experiments/index.js';
import { metricKeys, recordMeasurements } from '../../outcomes/index.js';
import { findDraft, findPlan, publishPlan, saveDraft } from '../../plans/index.js';
import type { PluginRegistry } from '../../plugins/index.js';
import { actAt } from '../../sandbox/index.js';
import type { DoAt } from './acting.js';
import type { DemoCompany } from './demo-company.js';

const ZONE = 'Asia/Shanghai';
const PLAN = 'sales-new-manager';
const METRIC = 'team-performance';
const NAME = '销售策略：一次提交还是分三步';
const WEEKS = 8;
const WEEKS_AGO = 16;

/** Whoever leads or serves customers outside the shops: enough people for a difference to be seen. */
const PEOPLE = [
  ...numbered('sales', 2, 14),
  ...numbered('marketing', 2, 14),
  ...numbered('product', 2, 10),
  ...numbered('finance-supply', 2, 4),
];
const MENTORS = ['sales-01', 'marketing-01', 'product-01', 'finance-supply-01'];

function numbered(department: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => `${department}-${String(from + nth).padStart(2, '0')}`);
}

export interface ExampleExperimentDeps {
  database: Database;
  experiments: ExperimentDeps;
  registry: PluginRegistry;
}

const RUN_EXAMPLE_EXPERIMENT = statement(
  columns(ExperimentEntity, 'id', 'status'),
  'select id, status from experiment where workspace_id = $1::uuid and name = $2',
);

/**
 * An experiment that is over, lived through act by act at its own moments: version 2 is published, everybody measured, drawn
 * and enrolled, eight weeks go by in which people do what they do, everybody is measured again, and the results are opened.
 * The measured values are the demo's; which arm somebody is in, and what follows from it, is the drawing's.
 */
export async function runExampleExperiment(
  deps: ExampleExperimentDeps,
  company: DemoCompany,
  { asHr, asDesigner }: { asHr: DoAt; asDesigner: DoAt },
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  const { database, experiments } = deps;
  const known = await database.look((tx) => tx.row(RUN_EXAMPLE_EXPERIMENT, [company.workspaceId, NAME]));
  if (known && known.status !== 'DESIGNED' && known.status !== 'RUNNING') return;
  const startsOn = mondayBefore(now, WEEKS_AGO, ZONE);
  const at = (date: PlainDate, time: string) => instantAt(date, time, ZONE);
  const analysisOn = addDays(startsOn, 7 * WEEKS + 21);
  const versionIds = await publishInSteps(deps, asDesigner, at(addDays(startsOn, -14), '10:00'));
  const ids = PEOPLE.map(company.idOf);
  const random = seededRandom(77);
  const spread = () => (random() + random() + random() - 1.5) * 8;
  const before = new Map(ids.map((id) => [id, Math.round((68 + spread()) * 10) / 10]));
  const measure = (measuredOn: PlainDate, baseline: boolean, values: ReadonlyMap<string, number>) =>
    asHr(at(measuredOn, '16:00'), (act) =>
      recordMeasurements(
        act,
        METRIC,
        [...values].map(([personId, value]) => ({ personId, value, measuredOn, baseline })),
      ),
    );
  await measure(addDays(startsOn, -6), true, before);
  const design = (act: Act) =>
    createExperiment(act, {
      name: NAME,
      hypothesis: '销售策略分草稿、修改、定稿三步提交，每步都有反馈，团队绩效比一次提交更高。',
      planKey: PLAN,
      versionIds,
      metricKey: METRIC,
      smallestEffect: 3,
      personIds: ids,
      mentors: new Map(ids.map((id, index) => [id, company.idOf(MENTORS[index % MENTORS.length] ?? 'sales-01')])),
      cohortName: '销售策略对照期次',
      startsOn,
      strata: [],
      unit: 'PERSON',
      seed: 'planwright-demo',
      analysisOn,
      measures: [],
    });
  const experimentId = known?.id ?? (await asHr(at(addDays(startsOn, -5), '11:00'), design)).experimentId;
  // In one transaction: the ticker must not meet people who are still living in the past, and a start that is cut short
  // leaves nobody halfway.
  if (known?.status !== 'RUNNING')
    await asHr(at(addDays(startsOn, -3), '09:30'), async (act) => {
      const started = await startExperiment(act, experiments.progress, experimentId);
      if (started.ok) await liveThrough(act.tx, deps, company, experimentId, startsOn, signal);
      return started;
    });
  const members = await database.look((tx) => findMembers(tx, experimentId));
  const arms = members.sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const after = arms.map(({ personId, arm }): [string, number] => {
    const gain = 2 + (arm === 'v2' ? 6.5 : 0) + spread() * 0.6;
    return [personId, Math.round(((before.get(personId) ?? 68) + gain) * 10) / 10];
  });
  await measure(addDays(analysisOn, -3), false, new Map(after));
  const opening = at(analysisOn, '10:00');
  await openResults(async (work) => done(await asHr(opening, work)), experiments, experimentId);
}

const VERSIONS_OF = statement({ id: 'uuid' }, 'select id from plan_version where plan_id = $1::uuid order by number');

/** Version 2: the strategy in three steps, each with its own date. Answers both versions, the first one first. */
async function publishInSteps({ registry }: ExampleExperimentDeps, asDesigner: DoAt, at: Instant): Promise<string[]> {
  const step = (key: string, zh: string, en: string, week: number): Step => ({
    key,
    title: { 'zh-CN': zh, en },
    due: { week, weekday: 'FRI', at: '18:00' },
  });
  return asDesigner(at, async (act) => {
    const plan = await findPlan(act.tx, PLAN);
    const versionsOf = (planId: string) => act.tx.rows(VERSIONS_OF, [planId]);
    const there = plan ? await versionsOf(plan.id) : [];
    if (there.length > 1) return done(there.slice(0, 2).map(({ id }) => id));
    const draft = plan && (await findDraft(act.tx, plan.id));
    if (!plan || !draft) throw new Error('the demo company has no sales plan');
    const definition = structuredClone(draft.definition) as PlanDefinition;
    const steps = [
      step('draft', '草稿', 'Draft', 6),
      step('revision', '修改稿', 'Revision', 7),
      step('final', '定稿', 'Final', 8),
    ];
    for (const stage of definition.stages)
      stage.items = stage.items.map((item) => kindOf(item).withSteps?.(item, steps) ?? item);
    const saved = await saveDraft(act, { planKey: PLAN, definition, expectedRevision: draft.revision });
    if (!saved.ok) return saved;
    const published = await publishPlan(
      act,
      { planKey: PLAN, expectedRevision: draft.revision + 1, changeNote: '销售策略改为三步提交' },
      {
        plugins: { registry },
        metricKeys,
        moveOnPublish: () => Promise.reject(new Error('nobody is moved')),
      },
    );
    if (!published.ok) return published;
    const versions = await versionsOf(plan.id);
    return done(versions.map(({ id }) => id));
  });
}

const LIVE_THROUGH = statement(
  { id: 'uuid' },
  'select e.id from enrolment e join experiment x on x.cohort_id = e.cohort_id where x.id = $1::uuid order by e.id',
);

/** Evening by evening: time passes, and people do what the sample people of sandboxes do. As worker. */
async function liveThrough(
  tx: Tx,
  { experiments: { progress } }: ExampleExperimentDeps,
  { workspaceId, idOf }: DemoCompany,
  experimentId: string,
  startsOn: PlainDate,
  signal: AbortSignal,
): Promise<void> {
  const rows = await tx.rows(LIVE_THROUGH, [experimentId]);
  const ids = rows.map(({ id }) => id);
  for (let day = 0; day < 7 * WEEKS + 10; day += 1) {
    signal.throwIfAborted();
    const now = instantAt(addDays(startsOn, day), '17:30', ZONE);
    await actAt(tx, progress, workspaceId, ids, now, { behaviour: 'MIXED', fallback: idOf('sales-01') });
  }
}
