import type { DateRule } from '@planwright/schema/calendar';
import type { PlanDefinition, Stage } from '@planwright/schema/definition';
import type { VersionItems } from './board-data.js';

/** The items of a version in the order of its definition, which is also the order of the packed cells. */
export function versionItems(version: { id: string; number: number; definition: PlanDefinition }): VersionItems {
  return {
    id: version.id,
    number: version.number,
    items: version.definition.stages.flatMap((stage, stageIndex) => {
      const weeks = stageWeeks(stage);
      return stage.items.map((item) => ({
        key: item.key,
        title: item.title,
        kind: item.kind,
        requirement: item.requirement,
        stageKey: stage.key,
        stageTitle: stage.title,
        stageIndex,
        ...(weeks === undefined ? {} : { weeks }),
      }));
    }),
  };
}

/** `3–8`, or `3` for a stage of one week; undefined when an end of the window hangs on something that is yet to happen. */
export function stageWeeks(stage: Stage): string | undefined {
  const from = stage.opens ? weekOfRule(stage.opens, 'opens') : 1;
  const dues = (stage.due ? [stage.due] : stage.items.flatMap((item) => item.due ?? [])).map((rule) =>
    weekOfRule(rule, 'due'),
  );
  const known = dues.filter((week) => week !== undefined);
  if (from === undefined || known.length === 0 || known.length < dues.length) return undefined;
  const to = Math.max(from, ...known);
  return from === to ? `${from}` : `${from}–${to}`;
}

const DAYS: Partial<Record<string, number>> = { DAY: 1, WEEK: 7 };

/** Counts from a Monday start, which is where the weeks of a plan are drawn up; other start days shift within the week. */
function weekOfRule(rule: DateRule, which: 'opens' | 'due'): number | undefined {
  if ('week' in rule) return rule.week;
  if ('fixed' in rule || rule.anchor !== 'START') return undefined;
  const days = DAYS[rule.unit];
  if (days === undefined || rule.offset < 0) return undefined;
  const day = rule.offset * days;
  return which === 'due' && rule.at === undefined && day > 0 && day % 7 === 0 ? day / 7 : Math.floor(day / 7) + 1;
}
