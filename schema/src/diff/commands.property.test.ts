import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyCommands } from '../commands/apply-command.js';
import { command } from '../commands/command.js';
import { commandsBetween } from '../commands/commands-between.js';
import { canonicalJson } from '../definition/canonical.js';
import { duplicateKeys } from '../definition/duplicate-keys.js';
import { type PlanDefinition, planDefinition } from '../definition/plan-definition.js';
import { arbitraryDefinition } from '../testing/arbitrary-definition.js';
import { runningPlan } from '../testing/arbitrary-running-plan.js';
import { fullDefinition } from '../testing/full-definition.js';
import { commandsOf } from './commands-of.js';
import { diffPlans } from './diff-plans.js';

const anyPlan = (): fc.Arbitrary<PlanDefinition> =>
  fc.oneof(arbitraryDefinition(), runningPlan(), fc.constant(fullDefinition)).chain((plan) =>
    // Empty lists written out hash unlike absent ones; both must be reached and left.
    fc.subarray(['links', 'electives', 'reminders', 'joins', 'conditions'] as const).map((emptied) => ({
      ...plan,
      ...Object.fromEntries(
        emptied.map((name) => [name, name === 'joins' || name === 'conditions' ? {} : []] as const),
      ),
    })),
  );
const written = (plan: PlanDefinition) => JSON.parse(canonicalJson(plan)) as unknown;
const twoPlans = fc
  .tuple(anyPlan(), anyPlan())
  .filter((plans) => plans.every((plan) => duplicateKeys(plan).length === 0));

describe('the laws of commands', () => {
  test('the commands between two plans make the one of the other, and each stays a plan on the way', () => {
    fc.assert(
      fc.property(twoPlans, ([a, b]) => {
        const result = applyCommands(a, commandsBetween(a, b));
        if ('problem' in result) throw new Error(result.problem.message.en);
        expect(written(result.definition)).toEqual(written(b));
        expect(planDefinition.safeParse(result.definition).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('undoing all in reverse gives the start, and doing it again the end', () => {
    fc.assert(
      fc.property(twoPlans, ([a, b]) => {
        const there = applyCommands(a, commandsBetween(a, b));
        if ('problem' in there) throw new Error(there.problem.message.en);
        const back = applyCommands(there.definition, there.inverses);
        if ('problem' in back) throw new Error(back.problem.message.en);
        expect(written(back.definition)).toEqual(written(a));
        const again = applyCommands(back.definition, back.inverses);
        if ('problem' in again) throw new Error(again.problem.message.en);
        expect(written(again.definition)).toEqual(written(b));
      }),
      { numRuns: 300 },
    );
  });

  test('the commands of a comparison give the other plan, and each of them belongs to one sentence', () => {
    fc.assert(
      fc.property(twoPlans, ([a, b]) => {
        const changes = diffPlans(a, b, 'en');
        const result = applyCommands(a, commandsOf(changes));
        if ('problem' in result) throw new Error(result.problem.message.en);
        expect(written(result.definition)).toEqual(written(b));
        expect(changes.flatMap(({ commands }) => commands).length).toBe(commandsBetween(a, b).length);
      }),
      { numRuns: 300 },
    );
  });

  test('a plan against itself needs none', () => {
    fc.assert(fc.property(anyPlan(), (plan) => expect(commandsBetween(plan, plan)).toEqual([])));
  });

  test('every command is plain data that its own schema takes', () => {
    fc.assert(
      fc.property(twoPlans, ([a, b]) => {
        for (const one of commandsBetween(a, b)) {
          const sent = JSON.parse(JSON.stringify(one)) as unknown;
          expect(command.parse(sent)).toEqual(sent);
        }
      }),
    );
  });
});
