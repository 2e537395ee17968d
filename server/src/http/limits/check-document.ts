import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { DOCUMENT_LIMITS, limitDocument } from './document-limits.js';
import { operationCost } from './operation-cost.js';

const rules = [...specifiedRules, limitDocument()];

export type CheckedDocument = { document: DocumentNode } | { errors: readonly GraphQLError[] };

/** The checks that Apollo makes of requests over HTTP, for requests that come another way: tokens, validity, limits, budget. */
export function checkDocument(
  schema: GraphQLSchema,
  budget: number,
  source: string,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): CheckedDocument {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: DOCUMENT_LIMITS.tokens });
  } catch (error) {
    const tooMany = error instanceof GraphQLError && error.message.includes('Document contains more than');
    return refused(
      tooMany ? 'QUERY_TOO_COSTLY' : 'BAD_USER_INPUT',
      error instanceof Error ? error.message : 'Not a document.',
    );
  }
  const errors = validate(schema, document, rules, { maxErrors: 10 });
  if (errors.length > 0) return { errors };
  const operation = getOperationAST(document, operationName);
  if (!operation) return refused('BAD_USER_INPUT', 'The document has no operation of that name.');
  const cost = operationCost(schema, document, operation, variables);
  if (cost > budget) return refused('QUERY_TOO_COSTLY', `This operation costs ${cost}; ${budget} is the most.`);
  return { document };
}

function refused(code: string, message: string): CheckedDocument {
  return { errors: [new GraphQLError(message, { extensions: { code } })] };
}
