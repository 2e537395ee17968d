import DataLoader from 'dataloader';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/context.js';
import {
  type DraftRecord,
  findDrafts,
  findPlans,
  findVersions,
  findVersionsOfPlans,
  type PlanRecord,
  type VersionRecord,
} from './plan-records.js';

const plans = (context: RequestContext) =>
  new DataLoader<string, PlanRecord | undefined>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findPlans(tx, ids));
    return ids.map((id) => rows.find((row) => row.id === id));
  });

const drafts = (context: RequestContext) =>
  new DataLoader<string, DraftRecord | undefined>(async (planIds) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findDrafts(tx, planIds));
    return planIds.map((id) => rows.find((row) => row.planId === id));
  });

const versionsOfPlans = (context: RequestContext) =>
  new DataLoader<string, VersionRecord[]>(async (planIds) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findVersionsOfPlans(tx, planIds));
    return planIds.map((id) => rows.filter((row) => row.planId === id));
  });

const versions = (context: RequestContext) =>
  new DataLoader<string, VersionRecord | undefined>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findVersions(tx, ids));
    return ids.map((id) => rows.find((row) => row.id === id));
  });

/** A plan that the viewer may see. */
export const planOf = (context: RequestContext, planId: string) => loaderOf(context, plans).load(planId);
export const draftOf = (context: RequestContext, planId: string) => loaderOf(context, drafts).load(planId);
/** Versions that the viewer may see, newest first. */
export const versionsOf = (context: RequestContext, planId: string) => loaderOf(context, versionsOfPlans).load(planId);
export const versionOf = (context: RequestContext, versionId: string) => loaderOf(context, versions).load(versionId);
