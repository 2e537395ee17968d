import { canonicalJson, type Link, type PlanDefinition } from '../definition/index.js';
import { kindOf, stepsOf } from '../kinds/index.js';
import { applyCommand } from './apply-command.js';
import { CONTAINERS, type Command, type Edit, PLAN_FIELDS } from './command.js';
import { itemAt, linkIdentity, stageAt } from './place-in-plan.js';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * The commands that make `after` of `before`, in the order in which they are to be applied. Things are the same by their
 * keys. Both plans have no key twice (`duplicate-key`), else a RangeError: no command could tell them apart.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass in the order in which the commands apply
export function commandsBetween(before: PlanDefinition, after: PlanDefinition): Command[] {
  const work = new Work(before);
  const afterItems = new Set(after.stages.flatMap((stage) => stage.items.map(({ key }) => key)));
  const afterStages = new Set(after.stages.map(({ key }) => key));

  // What goes first makes its key free for what comes; a stage goes only after its items have found another.
  syncLists(work, after, 'removals');
  for (const stage of before.stages)
    for (const { key } of stage.items) {
      const goesWithItsStage = !afterStages.has(stage.key) && !afterStages.has(key);
      if (!afterItems.has(key) && !goesWithItsStage) work.do({ kind: 'removeItem', payload: { key } });
    }
  for (const [index, { items: _items, ...stage }] of after.stages.entries())
    if (!before.stages.some(({ key }) => key === stage.key))
      work.do({ kind: 'addStage', payload: { stage: { ...stage, items: [] }, index } });
  for (const stage of after.stages)
    for (const { key } of stage.items) {
      const old = before.stages.find(({ items }) => items.some((item) => item.key === key));
      if (old && old.key !== stage.key) work.do({ kind: 'moveItem', payload: { key, stageKey: stage.key } });
    }
  for (const { key } of before.stages) if (!afterStages.has(key)) work.do({ kind: 'removeStage', payload: { key } });

  for (const [index, stage] of after.stages.entries()) {
    if (work.plan.stages[index]?.key !== stage.key) work.do({ kind: 'moveStage', payload: { key: stage.key, index } });
    work.edit('editStage', { key: stage.key }, work.plan.stages[stageAt(work.plan, stage.key)], stage, ['items']);
    for (const [place, item] of stage.items.entries()) {
      const there = work.plan.stages[index]?.items;
      if (!there?.some(({ key }) => key === item.key))
        work.do({ kind: 'addItem', payload: { stageKey: stage.key, item, index: place } });
      else if (there[place]?.key !== item.key)
        work.do({ kind: 'moveItem', payload: { key: item.key, stageKey: stage.key, index: place } });
    }
  }
  for (const item of after.stages.flatMap((stage) => stage.items)) syncItem(work, item);
  syncLists(work, after, 'rest');
  syncLinks(work, after);
  for (const [kind, name, property] of [
    ['setJoin', 'joins', 'join'],
    ['setCondition', 'conditions', 'condition'],
  ] as const)
    for (const itemKey of new Set([...Object.keys(before[name] ?? {}), ...Object.keys(after[name] ?? {})])) {
      const value = after[name]?.[itemKey] ?? null;
      if (!same(before[name]?.[itemKey], value))
        work.do({ kind, payload: { itemKey, [property]: value } } as unknown as Edit);
    }
  if (!same(before.scoring, after.scoring))
    work.do({ kind: 'setScoring', payload: { scoring: after.scoring ?? null } });
  const told = [...CONTAINERS.filter((name) => !same(after[name], emptyOf(name)) && after[name] !== undefined)];
  work.edit('editPlan', {}, work.plan, after, ['format', 'stages', 'scoring', ...told], PLAN_FIELDS);
  return work.commands;
}

const emptyOf = (name: (typeof CONTAINERS)[number]) => (name === 'joins' || name === 'conditions' ? {} : []);

/** The plan on its way, and the commands so far. */
class Work {
  readonly commands: Command[] = [];
  constructor(public plan: PlanDefinition) {}

  do(edit: Edit): void {
    const command = { ...edit, id: `edit-${String(this.commands.length + 1).padStart(4, '0')}` } as Command;
    const result = applyCommand(this.plan, command);
    if ('problem' in result) throw new RangeError(`${command.kind}: ${result.problem.message.en}`);
    this.plan = result.definition;
    this.commands.push(command);
  }

