import type { PlanDefinition } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import { columns, listOf, statement, type Tx, type WritingTx } from '../database/index.js';
import { PlanDraftEntity, PlanEntity, PlanVersionEntity } from './entities.js';

export interface PlanRecord {
  id: string;
  key: string;
  title: LocalizedText;
}

export interface DraftRecord {
  planId: string;
  revision: number;
  /** As it was saved: an unfinished draft may be no valid definition. */
  definition: unknown;
  layout: unknown;
  basedOn: number | null;
  updatedAt: Instant;
  updatedBy: string | null;
}

export type VersionStatus = 'PUBLISHED' | 'RETIRED';

export interface VersionRecord {
  id: string;
  planId: string;
  number: number;
  status: VersionStatus;
  contentHash: string;
  changeNote: string | null;
  publishedAt: Instant;
  publishedBy: string | null;
}

/** A version without its definition, which is large, never changes and comes from the cache. */
const DRAFT_COLUMNS = `plan_id as "planId", revision, definition, layout, based_on as "basedOn",
  updated_at as "updatedAt", updated_by as "updatedBy"`;

const PLAN = columns(PlanEntity, 'id', 'key', 'title');

const FIND_PLAN = statement(PLAN, 'select id, key, title from plan where key = $1');

export function findPlan(tx: Tx, key: string): Promise<PlanRecord | undefined> {
  return tx.row(FIND_PLAN, [key]);
}

const FIND_PLANS = statement(PLAN, 'select id, key, title from plan where id = any($1::uuid[])');

export function findPlans(tx: Tx, ids: readonly string[]): Promise<PlanRecord[]> {
  return tx.rows(FIND_PLANS, [ids]);
}

const LIST_PLANS = statement(PLAN, 'select id, key, title from plan where key > $1 order by key limit $2');

/** A page of plans by key; one more than asked, so that the caller knows whether there is a next page. */
export function listPlans(tx: Tx, first: number, afterKey: string | undefined): Promise<PlanRecord[]> {
  return tx.rows(LIST_PLANS, [afterKey ?? '', first + 1]);
}

const LOCK_PLAN = statement({ id: 'uuid' }, 'select id from plan where id = $1::uuid for no key update');

/**
 * From here on nobody else changes drafts or versions of this plan until the transaction ends. Rows that only name the plan
 * (a cohort, a migration) may still be made: a `for update` would let a migration of people and a publishing one, which
 * lock people and plan in opposite order, wait for each other.
 */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await tx.rows(LOCK_PLAN, [planId]);
}

const FIND_DRAFTS = statement(
  columns(PlanDraftEntity, 'planId', 'revision', 'definition', 'layout', 'basedOn', 'updatedAt', 'updatedBy'),
  `select ${DRAFT_COLUMNS} from plan_draft where plan_id = any($1::uuid[])`,
);

export function findDrafts(tx: Tx, planIds: readonly string[]): Promise<DraftRecord[]> {
  return tx.rows(FIND_DRAFTS, [planIds]);
}

export async function findDraft(tx: Tx, planId: string): Promise<DraftRecord | undefined> {
  return (await findDrafts(tx, [planId]))[0];
}

const VERSION = columns(
  PlanVersionEntity,
  'id',
  'planId',
  'number',
  'status',
  'contentHash',
  'changeNote',
  'publishedAt',
  'publishedBy',
);
const VERSION_COLUMNS = listOf(VERSION, 'v');

const FIND_VERSIONS_OF_PLANS = statement(
  VERSION,
  `select ${VERSION_COLUMNS} from plan_version v where v.plan_id = any($1::uuid[]) order by v.plan_id, v.number desc`,
);

/** Newest first within each plan. */
export function findVersionsOfPlans(tx: Tx, planIds: readonly string[]): Promise<VersionRecord[]> {
  return tx.rows(FIND_VERSIONS_OF_PLANS, [planIds]);
}

const FIND_VERSIONS = statement(VERSION, `select ${VERSION_COLUMNS} from plan_version v where v.id = any($1::uuid[])`);

export function findVersions(tx: Tx, ids: readonly string[]): Promise<VersionRecord[]> {
  return tx.rows(FIND_VERSIONS, [ids]);
}

