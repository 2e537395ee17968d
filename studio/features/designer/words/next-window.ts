import type { PlanDefinition, Stage } from '@planwright/schema/definition';
import { stageWeeks } from './stage-weeks';

/** As long as a new stage runs until somebody changes it. */
const USUAL_WEEKS = 4;

/** The dates of a new stage: it begins in the week after the stage it follows ends, so that they do not overlap. */
export function windowAfter(definition: PlanDefinition, stageKey: string | undefined): Pick<Stage, 'opens' | 'due'> {
  const before = stageKey === undefined ? undefined : stageWeeks(definition, stageKey);
  const first = (before?.to ?? 0) + 1;
  return {
    ...(first > 1 ? { opens: { week: first, weekday: 'MON' as const } } : {}),
    due: { week: first + USUAL_WEEKS - 1, weekday: 'FRI', at: '18:00' },
  };
}
