import {
  itemsOf,
  type PlanDefinition,
  type Problem,
  placeAt,
  problemOf,
  quoted,
  sentenceStart,
} from '../definition/index.js';
import { type RuleUse } from '../kinds/index.js';
import { type PluginCatalogue } from '../rules/index.js';
import { listOf, type Text } from '../words/index.js';
import { configProblems } from './config-problems.js';
import { say } from './generated/messages.js';

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
  const choice =
    fitting.length > 0 ? say('checkPlugins.use', { fitting: listOf(fitting) }) : say('checkPlugins.enable');
  return problemOf(
    'unknown-plugin',
    [...use.path, 'use'],
    say('checkPlugins.unknownPlugin', { exists, place: sentenceStart(place), name, wanted, choice }),
  );
}

function wantedWords({ kind, of }: Use): Text {
  if (kind === 'REMINDER_RULE') return say('checkPlugins.reminderRule');
  return of === 'PLAN' ? say('checkPlugins.scorerPlans') : say('checkPlugins.scorerItems');
}