export interface NewPlan {
  workspaceId: string;
  key: string;
  title: LocalizedText;
  definition: unknown;
  /** null = nobody of the workspace: an import. */
  by: string | null;
  now: Instant;
}

const INSERT_PLAN = statement(
  { id: 'uuid' },
  `with made as (
       insert into plan (workspace_id, key, title, created_at) values ($1::uuid, $2, $3::jsonb, $4::timestamptz)
       on conflict (workspace_id, key) do nothing returning id
     ), drafted as (
       insert into plan_draft (workspace_id, plan_id, revision, definition, updated_at, updated_by)
       select $1::uuid, id, 1, $5::jsonb, $4::timestamptz, $6::uuid from made
     )
     select id from made`,
);

/** A plan with its first draft. Answers nothing when the key is taken. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<{ id: string } | undefined> {
  return tx.row(INSERT_PLAN, [
    plan.workspaceId,
    plan.key,
    JSON.stringify(plan.title),
    plan.now,
    JSON.stringify(plan.definition),
    plan.by,
  ]);
}

export interface DraftChange {
  planId: string;
  definition: unknown;
  /** undefined keeps the layout that is there. */
  layout: unknown;
  title: LocalizedText | undefined;
  by: string | null;
  now: Instant;
}

const UPDATE_DRAFT = statement(
  {},
  `with titled as (
       update plan set title = $6::jsonb where id = $1::uuid and $6::jsonb is not null and title <> $6::jsonb
     )
     update plan_draft set revision = revision + 1, definition = $2::jsonb, layout = coalesce($3::jsonb, layout),
       updated_at = $4::timestamptz, updated_by = $5::uuid where plan_id = $1::uuid`,
);

/** Replaces the draft of a locked plan; its revision counts on. The plan is listed under the title of its draft. */
export async function updateDraft(tx: Tx, change: DraftChange): Promise<void> {
  await tx.rows(UPDATE_DRAFT, [
    change.planId,
    JSON.stringify(change.definition),
    change.layout === undefined ? null : JSON.stringify(change.layout),
    change.now,
    change.by,
    change.title ? JSON.stringify(change.title) : null,
  ]);
}

const RESTORE_DRAFT = statement(
  {},
  `with version as (select plan_id, number, definition, layout from plan_version where id = $1::uuid),
     titled as (
       update plan p set title = v.definition -> 'title' from version v where p.id = v.plan_id
     )
     update plan_draft d set revision = d.revision + 1, definition = v.definition, layout = coalesce(v.layout, d.layout),
       based_on = v.number, updated_at = $2::timestamptz, updated_by = $3::uuid
     from version v where d.plan_id = v.plan_id`,
);

/** Makes the draft of a locked plan what one of its versions is; its revision counts on. */
export async function restoreDraft(
  tx: Tx,
  { versionId, by, now }: { versionId: string; by: string; now: Instant },
): Promise<void> {
  await tx.rows(RESTORE_DRAFT, [versionId, now, by]);
}

export interface NewVersion {
  workspaceId: string;
  planId: string;
  number: number;
  contentHash: string;
  definition: PlanDefinition;
  layout: unknown;
  changeNote: string | undefined;
  by: string | null;
  now: Instant;
}

const INSERT_VERSION = statement(
  { id: 'uuid' },
  `with based as (update plan_draft set based_on = $3::int where plan_id = $2::uuid)
     insert into plan_version (workspace_id, plan_id, number, content_hash, definition, layout, change_note, published_at,
       published_by)
     values ($1::uuid, $2::uuid, $3::int, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz, $9::uuid) returning id`,
);

/** The next version; the draft stays and is based on it from now on. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<string> {
  const row = await tx.row(INSERT_VERSION, [
    version.workspaceId,
    version.planId,
    version.number,
    version.contentHash,
    JSON.stringify(version.definition),
    version.layout === null || version.layout === undefined ? null : JSON.stringify(version.layout),
    version.changeNote ?? null,
    version.now,
    version.by,
  ]);
  if (!row) throw new Error('a version was inserted but not answered');
  return row.id;
}

export async function retireVersion(tx: WritingTx, versionId: string): Promise<void> {
  await tx.em.nativeUpdate(PlanVersionEntity, { id: versionId }, { status: 'RETIRED' });
}
