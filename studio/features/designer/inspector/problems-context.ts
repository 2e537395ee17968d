import type { Problem } from '@planwright/schema/definition';
import { createContext, useContext, useMemo } from 'react';
import { placeOf } from '../problems/locate';
import { useDesigner } from '../store/use-designer';

/** All problems of the open plan, for the fields that they are about. */
export const ProblemsContext = createContext<readonly Problem[]>([]);

/** Problems of one target (undefined = the plan) whose field begins with the path. */
export function useProblemsAt(target: string | undefined, ...field: string[]): Problem[] {
  const problems = useContext(ProblemsContext);
  const definition = useDesigner((state) => state.document.definition);
  const path = field.join('.');
  return useMemo(
    () =>
      problems.filter((problem) => {
        const place = placeOf(definition, problem.path);
        const at = place.field.join('.');
        return place.target === target && (path === '' ? at === '' : at === path || at.startsWith(`${path}.`));
      }),
    [problems, definition, target, path],
  );
}
