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
  for (const { key, corner } of [...cards].sort((a, b) => a.corner.y - b.corner.y)) {
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
