import type { PlanDefinition } from '@planwright/schema/definition';
import { diffPlans } from '@planwright/schema/diff';
import { plainDateIn } from '@planwright/schema/time';
import type { SignedInContext } from '../../access/graphql/index.js';
import { columns, type Sql, statement } from '../../database/index.js';
import type { ExperimentData } from '../../experiments/analysis/index.js';
import { frozenData, readExperimentData } from '../../experiments/index.js';
import { findMetric, type Metric, readMetrics, readPersonRows } from '../../outcomes/index.js';
import {
  type AttributedRow,
  countsFor,
  metricValue,
  outcomesOn,
  withoutFewAnswers,
} from '../../outcomes/person-rows/index.js';
import { DepartmentEntity } from '../../people/entities.js';
import { type DefinitionCache, findVersions, type VersionRecord } from '../../plans/index.js';
import { running } from '../analysis/process-section.js';
import type { ReportReader } from '../read-report-input.js';
import type { ReportDeps } from '../report-deps.js';
import { compareRandomised, lockedComparison } from './compare-randomised.js';
import type { ComparedPerson, ComparedVersions, ObservedComparison } from './comparison-data.js';
import type { PooledFigures } from './pool-cohorts.js';
import { type ComparingExperiment, findComparing, isOpened, readPooled } from './read-pooled.js';
import { isLocked, readVersionPeople, type VersionPerson } from './read-version-people.js';

export interface VersionComparison {
  from: VersionRecord;
  to: VersionRecord;
  metric: Metric;
  /** People were drawn at random for one or the other. */
  randomised: boolean;
  compared: ComparedVersions;
  /** What differs in the definition, a sentence each. */
  definition: string[];
  pooled: PooledFigures | null;
}

const DAYS_PER_MONTH = 30.44;

/** Who compares, and when. */
export interface Comparing extends Pick<SignedInContext, 'database' | 'now' | 'language'> {
  viewer: ReportReader;
}

type Deps = Pick<ReportDeps, 'definitions' | 'analyses' | 'statistics'>;

const COMPARE_VERSIONS = statement(columns(DepartmentEntity, 'id', 'name'), 'select id, name from department');

/** Two versions of one plan side by side, for people that the viewer looks after. undefined = hidden, or nothing to compare. */
export async function compareVersions(
  { viewer, database, now, language }: Comparing,
  deps: Deps,
  asked: { from: string; to: string; metricKey: string },
): Promise<VersionComparison | undefined> {
  const { definitions } = deps;
  const workspaceId = viewer.workspace.id;
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const departments = viewer.scope.reach === 'all' ? null : viewer.scope.departments;
  const change = { workspaceId, fromVersionId: asked.from, toVersionId: asked.to };
  const seen = await database.read(viewer.scope, async (tx) => {
    const [versions, people, comparing, names] = await Promise.all([
      findVersions(tx, [asked.from, asked.to]),
      readVersionPeople(tx, { versionIds: [asked.from, asked.to], departments }),
      findComparing(tx, change),
      tx.rows(COMPARE_VERSIONS),
    ]);
    return { versions, people, comparing, names };
  });
  const [from, to] = [asked.from, asked.to].map((id) => seen.versions.find((version) => version.id === id));
  if (!from || !to || from.id === to.id || from.planId !== to.planId) return undefined;
  const read = await database.look(async (tx) => {
    const metric = await findMetric(tx, workspaceId, asked.metricKey);
    if (!metric) return undefined;
    const known = await definitions.load(tx, [from.id, to.id]);
    const of = { workspaceId, metric, today };
    const drawn = drawnFor(seen.comparing, metric);
    const [before, after] = [known[from.id], known[to.id]];
    return {
      metric,
      randomised: drawn !== undefined,
      question: drawn
        ? await randomised(tx, definitions, drawn, seen.people, of)
        : await observed(tx, definitions, { ...seen, from, to, known }, of),
      definition: before && after ? diffPlans(before, after, language).map(({ sentence }) => sentence) : [],
      pooled: await readPooled(tx, definitions, { ...of, comparing: seen.comparing }),
    };
  });
  if (!read) return undefined;
  const { question, ...rest } = read;
  // Computed when no connection is held any more.
  return { from, to, ...rest, compared: await computed(question, deps) };
}

type Question =
  | { kind: 'KNOWN'; compared: ComparedVersions }
  | { kind: 'RANDOMISED'; drawn: ComparingExperiment; data: ExperimentData }
  | { kind: 'OBSERVED'; of: ObservedComparison };

function computed(question: Question, { analyses, statistics }: Deps): Promise<ComparedVersions> {
  switch (question.kind) {
    case 'KNOWN':
      return Promise.resolve(question.compared);
    case 'OBSERVED':
      return statistics.run('compareObserved', question.of);
    case 'RANDOMISED': {
      const { drawn, data } = question;
      const kept = data.exploratory === 'UNREGISTERED' ? null : drawn.experiment.analysis;
      return compareRandomised(analyses, kept, data, drawn);
    }
    default:
      return question satisfies never;
  }
}

