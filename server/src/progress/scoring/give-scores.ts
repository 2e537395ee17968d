import type { PlanDefinition } from '@planwright/schema/definition';
import { evaluate, type NewEvent, scorerName } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { type Clock, type DueWork, workspaceNow } from '../../clock/index.js';
import { columns, type Database, statement, type Tx } from '../../database/index.js';
import { type PluginDeps, type ResolvedUse, resolveUse } from '../../plugins/index.js';
import {
  applyEvents,
  type LoadedEnrolment,
  type LoadedEnrolments,
  loadEnrolments,
  type ProgressDeps,
} from '../apply-events.js';
import { ScorerTaskEntity } from '../entities.js';
import type { EnrolmentChange } from '../progress-listener.js';
import { lastScoredBy, questionOf, type ScoreQuestion } from './score-subject.js';

export interface ScoringBasis {
  database: Database;
  clock: Clock;
  log: Logger;
  plugins: Pick<PluginDeps, 'registry' | 'host'>;
}

interface Task {
  id: string;
  workspaceId: string;
  enrolmentId: string;
  subject: string;
  generation: number;
  attempts: number;
  offset: number;
}

const BATCH = 100;

/** Taken for a minute: a server that dies with it leaves it to the next. */
const CLAIM = statement(
  {
    ...columns(ScorerTaskEntity, 'id', 'workspaceId', 'enrolmentId', 'subject', 'generation', 'attempts'),
    offset: 'double',
  },
  `
update scorer_task t set due_at = now() + interval '1 minute', attempts = t.attempts + 1
from (select s.id, w.clock_offset_ms::float8 as offset from scorer_task s join workspace w on w.id = s.workspace_id
      where s.due_at <= now() order by s.due_at, s.id limit $1 for update of s skip locked) due
where t.id = due.id
returning t.id, t.workspace_id as "workspaceId", t.enrolment_id as "enrolmentId", t.subject, t.generation, t.attempts,
  due.offset`,
);

/** What was wanted again meanwhile stays, and is due at once. */
const DONE = statement(
  {},
  `
with gone as (delete from scorer_task t using jsonb_to_recordset($1::jsonb) as d(id uuid, generation int)
  where t.id = d.id and t.generation = d.generation returning t.id)
update scorer_task t set due_at = now(), attempts = 0 from jsonb_to_recordset($1::jsonb) as d(id uuid, generation int)
where t.id = d.id and t.generation <> d.generation`,
);

const RETRY = statement(
  {},
  `
update scorer_task set due_at = now() + least(600, 2 * power(2, least(attempts, 10))) * interval '1 second', problem = $2
where id = any($1::uuid[])`,
);

type Asked = Task & { question: ScoreQuestion; versionId: string };
type Answered = Asked & { by: string; score: number | null };

const FIND_MIN = statement(
  { ms: 'double?' },
  'select 1000 * extract(epoch from min(due_at) - now())::float8 as ms from scorer_task',
);

/**
 * Asks scorers for the scores that acts have made old, and records what they say. The asking happens outside any
 * transaction; under the lock the question is put together again, and the answer to a different question is not taken.
 */
export function dueScores(basis: ScoringBasis, deps: ProgressDeps): DueWork {
  const { database } = basis;
  return {
    nextDueAt: () =>
      database.look(async (tx) => {
        // The queue's time is the database's, so it gets a number of milliseconds from this server's now.
        const row = await tx.row(FIND_MIN);
        return row?.ms == null ? undefined : workspaceNow(basis.clock, Math.max(0, row.ms));
      }),
    doDue: async () => {
      const tasks = await database.work((tx) => tx.rows(CLAIM, [BATCH]));
      for (const workspaceId of [...new Set(tasks.map((task) => task.workspaceId))].sort()) {
        await scoreWorkspace(
          basis,
          deps,
          workspaceId,
          tasks.filter((task) => task.workspaceId === workspaceId),
        );
      }
      return tasks.length;
    },
  };
}

async function scoreWorkspace(
  basis: ScoringBasis,
  deps: ProgressDeps,
  workspaceId: string,
  tasks: Task[],
): Promise<void> {
  const { database, clock, log } = basis;
  const now = workspaceNow(clock, tasks[0]?.offset ?? 0);
  const { asked, settled } = await database.work((tx) => questionsOf(tx, deps, workspaceId, tasks, now));
  const answered: Answered[] = [];
  for (const group of groups(asked)) {
    const answer = await ask(basis, workspaceId, group);
    if (Array.isArray(answer)) answered.push(...answer);
    else {
      log.warn(
        { use: group[0]?.question.rule.use, problem: answer.problem },
        'a scorer could not answer; it is asked again',
      );
      await database.work((tx) => tx.rows(RETRY, [group.map(({ id }) => id), answer.problem.slice(0, 500)]));
    }
  }
  const changes = await database.work((tx) => record(tx, deps, workspaceId, answered, settled, now));
  if (changes.length > 0) {
    deps.listener.committed(
      [...new Set(changes.map((change) => change.cohortId))],
      changes.map((change) => change.enrolmentId),
    );
  }
}

