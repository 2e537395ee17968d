import type { Problem } from '@planwright/schema';
import { type RequestContext, type SignedInContext, signedIn } from '../access/graphql/context.js';
import { type ProblemType, problemFrom } from './plan.type.js';
import type { PlanDeps } from './plan-deps.js';
import { checkDocument, errorsAmong } from './problems-of.js';
import { workspaceEnvironment } from './workspace-environment.js';

type Needed = Pick<PlanDeps, 'plugins' | 'storms'>;

/** Problems of a document as it would be published now, in the reader's language. */
export async function problemsIn(context: RequestContext, deps: Needed, document: unknown): Promise<ProblemType[]> {
  const { viewer, database, now, language } = signedIn(context);
  const [environment, catalogue] = await Promise.all([
    database.read(viewer.scope, (tx) => workspaceEnvironment(tx, viewer.workspace.id, now)),
    database.look((tx) => deps.plugins.registry.catalogue(tx, viewer.workspace.id)),
  ]);
  const { definition, problems } = checkDocument(document, environment, catalogue);
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
