import { type Arrangement, COLUMN_GAP, HEADER, orderAt, PAD, stageAt } from './arrange';
import { CARD_WIDTH } from './card-size';
import type { Point } from './plan-layout';

export interface Drop {
  stageKey: string;
  /** Place in the stage's order among the other items. */
  index: number;
  /** Only beside the first column: there the order places a card, elsewhere the designer does. */
  at?: Point;
}

/** So far may a card stray from the first column and still belong to it. */
const STRAY = 80;
const GRID = 8;
const COLUMN = CARD_WIDTH + COLUMN_GAP;

/**
 * Where a card belongs whose top left corner is dropped at `corner` (canvas pixels): the stage under its middle, and
 * either the place in the order of its first column, or a free place in a column beside it, clear of other cards.
 */
export function dropAt(arrangement: Arrangement, corner: Point, height: number, moving?: string): Drop | undefined {
  const stage = stageAt(arrangement, { x: corner.x + CARD_WIDTH / 2, y: corner.y });
  if (!stage) return undefined;
  const index = orderAt(arrangement, stage.key, corner.y - stage.y + height / 2, moving);
  const column = Math.max(0, Math.ceil((corner.x - stage.x - PAD - STRAY) / COLUMN));
  if (column === 0) return { stageKey: stage.key, index };
  const at = {
    x: PAD + column * COLUMN,
    y: Math.max(HEADER + PAD, Math.round((corner.y - stage.y) / GRID) * GRID),
  };
  const others = arrangement.items
    .filter((card) => card.stageKey === stage.key && card.key !== moving && Math.abs(card.x - at.x) < CARD_WIDTH)
    .sort((a, b) => a.y - b.y);
  for (const card of others) {
    if (at.y < card.y + card.height && card.y < at.y + height) at.y = card.y + card.height + GRID;
  }
  return { stageKey: stage.key, index, at };
}
