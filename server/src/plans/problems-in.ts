import { type RequestContext, signedIn } from '../access/graphql/context.js';
import { type ProblemType, problemFrom } from './plan.type.js';
import { checkDocument } from './problems-of.js';
import { workspaceEnvironment } from './workspace-environment.js';

/** Problems of a document as it would be published now, in the reader's language. */
export async function problemsIn(context: RequestContext, document: unknown): Promise<ProblemType[]> {
  const { viewer, database, now, language } = signedIn(context);
  const environment = await database.read(viewer.scope, (tx) => workspaceEnvironment(tx, viewer.workspace.id, now));
  return checkDocument(document, environment).problems.map((problem) => problemFrom(problem, language));
}
