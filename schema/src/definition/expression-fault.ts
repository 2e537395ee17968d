import type { parse } from '@bufbuild/cel';
import { type Text } from '../words/index.js';
import { say } from './generated/messages.js';

type Expression = ReturnType<typeof parse>['expr'];

const MOST_NODES = 200;
const MOST_DEPTH = 12;

/** What may be called: CEL's own functions. Conversions of time and bytes have no fact to work on and are left out. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  '_&&_',
  '_||_',
  '!_',
  '_?_:_',
  '_==_',
  '_!=_',
  '_<_',
  '_<=_',
  '_>_',
  '_>=_',
  '_+_',
  '_-_',
  '_*_',
  '_/_',
  '_%_',
  '-_',
  '@in',
  '_in_',
  '_[_]',
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'type',
  'dyn',
  '@not_strictly_false',
]);
const ANSWERS: ReadonlySet<string> = new Set([
  '!_',
  '_==_',
  '_!=_',
  '_<_',
  '_<=_',
  '_>_',
  '_>=_',
  '@in',
  '_in_',
  'contains',
  'startsWith',
  'endsWith',
  'matches',
  'bool',
  '@not_strictly_false',
]);

/**
 * What keeps an expression from being used: too big, too deep, unknown names, no yes-or-no answer, or a part without
 * any fact that fails (`failsAlone` runs such a part). CEL in JavaScript has neither a type check nor a cost limit.
 */
export function expressionFault(
  expression: Expression,
  failsAlone: (part: Expression) => boolean,
): { fault?: Text; asksPerson: boolean } {
  const walk = new Walk();
  walk.visit(expression, 1, 0, new Set());
  const fault =
    walk.fault ??
    (answers(expression) ? undefined : NO_ANSWER) ??
    (constantParts(expression).some(failsAlone) ? FAILS : undefined);
  return fault ? { fault, asksPerson: walk.asksPerson } : { asksPerson: walk.asksPerson };
}

const NO_ANSWER: Text = say('expressionFault.noAnswer');
const FAILS: Text = say('expressionFault.fails');

class Walk {
  fault: Text | undefined;
  asksPerson = false;
  private nodes = 0;

  visit(expression: Expression | undefined, depth: number, loops: number, variables: ReadonlySet<string>): void {
    if (!expression || this.fault) return;
    this.nodes += 1;
    if (this.nodes > MOST_NODES) this.fail(say('expressionFault.expressionTooBig'));
    // Macros such as exists() unfold to a few levels of their own; their writer must not pay for them.
    if (depth > MOST_DEPTH + 4 * loops) this.fail(say('expressionFault.expressionNestedToo'));
    const kind = expression.exprKind;
    switch (kind.case) {
      case 'identExpr':
        this.name(kind.value.name, variables);
        return;
      case 'selectExpr':
        this.visit(kind.value.operand, depth + 1, loops, variables);
        return;
      case 'callExpr':
        if (!FUNCTIONS.has(kind.value.function)) {
          this.fail(say('expressionFault.expressionCallsWhich', { function: kind.value.function }));
        }
        for (const part of [kind.value.target, ...kind.value.args]) this.visit(part, depth + 1, loops, variables);
        return;
      case 'comprehensionExpr': {
        if (loops >= 1) this.fail(say('expressionFault.listFunctionWithin'));
        const { iterRange, accuInit, loopCondition, loopStep, result, iterVar, iterVar2, accuVar } = kind.value;
        const inner = new Set([...variables, iterVar, iterVar2, accuVar]);
        this.visit(iterRange, depth + 1, loops, variables);
        for (const part of [accuInit, loopCondition, loopStep, result]) this.visit(part, depth + 1, loops + 1, inner);
        return;
      }
      default:
        for (const part of partsOf(expression)) this.visit(part, depth + 1, loops, variables);
    }
  }

  private name(name: string, variables: ReadonlySet<string>): void {
    if (name === 'person') this.asksPerson = true;
    else if (!variables.has(name)) {
      this.fail(say('expressionFault.expressionNamesWhich', { name }));
    }
  }

  private fail(fault: Text): void {
    this.fault ??= fault;
  }
}

function answers(expression: Expression | undefined): boolean {
  const kind = expression?.exprKind;
  switch (kind?.case) {
    case 'selectExpr':
      return true;
    case 'constExpr':
      return kind.value.constantKind.case === 'boolValue';
    case 'callExpr': {
      const { function: name, args } = kind.value;
      if (name === '_&&_' || name === '_||_') return args.every(answers);
      if (name === '_?_:_') return args.slice(1).every(answers);
      // person["isLead"] and dyn(x) may be anything.
      return ANSWERS.has(name) || name === '_[_]' || name === 'dyn';
    }
    case 'comprehensionExpr':
      // all, exists and exists_one start from a yes or no (or a count that they compare); map and filter from a list.
      return kind.value.accuInit?.exprKind.case === 'constExpr';
    default:
      return false;
  }
}

/** The largest parts that ask nothing of the person and stand outside of loops. */
function constantParts(expression: Expression | undefined): Expression[] {
  if (!expression) return [];
  if (!names(expression)) return expression.exprKind.case === 'constExpr' ? [] : [expression];
  if (expression.exprKind.case === 'comprehensionExpr') return constantParts(expression.exprKind.value.iterRange);
  return partsOf(expression).flatMap(constantParts);
}

function names(expression: Expression): boolean {
  return expression.exprKind.case === 'identExpr' || partsOf(expression).some(names);
}

function partsOf(expression: Expression): Expression[] {
  const kind = expression.exprKind;
  const present = (parts: (Expression | undefined)[]) => parts.filter((part): part is Expression => part !== undefined);
  switch (kind.case) {
    case 'selectExpr':
      return present([kind.value.operand]);
    case 'callExpr':
      return present([kind.value.target, ...kind.value.args]);
    case 'listExpr':
      return kind.value.elements;
    case 'structExpr':
      return kind.value.entries.flatMap((entry) =>
        present([entry.keyKind.case === 'mapKey' ? entry.keyKind.value : undefined, entry.value]),
      );
    case 'comprehensionExpr':
      return present([
        kind.value.iterRange,
        kind.value.accuInit,
        kind.value.loopCondition,
        kind.value.loopStep,
        kind.value.result,
      ]);
    default:
      return [];
  }
}
