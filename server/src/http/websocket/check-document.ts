import type { GraphQLSchema } from 'graphql';
import { checkDocument } from '../limits/check-document.js';
import type { CheckDocument } from './subscription-request.js';

const KEPT = 500;

/**
 * The checks that hold over HTTP too, with good documents remembered: when a board's page is opened by thousands, they
 * all send the same one. Its cost depends on the variables and is computed for every operation by `admitOperation`.
 */
export function documentChecker(schema: GraphQLSchema): CheckDocument {
  const known = new Map<string, ReturnType<CheckDocument>>();
  return (source, operationName, variables) => {
    const before = known.get(source);
    if (before) return before;
    const checked = checkDocument(schema, Number.POSITIVE_INFINITY, source, operationName, variables);
    const oldest = known.keys().next();
    if (known.size >= KEPT && !oldest.done) known.delete(oldest.value);
    // Wrong documents are forgotten: a client that makes them up must not push good ones out.
    if ('document' in checked) known.set(source, checked);
    return checked;
  };
}
