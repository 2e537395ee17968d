import type { PlanDefinition } from '@planwright/schema/definition';
import DataLoader from 'dataloader';
import { loaderOf, loaderWith, many, once, one, type RequestContext, signedIn } from '../access/graphql/index.js';
import { type Pin, readPins } from '../plugins/index.js';
import type { DefinitionCache } from './definition-cache.js';
import {
  type DraftRecord,
  findDrafts,
  findPlans,
  findVersions,
  findVersionsOfPlans,
  type PlanRecord,
  type VersionRecord,
} from './plan-records.js';
import { workspaceEnvironment } from './workspace-environment.js';

const plans = one(findPlans, (row: PlanRecord) => row.id);
const drafts = one(findDrafts, (row: DraftRecord) => row.planId);
const versionsOfPlans = many(findVersionsOfPlans, (row: VersionRecord) => row.planId);
const versions = one(findVersions, (row: VersionRecord) => row.id);
const pins = many(readPins, (row: Pin) => row.planVersionId);

/** A plan that the viewer may see. */
export const planOf = (context: RequestContext, planId: string) => loaderOf(context, plans).load(planId);
export const draftOf = (context: RequestContext, planId: string) => loaderOf(context, drafts).load(planId);
/** Versions that the viewer may see, newest first. */
export const versionsOf = (context: RequestContext, planId: string) => loaderOf(context, versionsOfPlans).load(planId);
export const versionOf = (context: RequestContext, versionId: string) => loaderOf(context, versions).load(versionId);
/** The release of each plugin that a version runs with. */
export const pinsOf = (context: RequestContext, versionId: string) => loaderOf(context, pins).load(versionId);

/** Definitions of versions that the viewer may see; from memory where they are there. */
export const definitionsIn = loaderWith((cache: DefinitionCache, context) => {
  const { viewer, database } = signedIn(context);
  return new DataLoader<string, PlanDefinition | undefined>(async (ids) => {
    const known = ids.map((id) => cache.peek(id));
    if (!known.includes(undefined)) return known;
    const loaded = await database.read(viewer.scope, (tx) => cache.load(tx, ids));
    return ids.map((id) => loaded[id]);
  });
});

/** What the engine may know of the viewer's workspace, read once a request. */
export const environmentOf = once(async (context) => {
  const { viewer, database, now } = signedIn(context);
  return database.read(viewer.scope, (tx) => workspaceEnvironment(tx, viewer.workspace.id, now));
});
