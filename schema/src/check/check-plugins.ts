import {
  itemsOf,
  type PlanDefinition,
  type Problem,
  placeAt,
  problemOf,
  quoted,
  sentenceStart,
} from '../definition/index.js';
import type { RuleUse } from '../kinds/index.js';
import type { PluginCatalogue } from '../rules/index.js';
import { configProblems } from './config-problems.js';

/** A spot of the plan that names a rule, and what is wanted there. */
interface Use {
  rule: RuleUse;
  path: string[];
  /** The same by positions, for naming it. */
  at: (string | number)[];
  kind: 'REMINDER_RULE' | 'SCORER';
  of?: 'ITEM' | 'PLAN';
}

/** `unknown-plugin` and `bad-plugin-config`: every rule that the plan names, held against what is installed. */
export function pluginProblems(definition: PlanDefinition, catalogue: PluginCatalogue): Problem[] {
  return usesOf(definition).flatMap((use) => {
    const entry = Object.hasOwn(catalogue, use.rule.use) ? catalogue[use.rule.use] : undefined;
    const fits = entry?.kind === use.kind && (use.of === undefined || (entry.of ?? use.of) === use.of);
    if (!entry || !fits) return [unknownPlugin(definition, use, entry !== undefined, catalogue)];
    const place = placeAt(definition, use.at);
    return configProblems(entry.configSchema, use.rule.with ?? {}, [...use.path, 'with'], place);
  });
}

function usesOf(definition: PlanDefinition): Use[] {
  const reminders = (definition.reminders ?? []).map(
    (rule, i): Use => ({ rule, path: ['reminders', rule.key], at: ['reminders', i], kind: 'REMINDER_RULE' }),
  );
  const scorers = itemsOf(definition).flatMap(({ item, stage, index }): Use[] => {
    if (!item.scorer) return [];
    const stagePosition = definition.stages.indexOf(stage);
    return [
      {
        rule: item.scorer,
        path: ['stages', stage.key, 'items', item.key, 'scorer'],
        at: ['stages', stagePosition, 'items', index, 'scorer'],
        kind: 'SCORER',
        of: 'ITEM',
      },
    ];
  });
  const scoring: Use[] = definition.scoring
    ? [{ rule: definition.scoring, path: ['scoring'], at: ['scoring'], kind: 'SCORER', of: 'PLAN' }]
    : [];
  return [...reminders, ...scorers, ...scoring];
}

function unknownPlugin(definition: PlanDefinition, use: Use, exists: boolean, catalogue: PluginCatalogue): Problem {
  const place = placeAt(definition, use.at);
  const name = quoted(use.rule.use);
  const wanted = wantedWords(use);
  const fitting = Object.entries(catalogue)
    .filter(([, { kind, of }]) => kind === use.kind && (use.of === undefined || (of ?? use.of) === use.of))
    .map(([key]) => key)
    .slice(0, 8);
  const choice = {
    zh: fitting.length > 0 ? `改用 ${fitting.join('、')}，或启用提供它的插件` : '启用提供它的插件，或删掉这一处',
    en:
      fitting.length > 0
        ? `Use ${fitting.join(', ')}, or enable the plugin that brings it`
        : 'Enable the plugin that brings it, or remove this',
  };
  return problemOf(
    'unknown-plugin',
    [...use.path, 'use'],
    exists
      ? `${place.zh}用的「${name}」不是${wanted.zh}。${choice.zh}。`
      : `${place.zh}用的${wanted.zh}「${name}」不存在。${choice.zh}。`,
    exists
      ? `${sentenceStart(place.en)} uses “${name}”, which is no ${wanted.en}. ${choice.en}.`
      : `${sentenceStart(place.en)} uses the ${wanted.en} “${name}”, which does not exist. ${choice.en}.`,
  );
}

function wantedWords({ kind, of }: Use): { zh: string; en: string } {
  if (kind === 'REMINDER_RULE') return { zh: '提醒规则', en: 'reminder rule' };
  return of === 'PLAN' ? { zh: '计划评分规则', en: 'scorer of plans' } : { zh: '条目评分规则', en: 'scorer of items' };
}
