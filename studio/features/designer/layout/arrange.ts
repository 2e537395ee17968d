import type { PlanDefinition, Stage } from '@planwright/schema/definition';
import { CARD_WIDTH, cardHeight } from './card-size';
import type { PlanLayout, Point } from './plan-layout';

export interface Box extends Point {
  width: number;
  height: number;
}
/** A stage's band, in canvas pixels. */
export interface StageBox extends Box {
  key: string;
}
/** A card, in pixels from the top left corner of its stage's band. */
export interface CardBox extends Box {
  key: string;
  stageKey: string;
}
export interface Arrangement {
  stages: StageBox[];
  items: CardBox[];
}

export const HEADER = 60;
export const PAD = 16;
export const GAP = 36;
export const COLUMN_GAP = 40;
const STAGE_GAP = 48;
const LONGEST_COLUMN = 8;
const MIN_HEIGHT = 520;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Cards of one stage: those the designer placed stay where they were placed, the others go in columns around them. */
function arrangeCards(stage: Stage, layout: PlanLayout, titleOf: (key: string) => string): CardBox[] {
  const sized = stage.items.map((item) => {
    const stored = layout.items[item.key];
    return { key: item.key, stageKey: stage.key, width: CARD_WIDTH, height: cardHeight(titleOf(item.key)), stored };
  });
  const placed: CardBox[] = sized.flatMap(({ stored, ...card }) =>
    stored ? [{ ...card, x: Math.max(PAD, stored.x), y: Math.max(HEADER + PAD, stored.y) }] : [],
  );
  const cursor = { x: PAD, y: HEADER + PAD, inColumn: 0 };
  const boxes = new Map(placed.map((card) => [card.key, card]));
  for (const { stored, ...card } of sized) {
    if (stored) continue;
    if (cursor.inColumn === LONGEST_COLUMN) {
      cursor.x += CARD_WIDTH + COLUMN_GAP;
      cursor.y = HEADER + PAD;
      cursor.inColumn = 0;
    }
    const box = { ...card, x: cursor.x, y: cursor.y };
    for (let hit = placed.find((other) => overlaps(box, other)); hit; hit = placed.find((o) => overlaps(box, o))) {
      box.y = hit.y + hit.height + GAP;
    }
    boxes.set(box.key, box);
    cursor.y = box.y + box.height + GAP;
    cursor.inColumn += 1;
  }
  return stage.items.flatMap((item) => boxes.get(item.key) ?? []);
}

/**
 * Bands from left to right in the plan's order, all of one height, each wide enough for its cards.
 * The same definition and layout always give the same arrangement.
 */
export function arrange(
  definition: PlanDefinition,
  layout: PlanLayout,
  titleOf: (itemKey: string) => string,
): Arrangement {
  const cards = definition.stages.map((stage) => arrangeCards(stage, layout, titleOf));
  const height = Math.max(MIN_HEIGHT, ...cards.flat().map((card) => card.y + card.height + PAD + GAP));
  let x = 0;
  const stages = definition.stages.map((stage, index): StageBox => {
    const right = Math.max(PAD + CARD_WIDTH, ...(cards[index] ?? []).map((card) => card.x + card.width));
    const box = { key: stage.key, x, y: 0, width: right + PAD + 8, height };
    x += box.width + STAGE_GAP;
    return box;
  });
  return { stages, items: cards.flat() };
}

/** The stage whose band holds the point; beside all bands the nearest one, so that a dropped card is never lost. */
export function stageAt(arrangement: Arrangement, point: Point): StageBox | undefined {
  const distance = (box: StageBox): number => Math.max(box.x - point.x, 0, point.x - box.x - box.width);
  return [...arrangement.stages].sort((a, b) => distance(a) - distance(b))[0];
}

/** Where in its stage's order an item belongs that lies at `y`: after the cards whose middle is above it. */
export function orderAt(arrangement: Arrangement, stageKey: string, y: number, moving?: string): number {
  return arrangement.items.filter(
    (card) => card.stageKey === stageKey && card.key !== moving && card.y + card.height / 2 < y,
  ).length;
}

/** Where a dragged stage belongs: after the bands whose middle is left of its own. */
export function stageOrderAt(arrangement: Arrangement, stageKey: string, middle: number): number {
  return arrangement.stages.filter((box) => box.key !== stageKey && box.x + box.width / 2 < middle).length;
}