/** What each task asks as things stand now. A task of which nothing is left to ask is settled. */
async function questionsOf(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  tasks: readonly Task[],
  now: Instant,
): Promise<{ asked: Asked[]; settled: Task[] }> {
  const loaded = await loadEnrolments(tx, deps, workspaceId, [...new Set(tasks.map((task) => task.enrolmentId))], now);
  const asked: Asked[] = [];
  const settled: Task[] = [];
  for (const task of tasks) {
    const current = stateOf(loaded, task.enrolmentId);
    const question = current && questionOf(current.definition, current.evaluation, task.subject, task.enrolmentId);
    if (current && question) asked.push({ ...task, question, versionId: current.evaluation.versionId });
    else settled.push(task);
  }
  return { asked, settled };
}

function stateOf(loaded: LoadedEnrolments, enrolmentId: string) {
  const enrolment = loaded.enrolments.find(({ row }) => row.id === enrolmentId);
  if (!enrolment) return undefined;
  const evaluation = evaluate(loaded.definitions, enrolment.events, loaded.environment);
  const definition: PlanDefinition | undefined = loaded.definitions[evaluation.versionId];
  return definition && { enrolment, evaluation, definition };
}

/** People of one version and subject are asked about together. */
function groups(asked: readonly Asked[]): Asked[][] {
  const byName = new Map<string, Asked[]>();
  for (const one of asked) {
    const name = `${one.versionId} ${one.subject}`;
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  return [...byName.values()];
}

async function ask(
  { database, plugins }: ScoringBasis,
  workspaceId: string,
  group: readonly Asked[],
): Promise<Answered[] | { problem: string }> {
  const [first] = group;
  if (!first) return [];
  const { use, with: settings = {} } = first.question.rule;
  const { versionId } = first;
  const resolved: ResolvedUse | undefined = await database.look((tx) =>
    resolveUse(tx, plugins.registry, { workspaceId, versionId, use }),
  );
  if (resolved?.contribution.kind !== 'SCORER') return { problem: `${use} is not enabled` };
  const { release, contribution } = resolved;
  const called = await plugins.host.score(
    release,
    contribution.key,
    group.map(({ question }) => question.evidence),
    settings,
  );
  if (!called.ok) return { problem: `${called.failure.kind}: ${called.failure.message}` };
  const scores = new Map(called.value.map(({ person, score }) => [person, score]));
  return group.map((one) => ({
    ...one,
    by: scorerName(use, release.version, one.question.hash),
    score: scores.get(one.enrolmentId) ?? null,
  }));
}

const UPDATE_SCORER_TASK = statement({}, 'update scorer_task set due_at = now() where id = any($1::uuid[])');

/** Records answers whose question still stands; the others are asked again. */
async function record(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  answered: readonly Answered[],
  settled: readonly Task[],
  now: Instant,
): Promise<EnrolmentChange[]> {
  const ids = [...new Set(answered.map((one) => one.enrolmentId))];
  const done: Task[] = [...settled];
  const again: Task[] = [];
  let changes: EnrolmentChange[] = [];
  if (ids.length > 0) {
    const loaded = await loadEnrolments(tx, deps, workspaceId, ids, now);
    const acts = new Map<string, { events: NewEvent[] }>();
    for (const one of answered) {
      const current = stateOf(loaded, one.enrolmentId);
      const question = current && questionOf(current.definition, current.evaluation, one.subject, one.enrolmentId);
      if (question && question.hash !== one.question.hash) {
        again.push(one);
        continue;
      }
      done.push(one);
      const event = current && question ? scoreEvent(current.enrolment, one, now) : undefined;
      if (event) acts.set(one.enrolmentId, { events: [...(acts.get(one.enrolmentId)?.events ?? []), event] });
    }
    const scored = loaded.enrolments.filter(({ row }) => acts.has(row.id));
    if (scored.length > 0) changes = (await applyEvents(tx, deps, { ...loaded, enrolments: scored }, acts)).changes;
  }
  // After the acts: what they want of the plan's own score has raised its generation.
  await tx.rows(DONE, [JSON.stringify(done.map(({ id, generation }) => ({ id, generation })))]);
  if (again.length > 0) await tx.rows(UPDATE_SCORER_TASK, [again.map(({ id }) => id)]);
  return changes;
}

/** A score that stands already, given by the same scorer to the same evidence, is not given twice. */
function scoreEvent({ events }: LoadedEnrolment, { subject, by, score }: Answered, now: Instant): NewEvent | undefined {
  if (score === null || lastScoredBy(events, subject) === by) return undefined;
  return { type: 'scored', actor: 'system', occurredAt: now, data: { itemKey: subject, score, by } };
}
