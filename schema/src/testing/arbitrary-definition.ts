import fc from 'fast-check';
import type { DateRule } from '../calendar/date-rule.js';
import { givesScore } from '../check/link-results.js';
import type { Condition, Join, Link } from '../definition/link.js';
import type { ElectiveGroup, PlanDefinition, Stage, StageCompletion } from '../definition/plan-definition.js';
import { blockOf, type Item, kindOf, resultsOf } from '../kinds/index.js';
import type { LinkResult } from '../kinds/link-result.js';
import { arbitraryDraft, type Draft, maybe } from './arbitrary-draft.js';

/**
 * Plans of the right shape in which every name names something: links lead forwards, electives have their groups. Most
 * of them also pass `checkPlan`; those who need that filter (`fc.pre`) by it, since only it can say.
 */
export function arbitraryDefinition(): fc.Arbitrary<PlanDefinition> {
  return fc
    .array(fc.array(arbitraryDraft, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .chain((drafts) => fc.tuple(fc.constant(drafts), arbitraryChoices(drafts.flat().length)))
    .map(([drafts, choices]) => assemble(drafts, choices));
}

interface Choices {
  links: { from: number; to: number; result: number; lag: number | undefined }[];
  conditions: { item: number; from: number; form: number }[];
  /** Openings that count from something earlier: an item, its due date, or a stage. */
  anchors: { target: number; from: number; form: number; days: number }[];
  joins: ('ALL' | 'ANY' | 'AT_LEAST')[];
  completions: number[];
  stageDelays: (number | undefined)[];
  stageDues: boolean[];
}

function arbitraryChoices(count: number): fc.Arbitrary<Choices> {
  const place = fc.integer({ min: 0, max: Math.max(0, count - 1) });
  return fc.record({
    links: fc.array(
      fc.record({ from: place, to: place, result: fc.nat(7), lag: maybe(fc.integer({ min: 0, max: 3 })) }),
      { maxLength: 6 },
    ),
    conditions: fc.array(fc.record({ item: place, from: place, form: fc.nat(4) }), { maxLength: 2 }),
    anchors: fc.array(fc.record({ target: place, from: place, form: fc.nat(4), days: fc.nat(5) }), { maxLength: 2 }),
    joins: fc.array(fc.constantFrom('ALL', 'ANY', 'AT_LEAST'), { minLength: count, maxLength: count }),
    completions: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    stageDelays: fc.array(maybe(fc.integer({ min: 0, max: 20 })), { minLength: 3, maxLength: 3 }),
    stageDues: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  });
}

function assemble(drafts: readonly (readonly Draft[])[], choices: Choices): PlanDefinition {
  let count = 0;
  const electives: ElectiveGroup[] = [];
  const drafted = drafts.map((inStage, at): Stage => {
    const items = inStage.map((draft) => itemOf(draft, `item-${count++}`));
    const from = items.filter((item) => item.requirement === 'ELECTIVE').map((item) => item.key);
    if (from.length > 0) electives.push({ key: `group-${at}`, from, choose: Math.max(1, from.length - 1) });
    const delay = choices.stageDelays[at];
    return {
      key: `stage-${at}`,
      title: { 'zh-CN': `阶段 ${at}`, en: `Stage ${at}` },
      ...(delay === undefined ? {} : { opens: { anchor: 'START', offset: delay, unit: 'DAY' } }),
      ...(choices.stageDues[at] ? { due: { week: 41, weekday: 'FRI', at: '18:00' } } : {}),
      completion: completionOf(choices.completions[at] ?? 0, items, from),
      items,
    };
  });
  const stages = anchored(drafted, choices);
  const items = stages.flatMap((stage) => stage.items);
  const links = linksOf(items, choices);
  const conditions = conditionsOf(items, choices);
  return {
    format: 'planwright/1',
    key: 'random',
    title: { 'zh-CN': '随机计划', en: 'Random plan' },
    calendar: 'cn',
    stages,
    ...(electives.length > 0 ? { electives } : {}),
    ...(links.length > 0 ? { links, joins: joinsOf(items, links, choices.joins) } : {}),
    ...(Object.keys(conditions).length > 0 ? { conditions } : {}),
  };
}

/** Lets some items, and the stages of some, open by what happens to an earlier item. */
function anchored(stages: readonly Stage[], { anchors }: Choices): Stage[] {
  const items = stages.flatMap((stage) => stage.items);
  const ofItems = new Map<string, DateRule>();
  const ofStages = new Map<string, DateRule>();
  for (const { target, from, form, days } of anchors) {
    const [source, later] = [items[Math.min(target, from)], items[Math.max(target, from)]];
    if (!source || !later || source === later) continue;
    const count = { offset: days, unit: 'DAY' } as const;
    const stageOf = (key: string) => stages.find((stage) => stage.items.some((item) => item.key === key));
    const [first, last] = [stageOf(source.key), stageOf(later.key)];
    const hasDue = source.due !== undefined || first?.due !== undefined;
    if (form === 0) ofItems.set(later.key, { anchor: { completed: source.key }, ...count });
    else if (form === 1) ofItems.set(later.key, { anchor: { opened: source.key }, ...count });
    else if (form === 2 && hasDue) ofItems.set(later.key, { anchor: { due: source.key }, ...count, offset: 0 - days });
    else if (form === 3 && first && first !== last) ofItems.set(later.key, { anchor: { opened: first.key }, ...count });
    else if (form === 4 && last && first !== last)
      ofStages.set(last.key, { anchor: { completed: source.key }, ...count });
  }
  return stages.map((stage) => {
    const opens = ofStages.get(stage.key) ?? stage.opens;
    return {
      ...stage,
      ...(opens ? { opens } : {}),
      items: stage.items.map((item) => {
        const own = ofItems.get(item.key);
        return own ? { ...item, opens: own } : item;
      }),
    };
  });
}

function itemOf(draft: Draft, key: string): Item {
  const common = {
    key,
    title: draft.title,
    requirement: draft.requirement,
    ...(draft.minutes === undefined ? {} : { minutes: draft.minutes }),
    ...(draft.points === undefined ? {} : { points: draft.points }),
    ...(draft.due === undefined ? {} : { due: draft.due }),
    ...(draft.delay === undefined
      ? {}
      : { opens: { anchor: 'STAGE_START', offset: draft.delay, unit: 'DAY' } as const }),
  };
  const block = kindOf(draft).sample(draft);
  return { ...common, kind: draft.kind, [blockOf(draft)]: block } as Item;
}

function completionOf(choice: number, items: readonly Item[], electives: readonly string[]): StageCompletion {
  const reachable = items.length - electives.length + Math.max(electives.length - 1, Math.min(1, electives.length));
  if (choice === 0) return { rule: 'ALL_IN_ORDER' };
  if (choice === 1) return { rule: 'AT_LEAST', n: Math.max(1, Math.min(reachable, Math.ceil(items.length / 2))) };
  const points = items
    .filter((item) => item.requirement !== 'ELECTIVE')
    .reduce((sum, item) => sum + (item.points ?? 0), 0);
  return choice === 2 && points > 0 ? { rule: 'MIN_POINTS', n: points } : { rule: 'ALL' };
}

/** Results that the source can come to, the bad ones too: their branches are not taken by one who passes. */
function resultOf(item: Item, choice: number): LinkResult {
  const bands: LinkResult[] = givesScore(item) ? [{ scoreIn: [0, 60] }, { scoreIn: [60, 100] }] : [];
  const results = [...resultsOf(item), ...bands];
  return results[choice % results.length] ?? 'COMPLETED';
}

/** Forwards only, one of each kind: a plan that goes in circles is another test's. */
function linksOf(items: readonly Item[], { links }: Choices): Link[] {
  const found = new Map<string, Link>();
  for (const { from, to, result, lag } of links) {
    const [source, target] = [items[Math.min(from, to)], items[Math.max(from, to)]];
    if (!source || !target || source === target) continue;
    found.set(`${source.key} ${target.key}`, {
      from: source.key,
      to: target.key,
      on: resultOf(source, result),
      ...(lag === undefined ? {} : { lag: { offset: lag, unit: 'WORKDAY' } }),
    });
  }
  return [...found.values()];
}

function joinsOf(items: readonly Item[], links: readonly Link[], joins: Choices['joins']): Record<string, Join> {
  return Object.fromEntries(
    items.flatMap((item, at): [string, Join][] => {
      const count = links.filter((link) => link.to === item.key).length;
      const rule = joins[at] ?? 'ALL';
      if (count === 0) return [];
      return [[item.key, rule === 'AT_LEAST' ? { rule, n: Math.ceil(count / 2) } : { rule }]];
    }),
  );
}

function conditionsOf(items: readonly Item[], { conditions }: Choices): Record<string, Condition> {
  return Object.fromEntries(
    conditions.flatMap(({ item, from, form }): [string, Condition][] => {
      const [source, target] = [items[Math.min(item, from)], items[Math.max(item, from)]];
      if (!source || !target || source === target) return [];
      const leaf: Condition = { item: source.key, is: resultOf(source, form) };
      const fact: Condition = { expression: 'person.teamSize > 3' };
      const forms: Condition[] = [
        leaf,
        { not: leaf },
        { any: [leaf, fact] },
        { all: [leaf, fact] },
        { atLeast: { n: 1, of: [leaf, { not: fact }] } },
      ];
      return [[target.key, forms[form % forms.length] ?? leaf]];
    }),
  );
}
