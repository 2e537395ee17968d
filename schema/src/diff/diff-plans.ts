import { type DateRule } from '../calendar/index.js';
import {
  dateRuleInSentence,
  type ElectiveGroup,
  list,
  type PlanDefinition,
  type Reminder,
  type Stage,
} from '../definition/index.js';
import { type Language } from '../text/index.js';
import { fieldChanges, same } from './diff-fields.js';
import { itemChanges } from './diff-items.js';
import { joinAndConditionChanges, linkChanges } from './diff-links.js';
import { listChanges } from './diff-lists.js';
import { sayIn } from './generated/messages.js';
import { type DiffContext, diffContext, type PlanChange, spaced, type ToldChange, tell } from './plan-change.js';
import { valueInWords } from './value-in-words.js';
import { withCommands } from './with-commands.js';

const TOLD_APART: ReadonlySet<string> = new Set([
  'stages',
  'electives',
  'links',
  'joins',
  'conditions',
  'reminders',
  'outcomes',
]);

/**
 * What became of a plan, one sentence for each thing that differs, in the order of the new document. Things are the
 * same by their keys, whatever they are called. No difference, no sentence; any difference (by hash) at least one.
 */
export function diffPlans(before: PlanDefinition, after: PlanDefinition, language: Language): PlanChange[] {
  return withCommands(differences(before, after, language), before, after);
}

function differences(before: PlanDefinition, after: PlanDefinition, language: Language): ToldChange[] {
  if (same(before, after)) return [];
  const context = diffContext(before, after, language);
  const changes = [
    ...fieldChanges(context, sayIn(language, 'plan.subject'), [], before, after, TOLD_APART),
    ...stageChanges(context),
    ...itemChanges(context),
    ...linkChanges(context),
    ...joinAndConditionChanges(context),
    ...electiveChanges(context),
    ...reminderChanges(context),
    ...outcomeChanges(context),
  ];
  if (changes.length > 0) return changes;
  // An empty list written out, or left out: another document with the same meaning.
  return [
    {
      kind: 'CHANGED',
      path: [],
      sentence: tell(context, 'plan.writtenDifferently'),
    },
  ];
}

function stageChanges(context: DiffContext): ToldChange[] {
  return listChanges<Stage>(context, context.before.stages, context.after.stages, {
    path: ['stages'],
    identity: (stage) => stage.key,
    subject: (stage, side) =>
      sayIn(context.language, 'plan.stage', {
        name: side === 'before' ? context.nameBefore(stage.key) : context.nameAfter(stage.key),
      }),
    detail: (stage) => windowInWords(context, stage),
    handled: new Set(['items']),
  });
}

function windowInWords(context: DiffContext, { opens, due }: Stage): string {
  const { language, nameAfter } = context;
  const inWords = (key: 'plan.opens' | 'plan.due', rule: DateRule | undefined): string[] =>
    rule === undefined
      ? []
      : [sayIn(language, key, { date: spaced(context, dateRuleInSentence(rule, language, nameAfter)).trimStart() })];
  return [...inWords('plan.opens', opens), ...inWords('plan.due', due)].join(sayIn(language, 'value.comma'));
}

function electiveChanges(context: DiffContext): ToldChange[] {
  const items = (from: readonly string[], nameOf: (key: string) => string) => list(from.map(nameOf), context.language);
  return listChanges<ElectiveGroup>(context, context.before.electives ?? [], context.after.electives ?? [], {
    path: ['electives'],
    identity: (group) => group.key,
    subject: (group) => sayIn(context.language, 'plan.electives', { name: groupName(context, group) }),
    detail: (group) => {
      const from = items(group.from, context.nameAfter);
      return sayIn(context.language, 'plan.choose', { choose: group.choose, from });
    },
    handled: new Set(['from', 'choose']),
    changes: (old, now, subject, path) => {
      const changes: ToldChange[] = [];
      if (old.choose !== now.choose) {
        const sentence = tell(context, 'plan.chooseChanges', { subject, old: old.choose, now: now.choose });
        changes.push({ kind: 'CHANGED', path: [...path, 'choose'], sentence, before: old.choose, after: now.choose });
      }
      if (!same(old.from, now.from)) {
        const [was, is] = [items(old.from, context.nameBefore), items(now.from, context.nameAfter)];
        const sentence = tell(context, 'plan.fromChanges', { subject, was, is });
        changes.push({ kind: 'CHANGED', path: [...path, 'from'], sentence, before: old.from, after: now.from });
      }
      return changes;
    },
  });
}

function groupName({ language }: DiffContext, group: ElectiveGroup): string {
  const title =
    group.title?.[language]?.trim() || Object.values(group.title ?? {}).find((text) => text.trim() !== '') || group.key;
  return sayIn(language, 'plan.quoted', { name: title });
}

function reminderChanges(context: DiffContext): ToldChange[] {
  return listChanges<Reminder>(context, context.before.reminders ?? [], context.after.reminders ?? [], {
    path: ['reminders'],
    identity: (reminder) => reminder.key,
    subject: ({ key }) =>
      sayIn(context.language, 'plan.reminder', { name: sayIn(context.language, 'plan.quoted', { name: key }) }),
    detail: ({ to, channels }) => {
      const [people, ways] = [
        valueInWords('to', to, context.language, context.nameAfter),
        valueInWords('channels', channels, context.language, context.nameAfter),
      ];
      return sayIn(context.language, 'plan.sent', { people, ways });
    },
  });
}

function outcomeChanges(context: DiffContext): ToldChange[] {
  return listChanges(context, context.before.outcomes ?? [], context.after.outcomes ?? [], {
    path: ['outcomes'],
    identity: ({ metric }) => metric,
    subject: ({ metric }) =>
      sayIn(context.language, 'plan.outcome', { name: sayIn(context.language, 'plan.quoted', { name: metric }) }),
    detail: () => '',
    handled: new Set(['metric']),
  });
}
