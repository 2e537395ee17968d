import {
  dateRuleInSentence,
  describeItemKind,
  describeRequirement,
  itemsOf,
  type PlacedItem,
} from '../definition/index.js';
import { type Item, type KeyedEntry, listsOf, type Words } from '../kinds/index.js';
import { textIn } from '../text/index.js';
import { fieldChanges, type Subject, same } from './diff-fields.js';
import { listChanges } from './diff-lists.js';
import { sayIn } from './generated/messages.js';
import { matchLists, movedPlaces } from './match-lists.js';
import { type DiffContext, spaced, type ToldChange, tell } from './plan-change.js';

/** Items across all stages: a key that turns up in another stage has moved, it was not removed and added. */
export function itemChanges(context: DiffContext): ToldChange[] {
  const matches = matchLists(itemsOf(context.before), itemsOf(context.after), ({ item }) => item.key);
  const stays = matches.filter(
    ({ before, after }) => before && after && before.entry.stage.key === after.entry.stage.key,
  );
  const moved = new Set(
    context.after.stages.flatMap((stage) => {
      const inStage = stays.filter(({ after }) => after?.entry.stage === stage);
      return movedPlaces(inStage.map(({ before }) => before?.index ?? 0)).map((at) => inStage[at]?.id);
    }),
  );
  return matches.flatMap(({ id, before, after }): ToldChange[] => {
    if (!before && after) return [added(context, after.entry)];
    if (before && !after) return [removed(context, before.entry)];
    if (!before || !after) return [];
    return [
      ...movedItem(context, before.entry, after.entry, moved.has(id)),
      ...itemFields(context, before.entry, after.entry),
    ];
  });
}

function pathOf({ stage, item }: PlacedItem): string[] {
  return ['stages', stage.key, 'items', item.key];
}

/** `必修课程《X》`, `the required course “X”`. */
function described(context: DiffContext, item: Item, name: string): Subject {
  const kind = describeItemKind(item.kind, context.language);
  const requirement = describeRequirement(item.requirement, context.language);
  return sayIn(context.language, 'diffItems.described', { requirement, kind, name });
}

function added(context: DiffContext, placed: PlacedItem): ToldChange {
  const { item, stage } = placed;
  const words = { item: described(context, item, context.nameAfter(item.key)), inStage: context.nameAfter(stage.key) };
  const due = item.due && dateRuleInSentence(item.due, context.language, context.nameAfter);
  const sentence =
    due === undefined
      ? tell(context, 'diffItems.adds', words)
      : tell(context, 'diffItems.addsDue', { ...words, due: spaced(context, due).trimStart() });
  return { kind: 'ADDED', path: pathOf(placed), sentence, after: item };
}

function removed(context: DiffContext, placed: PlacedItem): ToldChange {
  const item = described(context, placed.item, context.nameBefore(placed.item.key));
  const inStage = context.nameBefore(placed.stage.key);
  return {
    kind: 'REMOVED',
    path: pathOf(placed),
    sentence: tell(context, 'diffItems.removesFrom', { inStage, item }),
    before: placed.item,
  };
}

function movedItem(context: DiffContext, before: PlacedItem, after: PlacedItem, outOfOrder: boolean): ToldChange[] {
  const name = context.nameAfter(after.item.key);
  const change = (sentence: string): ToldChange[] => [{ kind: 'MOVED', path: pathOf(after), sentence }];
  if (before.stage.key !== after.stage.key) {
    const [from, to] = [context.nameBefore(before.stage.key), context.nameAfter(after.stage.key)];
    return change(tell(context, 'diffItems.movesFrom', { name, from, to }));
  }
  if (!outOfOrder) return [];
  const previous = after.stage.items[after.index - 1];
  const stage = context.nameAfter(after.stage.key);
  if (!previous) return change(tell(context, 'diffItems.movesFront', { name, stage }));
  const behind = context.nameAfter(previous.key);
  return change(tell(context, 'diffItems.movesBehind', { name, stage, behind }));
}

function itemFields(context: DiffContext, before: PlacedItem, after: PlacedItem): ToldChange[] {
  if (same(before.item, after.item)) return [];
  const name = context.nameAfter(after.item.key);
  const subject = name;
  const path = pathOf(after);
  return [
    ...requirementChange(context, before, after),
    ...fieldChanges(
      context,
      subject,
      path,
      withoutLists(before.item),
      withoutLists(after.item),
      new Set(['key', 'requirement']),
    ),
    ...entryChanges(context, before.item, after.item, { path, subject }),
  ];
}

function requirementChange(context: DiffContext, before: PlacedItem, after: PlacedItem): ToldChange[] {
  const [old, now] = [before.item.requirement, after.item.requirement];
  if (old === now) return [];
  const name = context.nameAfter(after.item.key);
  const [from, to] = [describeRequirement(old, context.language), describeRequirement(now, context.language)];
  return [
    {
      kind: 'CHANGED',
      path: [...pathOf(after), 'requirement'],
      sentence: tell(context, 'diffItems.becomes', { name, from, to }),
      before: old,
      after: now,
    },
  ];
}

/** Steps, questions: compared one by one, by their keys. */
function entryChanges(
  context: DiffContext,
  before: Item,
  after: Item,
  { path, subject }: { path: string[]; subject: Subject },
): ToldChange[] {
  const known = new Map([...listsOf(before), ...listsOf(after)].map((list) => [list.path.join('.'), list]));
  return [...known].flatMap(([name, { path: own, word }]) => {
    const entriesOf = (item: Item): KeyedEntry[] => [
      ...(listsOf(item).find((list) => list.path.join('.') === name)?.entries ?? []),
    ];
    return listChanges<KeyedEntry>(context, entriesOf(before), entriesOf(after), {
      path: [...path, ...own],
      owner: subject,
      identity: ({ key }) => key,
      subject: ({ text }) => titled(context, text, word),
      detail: (entry) => detailOf(context, entry),
    });
  });
}

function detailOf(context: DiffContext, { due, scale }: KeyedEntry): string {
  if (scale !== undefined) return tell(context, 'diffItems.scale', { scale });
  const date = due && dateRuleInSentence(due, context.language, context.nameAfter);
  if (date === undefined) return '';
  return sayIn(context.language, 'diffItems.due', { date: spaced(context, date).trimStart() });
}

function titled(context: DiffContext, text: KeyedEntry['text'], word: Words): Subject {
  const name = textIn(text, context.language);
  return sayIn(context.language, 'diffItems.entry', { word, name });
}

/** The item without what is compared one by one. */
function withoutLists(item: Item): object {
  const blocks = Object.fromEntries(
    listsOf(item).map(({ path: [block, list] }) => [
      block,
      { ...Object.entries(item).find(([name]) => name === block)?.[1], [list]: undefined },
    ]),
  );
  return { ...item, ...blocks };
}
