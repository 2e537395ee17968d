import { plainDateIn } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/index.js';
import { findMetric } from '../outcomes/index.js';
import { checkIntegrity } from './analysis/check-integrity.js';
import type { EstimateLine, ExperimentAnalysis, ExperimentData, IntegrityFinding } from './analysis/experiment-data.js';
import type { ExperimentDeps } from './experiment-deps.js';
import type { ExperimentRecord } from './experiment-records.js';
import { frozenData } from './frozen-results.js';
import { type LaterValue, laterEstimates, readLaterValues } from './later-values.js';
import { readExperimentData } from './read-experiment-data.js';

export interface ExperimentView {
  /** Results were opened: values may be shown. */
  open: boolean;
  /** As they were when the results were opened, and until then as they are. */
  data: ExperimentData;
  /** Absent until somebody opens the results. */
  analysis: ExperimentAnalysis | null;
  integrity: IntegrityFinding[];
  /** What changed since the results were opened, and for each comparison what it would say; null = nothing did. */
  later: { values: LaterValue[]; estimates: EstimateLine[] } | null;
}

/** What can be checked of a drawing before anybody has started. */
const BEFORE_START: ReadonlySet<IntegrityFinding['key']> = new Set(['ratio', 'balance', 'contamination']);

/** Read and computed once a request, however many fields ask. */
const views = (context: RequestContext) =>
  new DataLoader<string, ExperimentView>(async (keys) => {
    const asked = keys.flatMap((id) => pending.get(context)?.get(id) ?? []);
    if (asked.length < keys.length) throw new Error('an experiment is viewed that was not named');
    // One after the other: many experiments never hold more than one connection, and compute one analysis at a time.
    const found: ExperimentView[] = [];
    for (const { deps, record } of asked) found.push(await view(context, deps, record));
    return found;
  });
const pending = new WeakMap<RequestContext, Map<string, { deps: ExperimentDeps; record: ExperimentRecord }>>();

/** The record comes from a read under the viewer's policies: whoever has it may see this. */
export function viewOf(
  context: RequestContext,
  deps: ExperimentDeps,
  record: ExperimentRecord,
): Promise<ExperimentView> {
  const asked = pending.get(context) ?? new Map<string, { deps: ExperimentDeps; record: ExperimentRecord }>();
  pending.set(context, asked.set(record.id, { deps, record }));
  return loaderOf(context, views).load(record.id);
}

async function view(
  context: RequestContext,
  { analyses, progress: { definitions } }: ExperimentDeps,
  experiment: ExperimentRecord,
): Promise<ExperimentView> {
  const { viewer, database, now } = signedIn(context);
  const workspaceId = viewer.workspace.id;
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const { analysis } = experiment;
  const { data, later: changed } = await database.look(async (tx) => {
    const metric = await findMetric(tx, workspaceId, experiment.metricKey);
    if (!metric) throw new Error('the metric of an experiment is gone');
    const frozen = analysis ? await frozenData(tx, experiment) : undefined;
    // The plan's own course goes on after the day and has no date of its own: nothing of it comes late.
    if (frozen && metric.source === 'PROCESS') return { data: frozen, later: null };
    const present = await readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today });
    if (!frozen) return { data: present, later: null };
    return {
      data: frozen,
      later: await readLaterValues(tx, { workspaceId, experiment, frozen, now: present }),
    };
  });
  const later = changed && {
    values: changed.values,
    estimates: laterEstimates(changed, await analyses.analyse(changed.data)),
  };
  const checks = analysis?.integrity ?? checkIntegrity(data);
  const integrity = checks.filter(({ key }) => experiment.status !== 'DESIGNED' || BEFORE_START.has(key));
  return { open: analysis !== null, data, analysis, integrity, later };
}
