import { type Calendars, checkPlan, type PlanDefinition, type Problem, parsePlan } from '@planwright/schema';
import { useEffect, useState } from 'react';
import { useDesigner } from '../store/use-designer';

const DEBOUNCE_MS = 300;

/** The same judgement as the server's: what does not parse is said first, since nothing else can be known then. */
export function problemsOf(definition: PlanDefinition, year: number, calendars: Calendars): Problem[] {
  const parsed = parsePlan(definition);
  return parsed.definition ? checkPlan(parsed.definition, { year, calendars }) : parsed.problems;
}

/** Problems of the open plan, a moment after each edit. */
export function useProblems(year: number, calendars: Calendars): readonly Problem[] {
  const definition = useDesigner((state) => state.document.definition);
  const [problems, setProblems] = useState(() => problemsOf(definition, year, calendars));
  useEffect(() => {
    const timer = setTimeout(() => setProblems(problemsOf(definition, year, calendars)), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [definition, year, calendars]);
  return problems;
}
