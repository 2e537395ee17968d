import type { Condition, ElectiveGroup, Join, Link, PlanDefinition, Stage } from '../definition/index.js';
import { type Item, type Step, stepsOf } from '../kinds/index.js';
import type { DateTarget } from './event.js';

export interface IndexedLink {
  from: number;
  link: Link;
}

export interface IndexedItem {
  item: Item;
  index: number;
  stage: number;
  /** Elective groups it may be chosen from; usually one. */
  groups: readonly number[];
  links: readonly IndexedLink[];
  join: Join;
  condition?: Condition;
  /** In a stage with ALL_IN_ORDER: required items that come first. */
  before: readonly number[];
  /** In a stage with ALL_IN_ORDER: elective groups that lie wholly before it. */
  groupsBefore: readonly number[];
  opensSlot: number;
  dueSlot: number;
  steps: readonly { step: Step; dueSlot: number }[];
}

export interface IndexedStage {
  stage: Stage;
  index: number;
  items: readonly number[];
  groups: readonly number[];
  opensSlot: number;
  dueSlot: number;
}

export interface IndexedGroup {
  group: ElectiveGroup;
  items: readonly number[];
}

/** A definition with its keys turned into positions, made once per definition. */
export interface PlanIndex {
  definition: PlanDefinition;
  items: readonly IndexedItem[];
  stages: readonly IndexedStage[];
  groups: readonly IndexedGroup[];
  itemAt: ReadonlyMap<string, number>;
  stageAt: ReadonlyMap<string, number>;
  /** What each slot of a state's `dates` is the date of. */
  targets: readonly DateTarget[];
  slotAt: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<PlanDefinition, PlanIndex>();

/** The index of a definition. Definitions are values: the index is kept beside the object and never grows stale. */
export function indexPlan(definition: PlanDefinition): PlanIndex {
  let index = indexes.get(definition);
  if (!index) {
    index = buildIndex(definition);
    indexes.set(definition, index);
  }
  return index;
}

/** A date target as one word, for look-ups. */
export function targetKey({ stageKey, itemKey, stepKey, which }: DateTarget): string {
  return itemKey === undefined ? `${stageKey ?? ''}//${which}` : `${itemKey}/${stepKey ?? ''}/${which}`;
}

function buildIndex(definition: PlanDefinition): PlanIndex {
  const targets: DateTarget[] = [];
  const slotAt = new Map<string, number>();
  const slot = (target: DateTarget): number => {
    slotAt.set(targetKey(target), targets.length);
    return targets.push(target) - 1;
  };

  const itemAt = new Map<string, number>();
  for (const stage of definition.stages) for (const item of stage.items) itemAt.set(item.key, itemAt.size);
  const at = (keys: readonly string[]): number[] =>
    keys.map((key) => itemAt.get(key)).filter((position) => position !== undefined);

  const groups = (definition.electives ?? []).map((group) => ({ group, items: at(group.from) }));
  const items: IndexedItem[] = [];
  const stages = definition.stages.map((stage, index): IndexedStage => {
    const own = at(stage.items.map((item) => item.key));
    const ownGroups = groups.flatMap((group, g) => (group.items.some((i) => own.includes(i)) ? [g] : []));
    const ordered = stage.completion?.rule === 'ALL_IN_ORDER';
    stage.items.forEach((item, position) => {
      const earlier = ordered ? own.slice(0, position) : [];
      items.push({
        item,
        index: items.length,
        stage: index,
        groups:
          item.requirement === 'ELECTIVE' ? groups.flatMap((g, i) => (g.group.from.includes(item.key) ? [i] : [])) : [],
        links: (definition.links ?? []).flatMap((link) => {
          const from = link.to === item.key ? itemAt.get(link.from) : undefined;
          return from === undefined ? [] : [{ from, link }];
        }),
        join: definition.joins?.[item.key] ?? { rule: 'ALL' },
        condition: definition.conditions?.[item.key],
        before: earlier.filter((i) => stage.items[i - (own[0] ?? 0)]?.requirement === 'REQUIRED'),
        groupsBefore: ownGroups.filter((g) => groups[g]?.items.every((i) => earlier.includes(i))),
        opensSlot: slot({ itemKey: item.key, which: 'opens' }),
        dueSlot: slot({ itemKey: item.key, which: 'due' }),
        steps: stepsOf(item).map((step) => ({
          step,
          dueSlot: slot({ itemKey: item.key, stepKey: step.key, which: 'due' }),
        })),
      });
    });
    return {
      stage,
      index,
      items: own,
      groups: ownGroups,
      opensSlot: slot({ stageKey: stage.key, which: 'opens' }),
      dueSlot: slot({ stageKey: stage.key, which: 'due' }),
    };
  });
  const stageAt = new Map(definition.stages.map((stage, index) => [stage.key, index]));
  return { definition, items, stages, groups, itemAt, stageAt, targets, slotAt };
}
