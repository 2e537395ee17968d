import type { Link, PlanDefinition, Stage } from '@planwright/schema/definition';
import type { Item, ItemKind } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';
import type { Edge, Node } from '@xyflow/react';
import { linkId } from '../edits/links';
import { type Arrangement, arrange, type CardBox } from '../layout/arrange';
import { titleLines } from '../layout/card-size';
import type { PlanLayout } from '../layout/plan-layout';

export interface ProblemCount {
  errors: number;
  warnings: number;
}

export interface StageData extends Record<string, unknown> {
  title: string;
  weeks: string;
  index: number;
  label: string;
  errors: number;
  warnings: number;
  empty: boolean;
}
export interface ItemData extends Record<string, unknown> {
  title: string;
  lines: 1 | 2;
  kind: ItemKind;
  stageIndex: number;
  due: string;
  meta: string;
  label: string;
  errors: number;
  warnings: number;
}
export interface LinkData extends Record<string, unknown> {
  word: string;
  label: string;
  route: 'across' | 'down' | 'around';
  targetHeight: number;
}
export type StageNode = Node<StageData, 'stage'>;
export type ItemNode = Node<ItemData, 'item'>;
export type CanvasNode = StageNode | ItemNode;
export type LinkEdge = Edge<LinkData, 'link'>;

/** The sentences on the canvas, in the person's language. */
export interface CanvasWords {
  text(text: LocalizedText): string;
  /** Due words of an item; without an own rule it says so. */
  due(item: Item): string;
  /** Requirement, review and partners in a few words. */
  meta(item: Item): string;
  weeks(stage: Stage): string;
  link(link: Link): string;
  stageLabel(stage: Stage, title: string): string;
  itemLabel(item: Item, title: string, due: string, meta: string, problems: ProblemCount): string;
  linkLabel(from: string, to: string, word: string): string;
}

export interface Overlays {
  selection: readonly string[];
  /** Problems by the key of the stage or item they belong to. */
  problems: ReadonlyMap<string, ProblemCount>;
  readOnly: boolean;
}

export interface CanvasModel {
  nodes: CanvasNode[];
  edges: LinkEdge[];
  arrangement: Arrangement;
}

const NONE: ProblemCount = { errors: 0, warnings: 0 };

/** How a link runs: down where its items stand one under the other, around the cards between them, else across. */
function routeOf(from: CardBox, to: CardBox, cards: readonly CardBox[]): LinkData['route'] {
  if (from.stageKey !== to.stageKey || Math.abs(from.x - to.x) > from.width / 2 || to.y < from.y + from.height) {
    return 'across';
  }
  const between = cards.some(
    (card) =>
      card.stageKey === from.stageKey &&
      card.key !== from.key &&
      card.key !== to.key &&
      Math.abs(card.x - from.x) < card.width &&
      card.y > from.y &&
      card.y < to.y,
  );
  return between ? 'around' : 'down';
}

const HANDLES: Record<LinkData['route'], { sourceHandle: string; targetHandle: string }> = {
  across: { sourceHandle: 'out', targetHandle: 'in' },
  down: { sourceHandle: 'below', targetHandle: 'above' },
  around: { sourceHandle: 'out', targetHandle: 'side' },
};

/** Whether two plain records hold the same, one level deep and in `data` and `position` two. */
function same(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => same(value, Reflect.get(b, key), depth - 1));
}

/** Keeps the objects of the last model where nothing changed: React Flow renders again what is not the same object. */
function share<Part extends { id: string }>(parts: Part[], before: readonly Part[] | undefined): Part[] {
  const known = new Map((before ?? []).map((part) => [part.id, part]));
  return parts.map((part) => {
    const old = known.get(part.id);
    return old && same(old, part, 2) ? old : part;
  });
}

/**
 * The one way from the plan to the canvas: stages become bands, items cards in them, links edges.
 * Pure; what did not change since `before` keeps its identity.
 */
export function toCanvas(
  definition: PlanDefinition,
  layout: PlanLayout,
  words: CanvasWords,
  { selection, problems, readOnly }: Overlays,
  before?: CanvasModel,
): CanvasModel {
  const titles = new Map(definition.stages.flatMap((stage) => stage.items.map((i) => [i.key, words.text(i.title)])));
  const arrangement = arrange(definition, layout, (key) => titles.get(key) ?? key);
  const cards = new Map(arrangement.items.map((card) => [card.key, card]));
  const selected = new Set(selection);
  const nodes: CanvasNode[] = [];

  definition.stages.forEach((stage, index) => {
    const box = arrangement.stages[index];
    if (!box) return;
    const title = words.text(stage.title);
    const { errors, warnings } = problems.get(stage.key) ?? NONE;
    nodes.push({
      id: stage.key,
      type: 'stage',
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      dragHandle: '.stage-grip',
      draggable: !readOnly,
      connectable: false,
      selected: selected.has(stage.key),
      ariaLabel: words.stageLabel(stage, title),
      data: {
        title,
        weeks: words.weeks(stage),
        index,
        label: words.stageLabel(stage, title),
        errors,
        warnings,
        empty: stage.items.length === 0,
      },
    });
  });
  definition.stages.forEach((stage, stageIndex) => {
    for (const item of stage.items) {
      const card = cards.get(item.key);
      if (!card) continue;
      const title = titles.get(item.key) ?? item.key;
      const count = problems.get(item.key) ?? NONE;
      const [due, meta] = [words.due(item), words.meta(item)];
      const label = words.itemLabel(item, title, due, meta, count);
      nodes.push({
        id: item.key,
        type: 'item',
        parentId: stage.key,
        position: { x: card.x, y: card.y },
        width: card.width,
        height: card.height,
        draggable: !readOnly,
        connectable: !readOnly,
        selected: selected.has(item.key),
        ariaLabel: label,
        data: { title, lines: titleLines(title), kind: item.kind, stageIndex, due, meta, label, ...count },
      });
    }
  });

  const edges = (definition.links ?? []).flatMap((link): LinkEdge[] => {
    const [from, to] = [cards.get(link.from), cards.get(link.to)];
    if (!from || !to) return [];
    const route = routeOf(from, to, arrangement.items);
    const word = words.link(link);
    const label = words.linkLabel(titles.get(link.from) ?? link.from, titles.get(link.to) ?? link.to, word);
    const id = linkId(link);
    return [
      {
        id,
        type: 'link',
        source: link.from,
        target: link.to,
        ...HANDLES[route],
        selected: selected.has(id),
        interactionWidth: 24,
        ariaLabel: label,
        data: { word, label, route, targetHeight: to.height },
      },
    ];
  });
  const unique = [...new Map(edges.map((edge) => [edge.id, edge])).values()];
  return { nodes: share(nodes, before?.nodes), edges: share(unique, before?.edges), arrangement };
}
