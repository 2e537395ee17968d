import type { Problem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import { useContext } from 'react';
import { ProblemsContext } from '../inspector/problems-context';
import { placeOf } from '../problems/locate';
import { useDesigner } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';

/** Problems of one use of a rule: those of a setting at their field, the others for below. */
export function useRuleProblems(target: string | undefined, root: string) {
  const problems = useContext(ProblemsContext);
  const definition = useDesigner((state) => state.document.definition);
  const language = useLanguage();
  const here = problems.flatMap((problem) => {
    const place = placeOf(definition, problem.path);
    const field = place.field.join('.');
    const isHere = place.target === target && (field === root || field.startsWith(`${root}.`));
    return isHere ? [{ problem, field: field.slice(root.length + 1) }] : [];
  });
  const at = (setting: string): Problem | undefined => here.find((each) => each.field === `with.${setting}`)?.problem;
  return {
    errorAt: (setting: string) => {
      const problem = at(setting);
      return problem && textIn(problem.message, language);
    },
    /** Problems that no field of these settings shows. */
    beside: (settings: readonly string[]): Problem[] =>
      here.filter((each) => !settings.some((name) => each.field === `with.${name}`)).map(({ problem }) => problem),
    all: here.map(({ problem }) => problem),
  };
}
