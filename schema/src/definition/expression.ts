import { type CelFunc, CelScalar, celEnv, celFunc, isCelError, mapType, parse, plan } from '@bufbuild/cel';
import { type LocalizedText } from '../text/index.js';
import { type Text } from '../words/index.js';
import { ExpressionBudget } from './expression-budget.js';
import { expressionFault } from './expression-fault.js';
import type { Facts } from './facts.js';
import { say } from './generated/messages.js';

/** Yes, no, or not to be said: a fact that the expression asks for is not known, or is of another kind than it thinks. */
export type Answer = boolean | 'unknown';

export interface CompiledExpression {
  /** Never throws. `&&` and `||` decide from the known side alone where it settles the answer, as CEL does. */
  evaluate(facts: Facts): Answer;
  /** Whether it asks for a fact at all; without one it is the same for everybody. */
  asksPerson: boolean;
}

export interface ExpressionProblem {
  /** The English sentence, for logs and for callers with one language. */
  problem: string;
  message: LocalizedText;
}

export const MAX_EXPRESSION_CHARACTERS = 1000;
const MOST_CACHED = 500;

const budget = new ExpressionBudget();
const environment = celEnv({
  variables: { person: mapType(CelScalar.STRING, CelScalar.DYN) },
  funcs: [...mixedArithmetic(), ...budget.functions()],
});

/** Compiling is pure, so what one workspace compiled serves all. The oldest goes first when it is full. */
const compiled = new Map<string, CompiledExpression | ExpressionProblem>();

/** Compiles a CEL expression over the variable `person`. Limits: 1000 characters, 200 nodes, depth 12, one list function deep; what costs too much to answer is unknown. */
export function compileExpression(source: string): CompiledExpression | ExpressionProblem {
  if (source.length > MAX_EXPRESSION_CHARACTERS) {
    return fault(say('expression.tooLong'));
  }
  const known = compiled.get(source);
  if (known) return known;
  const result = compileUncached(source);
  if (compiled.size >= MOST_CACHED) {
    const oldest = compiled.keys().next().value;
    if (oldest !== undefined) compiled.delete(oldest);
  }
  compiled.set(source, result);
  return result;
}

function compileUncached(source: string): CompiledExpression | ExpressionProblem {
  try {
    const parsed = parse(source);
    const found = expressionFault(parsed.expr, (expression) => {
      budget.begin();
      return isCelError(plan(environment, expression)({ person: new Map() }));
    });
    if (found.fault) return fault(found.fault);
    const program = plan(environment, parsed);
    return {
      asksPerson: found.asksPerson,
      evaluate(facts) {
        try {
          budget.begin();
          const answer = program({ person: celFacts(facts) });
          return typeof answer === 'boolean' ? answer : 'unknown';
        } catch {
          return 'unknown';
        }
      },
    };
  } catch (error) {
    const column = error instanceof Error ? /:(\d+):(\d+):/.exec(error.message)?.[2] : undefined;
    return column
      ? fault(say('expression.expressionCannotRead', { column }))
      : fault(say('expression.expressionCannotReadCheck'));
  }
}

function fault(text: Text): ExpressionProblem {
  const message = say('expression.sentence', { fault: text });
  return { problem: message.en, message };
}

/** Whole numbers become CEL ints, so that `person.teamSize % 2` works; others stay doubles. What is no number is unknown. */
function celFacts(facts: Facts): Map<string, string | number | bigint | boolean | null> {
  const entries = Object.entries(facts).flatMap(
    ([name, value]): [string, string | number | bigint | boolean | null][] => {
      if (typeof value !== 'number') return [[name, value]];
      if (!Number.isFinite(value)) return [];
      return [[name, Number.isInteger(value) ? BigInt(value) : value]];
    },
  );
  return new Map(entries);
}

/** CEL keeps ints and doubles apart; `person.teamSize * 1.5` should not be a riddle to an HR designer. */
function mixedArithmetic(): CelFunc[] {
  const { INT, DOUBLE } = CelScalar;
  const operators: [string, (a: number, b: number) => number][] = [
    ['_+_', (a, b) => a + b],
    ['_-_', (a, b) => a - b],
    ['_*_', (a, b) => a * b],
    ['_/_', (a, b) => a / b],
  ];
  return operators.flatMap(([name, apply]) => [
    celFunc(name, [INT, DOUBLE], DOUBLE, (a, b) => apply(Number(a), b)),
    celFunc(name, [DOUBLE, INT], DOUBLE, (a, b) => apply(a, Number(b))),
  ]);
}
