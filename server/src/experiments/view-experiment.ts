import { plainDateIn } from '@planwright/schema';
import DataLoader from 'dataloader';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/context.js';
import { findMetric } from '../outcomes/read-metrics.js';
import { checkIntegrity } from './analysis/check-integrity.js';
import type { ExperimentAnalysis, ExperimentData, IntegrityFinding } from './analysis/experiment-data.js';
import type { ExperimentDeps } from './experiment-deps.js';
import type { ExperimentRecord } from './experiment-records.js';
import { readExperimentData } from './read-experiment-data.js';

export interface ExperimentView {
  /** The day has come: values may be shown. */
  open: boolean;
  data: ExperimentData;
  /** Absent until the day. */
  analysis: ExperimentAnalysis | null;
  integrity: IntegrityFinding[];
}

/** What can be checked of a drawing before anybody has started. */
const BEFORE_START: ReadonlySet<IntegrityFinding['key']> = new Set(['ratio', 'balance', 'contamination']);

/** Read and reckoned once a request, however many fields ask. */
const views = (context: RequestContext) =>
  new DataLoader<string, ExperimentView>(async (keys) => {
    const asked = pending.get(context);
    return Promise.all(
      keys.map((id) => {
        const known = asked?.get(id);
        if (!known) throw new Error('an experiment is viewed that was not named');
        return view(context, known.deps, known.record);
      }),
    );
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
  const today = plainDateIn(now, viewer.workspace.timeZone);
  const open = experiment.status !== 'DESIGNED' && today >= experiment.analysisOn;
  const data = await database.look(async (tx) => {
    const workspaceId = viewer.workspace.id;
    const metric = await findMetric(tx, workspaceId, experiment.metricKey);
    if (!metric) throw new Error('the metric of an experiment is gone');
    return readExperimentData(tx, definitions, { workspaceId, experiment, metric, until: today });
  });
  const analysis = open ? (experiment.analysis ?? analyses.analyse(data)) : null;
  const checks = analysis?.integrity ?? checkIntegrity(data);
  const integrity = checks.filter(({ key }) => experiment.status !== 'DESIGNED' || BEFORE_START.has(key));
  return { open, data, analysis, integrity };
}
