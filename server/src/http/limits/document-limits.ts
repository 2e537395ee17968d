import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What a document may hold, before a single resolver runs. Tokens are counted by the parser, bytes by the HTTP server. */
export interface DocumentLimits {
  tokens: number;
  /** Nesting of fields, fragments opened. */
  depth: number;
  /** Aliases in the whole document. */
  aliases: number;
  /** Directives in the whole document. */
  directives: number;
  /** Fields of one operation's root, fragments opened. */
  rootFields: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { tokens: 2000, depth: 10, aliases: 30, directives: 20, rootFields: 10 };

interface Measure {
  depth: number;
  rootFields: number;
}

const SINGULAR: Record<keyof Omit<DocumentLimits, 'tokens'>, string> = {
  depth: 'levels of fields',
  aliases: 'aliases',
  directives: 'directives',
  rootFields: 'fields at the root',
};

/** The limits as one validation rule. It runs beside graphql's own rules, so unknown fragments and cycles must not trip it. */
export function limitDocument(limits: DocumentLimits = DOCUMENT_LIMITS): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const counts = { aliases: 0, directives: 0 };
    const fragments = measureFragments(context.getDocument());
    const check = (kind: keyof typeof SINGULAR, found: number) => {
      if (found > limits[kind]) {
        context.reportError(
          new GraphQLError(`A document may have ${limits[kind]} ${SINGULAR[kind]}; this one has more.`, {
            extensions: { code: 'QUERY_TOO_COSTLY' },
          }),
        );
      }
    };
    return {
      Field: (field) => {
        if (field.alias) counts.aliases += 1;
      },
      Directive: () => {
        counts.directives += 1;
      },
      OperationDefinition: (operation) => {
        const { depth, rootFields } = measure(operation.selectionSet, fragments);
        check('depth', depth);
        check('rootFields', rootFields);
      },
      Document: {
        leave: () => {
          check('aliases', counts.aliases);
          check('directives', counts.directives);
        },
      },
    };
  };
}

/** Measures every fragment once, however often and deeply it is spread. */
function measureFragments(document: DocumentNode): (name: string) => Measure {
  const definitions = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) definitions.set(definition.name.value, definition);
  }
  const known = new Map<string, Measure>();
  const open = new Set<string>();
  const measured = (name: string): Measure => {
    const definition = definitions.get(name);
    // A cycle or an unknown name is an error of its own.
    if (!definition || open.has(name)) return { depth: 0, rootFields: 0 };
    const before = known.get(name);
    if (before) return before;
    open.add(name);
    const result = measure(definition.selectionSet, measured);
    open.delete(name);
    known.set(name, result);
    return result;
  };
  return measured;
}

function measure(selections: SelectionSetNode, fragment: (name: string) => Measure): Measure {
  let depth = 0;
  let rootFields = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      rootFields += 1;
      // What the schema says of itself is deep by nature, and graphql bounds it by a rule of its own.
      const introspects = selection.name.value.startsWith('__');
      const below = selection.selectionSet && !introspects ? measure(selection.selectionSet, fragment).depth : 0;
      depth = Math.max(depth, 1 + below);
    } else {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragment(selection.name.value)
          : measure(selection.selectionSet, fragment);
      depth = Math.max(depth, inner.depth);
      rootFields += inner.rootFields;
    }
  }
  return { depth, rootFields };
}
