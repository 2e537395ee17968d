import type { Reminder } from '@planwright/schema/definition';
import type { Environment } from '@planwright/schema/engine';
import type { RuleOccurrence } from '@planwright/schema/rules';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { ReminderDeps, ReminderRuleHandle } from '../ports.js';
import type { Subject } from './subjects.js';
import { calendarNamed } from './workspace-hours.js';

/** What one reminder of one version is asked for some people. */
export interface RuleQuestion {
  reminder: Reminder;
  rule: ReminderRuleHandle | undefined;
  subjects: Subject[];
  from: Instant;
  until: Instant;
}

export type RuleAnswer = RuleQuestion & { rule: ReminderRuleHandle; firings: Map<string, RuleOccurrence[]> };

export interface RuleAnswers {
  answered: RuleAnswer[];
  failed: (RuleQuestion & { problem: string })[];
}

/** Finds the rules that the versions of these people pin, once each. */
export class RuleFinder {
  readonly #found = new Map<string, Promise<ReminderRuleHandle | undefined>>();

  constructor(
    private readonly deps: Pick<ReminderDeps, 'rules'>,
    private readonly workspaceId: string,
  ) {}

  find(sql: Sql, versionId: string, use: string): Promise<ReminderRuleHandle | undefined> {
    const key = `${versionId} ${use}`;
    const known = this.#found.get(key) ?? this.deps.rules.find(sql, this.workspaceId, versionId, use);
    this.#found.set(key, known);
    return known;
  }
}

/** Asks every question, outside any transaction: rules run in other processes. A rule that cannot answer holds up no other. */
export async function askRules(questions: readonly RuleQuestion[], environment: Environment): Promise<RuleAnswers> {
  const answers: RuleAnswers = { answered: [], failed: [] };
  for (const question of questions) {
    const { rule, reminder, subjects, from, until } = question;
    const [first] = subjects;
    if (!first) continue;
    if (!rule) {
      answers.failed.push({ ...question, problem: `${reminder.use} is not installed or switched off` });
      continue;
    }
    const answer = await rule.occurrences(
      subjects.map(({ progress }) => progress),
      reminder.with ?? {},
      {
        from,
        until,
        calendar: calendarNamed(environment, first.definition.calendar ?? environment.workspace.calendar),
        workspace: environment.workspace,
      },
    );
    if (!answer.ok) {
      answers.failed.push({
        ...question,
        problem: `${reminder.use}: ${answer.failure.kind}: ${answer.failure.message}`,
      });
      continue;
    }
    const firings = new Map<string, RuleOccurrence[]>(subjects.map(({ enrolmentId }) => [enrolmentId, []]));
    for (const firing of answer.value) firings.get(firing.person)?.push(firing);
    answers.answered.push({ ...question, rule, firings });
  }
  return answers;
}
