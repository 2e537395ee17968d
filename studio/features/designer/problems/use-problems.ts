import type { Calendars } from '@planwright/schema/calendar';
import type { PlanDefinition, Problem } from '@planwright/schema/definition';
import type { PluginCatalogue } from '@planwright/schema/rules';
import type { Language } from '@planwright/schema/text';
import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { checkOnServer } from '../rules/catalogue-documents';
import { useDesigner } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';

const DEBOUNCE_MS = 300;
const SERVER_DEBOUNCE_MS = 1_500;

/** What only the server can know: the rules run there, and the metrics are the workspace's. */
const SERVER_CODES: readonly string[] = ['reminder-storm', 'unknown-metric'];

/**
 * Problems of the open plan, a moment after each edit; those that the server alone can find, a moment later. The judge
 * is large (it carries the expression language) and comes once the plan is on the screen: until then nothing is known.
 */
export function useProblems(
  year: number,
  calendars: Calendars,
  plugins: PluginCatalogue | undefined,
): readonly Problem[] | undefined {
  const definition = useDesigner((state) => state.document.definition);
  const [problems, setProblems] = useState<readonly Problem[]>();
  const isKnown = problems !== undefined;
  useEffect(() => {
    let isCurrent = true;
    const check = async () => {
      const { problemsOf } = await import('./problems-of');
      if (isCurrent) setProblems(problemsOf(definition, year, calendars, plugins));
    };
    const timer = setTimeout(() => void check(), isKnown ? DEBOUNCE_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [definition, year, calendars, plugins, isKnown]);
  const ofServer = useServerProblems(definition);
  return useMemo(() => problems && [...problems, ...ofServer], [problems, ofServer]);
}

const NONE: readonly Problem[] = [];

function useServerProblems(definition: PlanDefinition): readonly Problem[] {
  const client = useClient();
  const language: Language = useLanguage();
  const asksServer = (definition.reminders?.length ?? 0) + (definition.outcomes?.length ?? 0) > 0;
  const [found, setFound] = useState<readonly Problem[]>(NONE);
  useEffect(() => {
    if (!asksServer) return setFound(NONE);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const { data } = await client.query(checkOnServer, { definition }, { requestPolicy: 'network-only' }).toPromise();
      if (!isCurrent || !data) return;
      setFound(
        data.checkDefinition
          .filter((problem) => SERVER_CODES.includes(problem.code))
          .map(({ code, severity, message, path }) => ({
            code: code as Problem['code'],
            severity,
            path,
            message: { [language]: message },
          })),
      );
    }, SERVER_DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, definition, asksServer, language]);
  return found;
}
