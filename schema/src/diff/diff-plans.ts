import {
  dateRuleInSentence,
  type ElectiveGroup,
  list,
  type PlanDefinition,
  type Reminder,
  type Stage,
} from '../definition/index.js';
import type { Language } from '../text/index.js';
import { fieldChanges, type Subject, same } from './diff-fields.js';
import { itemChanges } from './diff-items.js';
import { joinAndConditionChanges, linkChanges } from './diff-links.js';
import { listChanges } from './diff-lists.js';
import { type DiffContext, diffContext, type PlanChange, say, spaced, type ToldChange } from './plan-change.js';
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
    ...fieldChanges(context, { zh: '计划', en: 'The plan' }, [], before, after, TOLD_APART),
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
      sentence: say(context, '计划换了写法，含义不变', 'The plan is written differently and means the same'),
    },
  ];
}

function stageChanges(context: DiffContext): ToldChange[] {
  return listChanges<Stage>(context, context.before.stages, context.after.stages, {
    path: ['stages'],
    identity: (stage) => stage.key,
    subject: (stage, side) =>
      named('阶段', 'the stage ', side === 'before' ? context.nameBefore(stage.key) : context.nameAfter(stage.key)),
    detail: (stage) => windowInWords(context, stage),
    handled: new Set(['items']),
  });
}

function windowInWords({ language, nameAfter }: DiffContext, { opens, due }: Stage): string {
  const parts = [
    opens
      ? language === 'zh-CN'
        ? `${spaced(dateRuleInSentence(opens, language, nameAfter)).trimStart()}开放`
        : `open ${dateRuleInSentence(opens, language, nameAfter)}`
      : undefined,
    due
      ? language === 'zh-CN'
        ? `${spaced(dateRuleInSentence(due, language, nameAfter)).trimStart()}截止`
        : `due ${dateRuleInSentence(due, language, nameAfter)}`
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(language === 'zh-CN' ? '，' : ', ');
}

function electiveChanges(context: DiffContext): ToldChange[] {
  const items = (from: readonly string[], nameOf: (key: string) => string) => list(from.map(nameOf), context.language);
  return listChanges<ElectiveGroup>(context, context.before.electives ?? [], context.after.electives ?? [], {
    path: ['electives'],
    identity: (group) => group.key,
    subject: (group) => named('选修组', 'the elective group ', groupName(context, group)),
    detail: (group) => {
      const from = items(group.from, context.nameAfter);
      return context.language === 'zh-CN' ? `从${from}中选 ${group.choose} 项` : `choose ${group.choose} of ${from}`;
    },
    handled: new Set(['from', 'choose']),
    changes: (old, now, subject, path) => {
      const changes: ToldChange[] = [];
      if (old.choose !== now.choose) {
        const sentence = say(
          context,
          `${subject.zh}由选 ${old.choose} 项改为选 ${now.choose} 项`,
          `${subject.en}: choose ${now.choose}, was ${old.choose}`,
        );
        changes.push({ kind: 'CHANGED', path: [...path, 'choose'], sentence, before: old.choose, after: now.choose });
      }
      if (!same(old.from, now.from)) {
        const [was, is] = [items(old.from, context.nameBefore), items(now.from, context.nameAfter)];
        const sentence = say(
          context,
          `${subject.zh}的可选内容由${was}改为${is}`,
          `${subject.en}: what to choose from changes from ${was} to ${is}`,
        );
        changes.push({ kind: 'CHANGED', path: [...path, 'from'], sentence, before: old.from, after: now.from });
      }
      return changes;
    },
  });
}

function groupName({ language }: DiffContext, group: ElectiveGroup): string {
  const title =
    group.title?.[language]?.trim() || Object.values(group.title ?? {}).find((text) => text.trim() !== '') || group.key;
  return language === 'zh-CN' ? `「${title}」` : `“${title}”`;
}

function reminderChanges(context: DiffContext): ToldChange[] {
  return listChanges<Reminder>(context, context.before.reminders ?? [], context.after.reminders ?? [], {
    path: ['reminders'],
    identity: (reminder) => reminder.key,
    subject: ({ key }) => named('提醒', 'the reminder ', context.language === 'zh-CN' ? `「${key}」` : `“${key}”`),
    detail: ({ to, channels }) => {
      const [people, ways] = [
        valueInWords('to', to, context.language, context.nameAfter),
        valueInWords('channels', channels, context.language, context.nameAfter),
      ];
      return context.language === 'zh-CN' ? `通过${ways}发给${people}` : `to ${people} by ${ways}`;
    },
  });
}

function outcomeChanges(context: DiffContext): ToldChange[] {
  return listChanges(context, context.before.outcomes ?? [], context.after.outcomes ?? [], {
    path: ['outcomes'],
    identity: ({ metric }) => metric,
    subject: ({ metric }) =>
      named('成效指标', 'the outcome ', context.language === 'zh-CN' ? `「${metric}」` : `“${metric}”`),
    detail: () => '',
    handled: new Set(['metric']),
  });
}

function named(zh: string, en: string, name: string): Subject {
  return { zh: `${zh}${name}`, en: `${en}${name}` };
}
