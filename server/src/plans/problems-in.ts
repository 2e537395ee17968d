import type { Problem } from '@planwright/schema/definition';
import type { PluginCatalogue } from '@planwright/schema/rules';
import DataLoader from 'dataloader';
import { loaderOf, loaderWith, type RequestContext, type SignedInContext, signedIn } from '../access/graphql/index.js';
import { type ProblemType, problemFrom } from './plan.type.js';
import type { PlanDeps } from './plan-deps.js';
import { environmentOf } from './plan-loaders.js';
import { checkDocument, errorsAmong } from './problems-of.js';
import { workspaceEnvironment } from './workspace-environment.js';

type Needed = Pick<PlanDeps, 'plugins' | 'storms' | 'metricKeys'>;

const catalogues = loaderWith(({ registry }: PlanDeps['plugins'], { database }) => {
  return new DataLoader<string, PluginCatalogue>((workspaceIds) =>
    Promise.all(workspaceIds.map((id) => database.look((tx) => registry.catalogue(tx, id)))),
  );
});

const metricsOf = loaderWith((metricKeys: PlanDeps['metricKeys'], { database }) => {
  return new DataLoader<string, readonly string[]>((workspaceIds) =>
    Promise.all(workspaceIds.map((id) => database.look((tx) => metricKeys(tx, id)))),
  );
});

/** Problems of a document as it would be published now, in the reader's language. */
export async function problemsIn(context: RequestContext, deps: Needed, document: unknown): Promise<ProblemType[]> {
  const { viewer, language } = signedIn(context);
  const [environment, metrics, catalogue] = await Promise.all([
    environmentOf(context),
    loaderOf(context, metricsOf(deps.metricKeys)).load(viewer.workspace.id),
    loaderOf(context, catalogues(deps.plugins)).load(viewer.workspace.id),
  ]);
  const { definition, problems } = checkDocument(document, environment, catalogue, metrics);
  const isSound = definition !== undefined && errorsAmong(problems).length === 0;
  const storms = isSound ? await deps.storms.of(viewer.workspace.id, definition, environment) : [];
  return [...problems, ...storms].map((problem) => problemFrom(problem, language));
}

/** `reminder-storm` of a document that is to be published. It is a warning: rules are asked outside the transaction. */
export async function stormsIn(context: SignedInContext, deps: Needed, document: unknown): Promise<Problem[]> {
  const { viewer, database, now } = context;
  const environment = await database.read(viewer.scope, (tx) => workspaceEnvironment(tx, viewer.workspace.id, now));
  const { definition, problems } = checkDocument(document, environment);
  if (!definition || errorsAmong(problems).length > 0) return [];
  return deps.storms.of(viewer.workspace.id, definition, environment);
}
