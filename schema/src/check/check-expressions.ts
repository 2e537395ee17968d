import { compileExpression, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { type Text } from '../words/index.js';
import { type CheckIndex, conditionLeaves, nameOf } from './check-index.js';
import { say } from './generated/messages.js';

/** `bad-expression`: conditions and the audience, each compiled as the engine will. */
export function expressionProblems(index: CheckIndex): Problem[] {
  const { audience, conditions } = index.definition;
  const problems: Problem[] = [];
  const compile = (source: string, path: string[], place: Text) => {
    const compiled = compileExpression(source);
    if (!('problem' in compiled)) return;
    problems.push(
      problemOf(
        'bad-expression',
        path,
        say('checkExpressions.problem', { place: sentenceStart(place), message: compiled.message }),
      ),
    );
  };
  if (audience?.when !== undefined)
    compile(audience.when, ['audience', 'when'], say('checkExpressions.audienceExpression'));
  for (const [key, condition] of Object.entries(conditions ?? {})) {
    const name = nameOf(index, key);
    for (const { leaf, path } of conditionLeaves(condition)) {
      if (!('expression' in leaf)) continue;
      compile(leaf.expression, ['conditions', key, ...path, 'expression'], say('checkExpressions.condition', { name }));
    }
  }
  return problems;
}
