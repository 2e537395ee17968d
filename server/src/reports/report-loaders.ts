import DataLoader from 'dataloader';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/index.js';
import type { FindingRecord, ReportRecord } from './report-record.js';
import { findFindingsOf, findReports } from './report-records.js';

/** Figures about single mentors are for HR, who talks to them; an administrator runs the system and sees none. */
export const seesMentors = (context: RequestContext): boolean => signedIn(context).viewer.roles.has('HR');

const reports = (context: RequestContext) =>
  new DataLoader<string, ReportRecord | undefined>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findReports(tx, ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  });

const findings = (context: RequestContext) =>
  new DataLoader<string, FindingRecord[]>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const rows = await database.read(viewer.scope, (tx) => findFindingsOf(tx, ids, seesMentors(context)));
    return ids.map((id) => rows.filter(({ reportId }) => reportId === id));
  });

/** What the viewer may see; undefined or empty = hidden or not there. */
export const reportOf = (context: RequestContext, id: string) => loaderOf(context, reports).load(id);
export const findingsOf = (context: RequestContext, reportId: string) => loaderOf(context, findings).load(reportId);
