import type { PlanDefinition, Problem } from '../definition/index.js';
import { assertNever } from '../engine/index.js';
import { applyToItem } from './apply-to-item.js';
import { applyToLink } from './apply-to-link.js';
import { applyToPlan } from './apply-to-plan.js';
import { applyToStage } from './apply-to-stage.js';
import type { Command, Edit } from './command.js';
import { CommandRefusal } from './refusal.js';

/** What an edit did: the plan after it, what takes it back, and the keys that it touched. */
export interface Applied {
  definition: PlanDefinition;
  inverse: Edit;
  touched: string[];
}

export type CommandResult = { definition: PlanDefinition; inverse: Command; touched: string[] } | { problem: Problem };

/**
 * Carries out one edit. Touches exactly what the command names: what else speaks of a removed thing is for the composite
 * edits, which expand into several commands. The inverse, applied to the result, gives the plan as it was.
 * Problems: `unknown-key` (the thing is not there), `duplicate-key`, `unknown-property`, or what the value does wrong.
 */
export function applyCommand(definition: PlanDefinition, command: Command): CommandResult {
  try {
    const { inverse, ...applied } = applyEdit(definition, command);
    return { ...applied, inverse: { ...inverse, id: `undo:${command.id}` } as Command };
  } catch (error) {
    if (error instanceof CommandRefusal) return { problem: error.problem };
    throw error;
  }
}

/** Several edits, or none of them. `inverses` stand in the order in which they are to be applied. */
export function applyCommands(
  definition: PlanDefinition,
  commands: readonly Command[],
): { definition: PlanDefinition; inverses: Command[]; touched: string[] } | { problem: Problem; at: number } {
  let current = definition;
  const inverses: Command[] = [];
  const touched = new Set<string>();
  for (const [at, command] of commands.entries()) {
    const result = applyCommand(current, command);
    if ('problem' in result) return { problem: result.problem, at };
    current = result.definition;
    inverses.unshift(result.inverse);
    for (const key of result.touched) touched.add(key);
  }
  return { definition: current, inverses, touched: [...touched] };
}

function applyEdit(plan: PlanDefinition, edit: Edit): Applied {
  switch (edit.kind) {
    case 'addStage':
    case 'removeStage':
    case 'moveStage':
    case 'editStage':
      return applyToStage(plan, edit);
    case 'addItem':
    case 'removeItem':
    case 'moveItem':
    case 'editItem':
    case 'addStep':
    case 'removeStep':
    case 'moveStep':
    case 'editStep':
      return applyToItem(plan, edit);
    case 'link':
    case 'unlink':
    case 'editLink':
    case 'setJoin':
    case 'setCondition':
      return applyToLink(plan, edit);
    case 'addElective':
    case 'removeElective':
    case 'editElective':
    case 'addReminder':
    case 'removeReminder':
    case 'editReminder':
    case 'setScoring':
    case 'editPlan':
      return applyToPlan(plan, edit);
    default:
      return assertNever(edit);
  }
}
