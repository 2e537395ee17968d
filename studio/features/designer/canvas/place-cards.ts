import { moveItem } from '../edits/items';
import type { Arrangement } from '../layout/arrange';
import { type Drop, dropAt } from '../layout/drop';
import type { Point } from '../layout/plan-layout';
import type { PlanDocument } from '../store/plan-document';

export interface MovedCard {
  key: string;
  /** Top left corner in canvas pixels. */
  corner: Point;
}

/** Puts cards where they were dropped, as one edit: into the order of a stage's column, or beside it. */
export function placeCards(document: PlanDocument, arrangement: Arrangement, cards: readonly MovedCard[]): void {
  // From the lowest up: those that fall into the same gap push the ones below them down.
  for (const { key, corner } of [...cards].sort((a, b) => b.corner.y - a.corner.y)) {
    const height = arrangement.items.find((card) => card.key === key)?.height ?? 0;
    const drop = dropAt(arrangement, corner, height, key);
    if (drop) placeCard(document, key, drop);
  }
}

/** One card at its place. In its own stage a free place leaves the order alone: there it is only where it lies. */
export function placeCard(document: PlanDocument, key: string, drop: Drop): void {
  const stage = document.definition.stages.find((each) => each.items.some((item) => item.key === key));
  const index = stage?.items.findIndex((item) => item.key === key);
  if (stage?.key !== drop.stageKey || (!drop.at && index !== drop.index)) {
    moveItem(document.definition, key, drop.stageKey, drop.index);
  }
  if (drop.at) document.layout.items[key] = drop.at;
  else delete document.layout.items[key];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const FREE_STEP = 8;
const STEPS: Record<Direction, Point> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/**
 * The keyboard's twin of dragging: up and down in the stage's order, left and right into the neighbouring stage. A card
 * that was put beside the column moves a step there.
 */
export function stepCard(document: PlanDocument, key: string, direction: Direction): void {
  const { stages } = document.definition;
  const step = STEPS[direction];
  const free = document.layout.items[key];
  if (free) {
    document.layout.items[key] = { x: free.x + step.x * FREE_STEP, y: free.y + step.y * FREE_STEP };
    return;
  }
  const from = stages.findIndex((stage) => stage.items.some((item) => item.key === key));
  const index = stages[from]?.items.findIndex((item) => item.key === key) ?? -1;
  const target = stages[from + step.x];
  if (index < 0 || !target) return;
  const place = step.x === 0 ? index + step.y : Math.min(index, target.items.length);
  if (place >= 0) moveItem(document.definition, key, target.key, place);
}
