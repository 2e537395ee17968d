import {
  type Calendars,
  checkPlan,
  INSTALLATION,
  type Language,
  type PlanDefinition,
  type PluginCatalogue,
  type Problem,
  parsePlan,
} from '@planwright/schema';
import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { checkOnServer } from '../rules/catalogue-documents';
import { useDesigner } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';

const DEBOUNCE_MS = 300;
const SERVER_DEBOUNCE_MS = 1_500;

/** What only the server can know: the rules run there, and the metrics are the workspace's. */
const SERVER_CODES: readonly string[] = ['reminder-storm', 'unknown-metric'];

/** The same judgement as the server's: what does not parse is said first, since nothing else can be known then. */
export function problemsOf(
  definition: PlanDefinition,
  year: number,
  calendars: Calendars,
  plugins?: PluginCatalogue,
): Problem[] {
  const parsed = parsePlan(definition);
  return parsed.definition
    ? checkPlan(parsed.definition, { year, calendars, installation: INSTALLATION, ...(plugins ? { plugins } : {}) })
    : parsed.problems;
}

/** Problems of the open plan, a moment after each edit; those that the server alone can find, a moment later. */
export function useProblems(
  year: number,
  calendars: Calendars,
  plugins: PluginCatalogue | undefined,
): readonly Problem[] {
  const definition = useDesigner((state) => state.document.definition);
  const [problems, setProblems] = useState(() => problemsOf(definition, year, calendars, plugins));
  useEffect(() => {
    const timer = setTimeout(() => setProblems(problemsOf(definition, year, calendars, plugins)), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [definition, year, calendars, plugins]);
  const ofServer = useServerProblems(definition);
  return useMemo(() => [...problems, ...ofServer], [problems, ofServer]);
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