/**
 * The experiment with these very versions that the answer comes from: the newest that was opened for this metric, else one
 * that still runs, else one that asked for another metric: people were randomised for that just the same.
 */
function drawnFor(comparing: readonly ComparingExperiment[], { key }: Metric): ComparingExperiment | undefined {
  const exact = comparing.filter((one) => one.exact);
  const own = exact.filter(({ experiment }) => experiment.metricKey === key);
  return own.findLast(isOpened) ?? own.at(-1) ?? exact.findLast(isOpened) ?? exact.at(-1);
}

interface Of {
  workspaceId: string;
  metric: Metric;
  today: string;
}

async function randomised(
  tx: Sql,
  definitions: DefinitionCache,
  drawn: ComparingExperiment,
  people: readonly VersionPerson[],
  { workspaceId, metric, today }: Of,
): Promise<Question> {
  const { experiment, from, to } = drawn;
  const isOwn = experiment.metricKey === metric.key;
  // While it runs the plan's own course is no secret, unless it is what the experiment is about.
  if (!isOpened(drawn) && (isOwn || metric.source !== 'PROCESS')) {
    const on = (key: string) => {
      const versionId = experiment.arms.find((arm) => arm.key === key)?.versionId;
      return people.filter((person) => person.versionId === versionId && person.cohortId === experiment.cohortId)
        .length;
    };
    const { name, analysisOn } = experiment;
    return { kind: 'KNOWN', compared: lockedComparison(name, analysisOn, [on(from), on(to)], today >= analysisOn) };
  }
  const frozen = isOwn ? await frozenData(tx, experiment) : undefined;
  const data = frozen ?? (await readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today }));
  const exploratory = isOwn ? (experiment.status === 'STOPPED' ? 'STOPPED' : undefined) : 'UNREGISTERED';
  return { kind: 'RANDOMISED', drawn, data: exploratory ? { ...data, exploratory } : data };
}

interface Seen {
  people: readonly VersionPerson[];
  names: readonly { id: string; name: string }[];
  from: VersionRecord;
  to: VersionRecord;
  known: Readonly<Record<string, PlanDefinition>>;
}

async function observed(
  tx: Sql,
  definitions: DefinitionCache,
  { people, names, from, to, known }: Seen,
  { workspaceId, metric, today }: Of,
): Promise<Question> {
  const open = new Map(people.filter((one) => !isLocked(one, metric)).map((one) => [one.enrolmentId, one]));
  const rows = await readPersonRows(tx, definitions, { workspaceId, enrolmentIds: [...open.keys()], until: today });
  const named = [to, from].flatMap(({ id }) => known[id]?.outcomes ?? []).find((one) => one.metric === metric.key);
  const counted = firstOfEach(countedRows(running(rows), [from.id, to.id], metric.key)).map(({ row, versionId }) => {
    const outcomes = outcomesOn(row, versionId);
    const outcome = metricValue({ ...row, outcome: outcomes }, metric.key);
    const person: ComparedPerson = {
      personId: row.personId,
      group: versionId === to.id ? 1 : 0,
      outcome,
      baseline: row.baseline[metric.key] ?? null,
      otherBaselines: row.baseline,
      departmentId: row.departmentId,
      jobRole: row.jobRole,
      tenureMonths: monthsOf(open.get(row.enrolmentId)?.tenureDays ?? null),
    };
    return { person, outcome, raterId: outcomes[metric.key]?.raterId ?? null };
  });
  const of: ObservedComparison = {
    metric,
    smallestEffect: named?.smallestEffect ?? null,
    labels: [`v${from.number}`, `v${to.number}`],
    departments: Object.fromEntries(names.map(({ id, name }) => [id, name])),
    otherMetrics: (await readMetrics(tx, workspaceId)).filter(
      ({ key, source }) => key !== metric.key && source === 'RECORDED',
    ),
    people: withoutFewAnswers(metric.key, counted, ({ person, raterId }) => ({ group: person.group, raterId })).map(
      ({ person, outcome }) => ({ ...person, outcome }),
    ),
  };
  return { kind: 'OBSERVED', of };
}

interface CountedRow {
  row: AttributedRow;
  versionId: string;
}

/** Each enrolment with the version that its measurement counts for. */
function countedRows(rows: readonly AttributedRow[], versionIds: string[], metricKey: string): CountedRow[] {
  return rows.flatMap((row) => {
    const versionId = countsFor(row, versionIds, metricKey);
    return versionId === undefined ? [] : [{ row, versionId }];
  });
}

/** Whoever ran both versions knew the plan when the second one began: the first time counts. */
function firstOfEach(counted: readonly CountedRow[]): CountedRow[] {
  const first = new Map<string, CountedRow>();
  const order = ({ row: a }: CountedRow, { row: b }: CountedRow) =>
    a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0;
  for (const one of [...counted].sort(order)) if (!first.has(one.row.personId)) first.set(one.row.personId, one);
  return [...first.values()];
}

const monthsOf = (days: number | null): number | null => (days === null ? null : days / DAYS_PER_MONTH);
