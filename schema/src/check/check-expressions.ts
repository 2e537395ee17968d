import { compileExpression, type Problem, problemOf, sentenceStart } from '../definition/index.js';
import { type CheckIndex, conditionLeaves, nameOf } from './check-index.js';

/** `bad-expression`: conditions and the audience, each compiled as the engine will. */
export function expressionProblems(index: CheckIndex): Problem[] {
  const { audience, conditions } = index.definition;
  const problems: Problem[] = [];
  const compile = (source: string, path: string[], zh: string, en: string) => {
    const compiled = compileExpression(source);
    if (!('problem' in compiled)) return;
    problems.push(
      problemOf(
        'bad-expression',
        path,
        `${zh}：${compiled.message['zh-CN'] ?? ''}`,
        `${sentenceStart(en)}: ${compiled.message.en ?? ''}`,
      ),
    );
  };
  if (audience?.when !== undefined)
    compile(audience.when, ['audience', 'when'], '适用对象的条件', 'the audience expression');
  for (const [key, condition] of Object.entries(conditions ?? {})) {
    const name = nameOf(index, key);
    for (const { leaf, path } of conditionLeaves(condition)) {
      if (!('expression' in leaf)) continue;
      compile(
        leaf.expression,
        ['conditions', key, ...path, 'expression'],
        `${name.zh}的开放条件`,
        `the condition of ${name.en}`,
      );
    }
  }
  return problems;
}
