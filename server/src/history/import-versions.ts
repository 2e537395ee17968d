import { inspectPlan } from '@planwright/schema/check';
import { contentHash, type PlanDefinition, parsePlan } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import { earlierOf, type Instant, instantAt } from '@planwright/schema/time';
import { recordAudit } from '../access/index.js';
import { statement, type WritingTx } from '../database/index.js';
import {
  errorsAmong,
  findDraft,
  findVersionsOfPlans,
  insertPlan,
  insertVersion,
  lockPlan,
  retireVersion,
  updateDraft,
} from '../plans/index.js';
import { type PluginRegistry, pinUses } from '../plugins/index.js';
import { say, sayIn } from './generated/messages.js';
import type { CohortLine } from './history-rows.js';
import type { NotTaken } from './not-taken.js';
import type { History } from './read-history.js';

/** A definition of the folder as the version that it is here. */
export interface KnownVersion {
  versionId: string;
  planId: string;
  definition: PlanDefinition;
}

export interface ImportedVersions {
  byName: Map<string, KnownVersion>;
  added: number;
  notTaken: NotTaken[];
}

/** For which workspace, and with what plans are checked. */
export interface VersionBasis {
  workspaceId: string;
  zone: string;
  environment: Environment;
  registry: PluginRegistry;
}

/**
 * Publishes the definitions that cohorts name, in the order of their first cohorts and as of its start. One that is there
 * already, known by its content, is used as it is. Where a plan was running before, what history adds to it is retired at
 * once: nobody new is to be enrolled with it. As worker.
 */
export async function importVersions(
  tx: WritingTx,
  { workspaceId, zone, environment, registry }: VersionBasis,
  history: Pick<History, 'plans' | 'cohorts' | 'files'>,
): Promise<ImportedVersions> {
  const imported: ImportedVersions = { byName: new Map(), added: 0, notTaken: [] };
  const catalogue = await registry.catalogue(tx, workspaceId);
  for (const [name, cohort] of firstCohorts(history.cohorts)) {
    const file = history.plans.get(name);
    if (!file) {
      imported.notTaken.push({
        file: history.files.cohorts,
        line: cohort.line,
        code: 'UNKNOWN_PLAN',
        text: say('unknownPlan', { name }),
      });
      continue;
    }
    const { definition, problems } = file.definition
      ? inspectPlan(file.definition, {
          year: Number(cohort.startsOn.slice(0, 4)),
          calendars: environment.calendars,
          plugins: catalogue,
        })
      : file;
    const [error] = errorsAmong(problems);
    if (!definition || error) {
      const sentence = error?.message.en ?? '';
      imported.notTaken.push({
        file: file.file,
        line: 0,
        code: 'PLAN_HAS_PROBLEMS',
        text: {
          en: say('planProblem', { sentence }).en,
          'zh-CN': sayIn('zh-CN', 'planProblem', { sentence: error?.message['zh-CN'] ?? sentence }),
        },
      });
      continue;
    }
    const publishedAt = earlierOf(instantAt(cohort.startsOn, '00:00', zone), environment.now);
    const { version, isNew } = await publish(tx, {
      workspaceId,
      registry,
      definition,
      publishedAt,
      now: environment.now,
    });
    imported.byName.set(name, version);
    if (isNew) imported.added += 1;
  }
  return imported;
}

/** Each plan file with its earliest cohort, earliest first. */
function firstCohorts(cohorts: readonly CohortLine[]): [string, CohortLine][] {
  const first = new Map<string, CohortLine>();
  for (const cohort of cohorts) {
    const before = first.get(cohort.plan);
    if (!before || cohort.startsOn < before.startsOn) first.set(cohort.plan, cohort);
  }
  return [...first].sort(([a, one], [b, other]) => compare(one.startsOn, other.startsOn) || compare(a, b));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Publishing {
  workspaceId: string;
  registry: PluginRegistry;
  definition: PlanDefinition;
  publishedAt: Instant;
  now: Instant;
}

const PUBLISH = statement({ id: 'uuid' }, 'select id from plan where workspace_id = $1::uuid and key = $2');

async function publish(
  tx: WritingTx,
  { workspaceId, registry, definition, publishedAt, now }: Publishing,
): Promise<{ version: KnownVersion; isNew: boolean }> {
  const by = null;
  const hash = contentHash(definition);
  const found = await tx.row(PUBLISH, [workspaceId, definition.key]);
  const { key, title } = definition;
  const plan = found ?? (await insertPlan(tx, { workspaceId, key, title, definition, by, now: publishedAt }));
  if (!plan) throw new Error(`plan ${key} was neither found nor inserted`);
  await lockPlan(tx, plan.id);
  const versions = await findVersionsOfPlans(tx, [plan.id]);
  const same = versions.find((version) => version.contentHash === hash);
  if (same) return { version: { versionId: same.id, planId: plan.id, definition }, isNew: false };

  const newest = versions[0];
  const versionId = await insertVersion(tx, {
    workspaceId,
    planId: plan.id,
    number: (newest?.number ?? 0) + 1,
    contentHash: hash,
    definition,
    layout: null,
    changeNote: undefined,
    by,
    now: publishedAt,
  });
  await pinUses(tx, registry, { workspaceId, planVersionId: versionId, definition, by, at: publishedAt });
  // Only what somebody published here is what new people are enrolled with.
  if (versions.some(({ status, publishedBy }) => status === 'PUBLISHED' && publishedBy !== null))
    await retireVersion(tx, versionId);
  else await followWithDraft(tx, plan.id, newest?.contentHash, definition, publishedAt);
  await recordAudit(tx, {
    workspaceId,
    at: now,
    action: 'importHistory',
    subject: `PlanVersion:${versionId}`,
    outcome: 'OK',
    detail: { key },
  });
  return { version: { versionId, planId: plan.id, definition }, isNew: true };
}

/** A draft that nobody has worked on goes along with the versions. */
async function followWithDraft(
  tx: WritingTx,
  planId: string,
  before: string | undefined,
  definition: PlanDefinition,
  now: Instant,
): Promise<void> {
  const draft = await findDraft(tx, planId);
  const { definition: drafted } = draft ? parsePlan(draft.definition) : {};
  if (!drafted || before === undefined || contentHash(drafted) !== before) return;
  await updateDraft(tx, { planId, definition, layout: undefined, title: definition.title, by: null, now });
}
