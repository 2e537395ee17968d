import type { compileExpression } from '@planwright/schema/definition';
import { useEffect, useState } from 'react';

/** The compiler of expressions, which is large: it comes when somebody writes one. undefined until it is here. */
export function useCompiler(isWanted: boolean): typeof compileExpression | undefined {
  const [compiler, setCompiler] = useState<{ compile: typeof compileExpression }>();
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void import('./compiler').then(({ compileExpression: compile }) => {
      if (isCurrent) setCompiler({ compile });
    });
    return () => {
      isCurrent = false;
    };
  }, [isWanted]);
  return compiler?.compile;
}