  /** One command for all properties that differ; none when none does. */
  edit(
    kind: Edit['kind'],
    identity: object,
    before: object | undefined,
    after: object,
    except: readonly string[] = [],
    only?: ReadonlySet<string>,
  ): void {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
    const set: Record<string, unknown> = {};
    const unset: string[] = [];
    for (const name of names) {
      if (except.includes(name) || (only && !only.has(name))) continue;
      const [old, now]: unknown[] = [Reflect.get(before ?? {}, name), Reflect.get(after, name)];
      if (old === undefined ? now === undefined : now !== undefined && same(old, now)) continue;
      if (now === undefined) unset.push(name);
      else set[name] = now;
    }
    const payload = {
      ...identity,
      ...(Object.keys(set).length > 0 ? { set } : {}),
      ...(unset.length > 0 ? { unset } : {}),
    };
    if (Object.keys(set).length + unset.length > 0) this.do({ kind, payload } as unknown as Edit);
  }
}

function syncItem(work: Work, item: PlanDefinition['stages'][number]['items'][number]): void {
  const old = itemAt(work.plan, item.key).item;
  if (same(old, item)) return;
  // Steps are edited one by one where both sides write them out; anything else in `task` is one property.
  const [had, wanted] = [kindOf(old).steps?.(old), kindOf(item).steps?.(item)];
  if (had && wanted) {
    const steps = () => stepsOf(itemAt(work.plan, item.key).item);
    for (const { key } of had)
      if (!wanted.some((step) => step.key === key))
        work.do({ kind: 'removeStep', payload: { itemKey: item.key, key } });
    for (const [index, step] of wanted.entries()) {
      const current = steps();
      if (!current.some(({ key }) => key === step.key))
        work.do({ kind: 'addStep', payload: { itemKey: item.key, step, index } });
      else if (current[index]?.key !== step.key)
        work.do({ kind: 'moveStep', payload: { itemKey: item.key, key: step.key, index } });
      work.edit('editStep', { itemKey: item.key, key: step.key }, steps()[index], step);
    }
  }
  work.edit('editItem', { key: item.key }, itemAt(work.plan, item.key).item, item);
}

/** Electives and reminders: removals first, so that keys are free; then additions, places and properties. */
function syncLists(work: Work, after: PlanDefinition, part: 'removals' | 'rest'): void {
  for (const { name, property, nouns } of [
    { name: 'electives', property: 'group', nouns: 'Elective' },
    { name: 'reminders', property: 'reminder', nouns: 'Reminder' },
  ] as const) {
    const wanted: readonly { key: string }[] = after[name] ?? [];
    const current = (): readonly { key: string }[] => work.plan[name] ?? [];
    const remove = (key: string) => work.do({ kind: `remove${nouns}`, payload: { key } } as Edit);
    if (part === 'removals') {
      for (const { key } of current()) if (!wanted.some((one) => one.key === key)) remove(key);
      continue;
    }
    for (const [index, one] of wanted.entries()) {
      if (current()[index]?.key !== one.key) {
        if (current().some(({ key }) => key === one.key)) remove(one.key);
        work.do({ kind: `add${nouns}`, payload: { [property]: one, index } } as unknown as Edit);
      }
      work.edit(`edit${nouns}`, { key: one.key }, current()[index], one);
    }
  }
}

function syncLinks(work: Work, after: PlanDefinition): void {
  const wanted = after.links ?? [];
  const links = () => work.plan.links ?? [];
  const count = (list: readonly Link[], identity: string) =>
    list.filter((one) => linkIdentity(one) === identity).length;
  for (const [at, { from, to, on }] of [...links().entries()].reverse()) {
    const identity = linkIdentity({ from, to, on });
    if (count(links(), identity) > count(wanted, identity))
      work.do({ kind: 'unlink', payload: { from, to, on, index: at } });
  }
  for (const [index, link] of wanted.entries()) {
    const identity = linkIdentity(link);
    const there = links().findIndex((one, at) => at >= index && linkIdentity(one) === identity);
    const { from, to, on } = link;
    if (there !== index) {
      if (there > index) work.do({ kind: 'unlink', payload: { from, to, on, index: there } });
      work.do({ kind: 'link', payload: { link, index } });
    }
    work.edit('editLink', { from, to, on, index }, links()[index], link);
  }
}
