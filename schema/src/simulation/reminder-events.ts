import { UNPUBLISHED } from '../calendar/index.js';
import type { PlanDefinition, ReminderRecipient } from '../definition/index.js';
import type { Environment } from '../engine/index.js';
import type { OccurrencesOf, PlanProgress, RuleEnvironment, RuleOccurrence } from '../rules/index.js';
import type { ReminderSnapshot } from './reminder-snapshots.js';
import type { SimulatedEvent } from './simulated-event.js';

/** One question to one rule. Whoever runs the rule (this process or another) answers it with its occurrences. */
export interface RuleCall {
  /** Key of the reminder in the plan. */
  ruleKey: string;
  use: string;
  params: Record<string, unknown>;
  people: PlanProgress[];
  environment: RuleEnvironment;
  /** The plan's recipients, where an occurrence names none. */
  to: readonly ReminderRecipient[];
}

/** What the reminders of a plan are to be asked about the states of a walk. */
export function ruleCalls(
  definition: PlanDefinition,
  snapshots: readonly ReminderSnapshot[],
  { calendars, workspace }: Pick<Environment, 'calendars' | 'workspace'>,
): RuleCall[] {
  const calendar = calendars[definition.calendar ?? workspace.calendar] ?? UNPUBLISHED;
  return (definition.reminders ?? []).flatMap((reminder) =>
    snapshots.map(
      ({ from, until, progress }): RuleCall => ({
        ruleKey: reminder.key,
        use: reminder.use,
        params: reminder.with ?? {},
        people: [progress],
        environment: { from, until, calendar, workspace },
        to: reminder.to,
      }),
    ),
  );
}

/**
 * The messages of a walk: a firing that several states would give comes once, as the first gave it.
 * @param answers one for each call, in the same order
 */
export function reminderEvents(
  calls: readonly RuleCall[],
  answers: readonly (readonly RuleOccurrence[])[],
): SimulatedEvent[] {
  const seen = new Set<string>();
  return calls.flatMap(({ ruleKey, to }, i) =>
    (answers[i] ?? []).flatMap((occurrence): SimulatedEvent[] => {
      const name = JSON.stringify([ruleKey, occurrence.person, occurrence.key]);
      if (seen.has(name)) return [];
      seen.add(name);
      const { at, itemKey, stepKey, about, why } = occurrence;
      return [
        {
          at,
          kind: 'REMINDER',
          ...(itemKey === undefined ? {} : { itemKey }),
          ...(stepKey === undefined ? {} : { stepKey }),
          ruleKey,
          to: [...(occurrence.to ?? to)],
          text: about,
          why,
        },
      ];
    }),
  );
}

/** Asks rules of this process; a reminder whose rule is not given says nothing. */
export function askRules(
  calls: readonly RuleCall[],
  rules: Readonly<Record<string, OccurrencesOf>>,
): RuleOccurrence[][] {
  return calls.map(({ use, people, params, environment }) => {
    const rule = Object.hasOwn(rules, use) ? rules[use] : undefined;
    return rule ? rule(people, params, environment) : [];
  });
}
