/** Where a card lies, in pixels from the top left corner of its stage's band. */
export interface Point {
  x: number;
  y: number;
}

/**
 * The layout document: where the designer put cards. It lies beside the definition, outside hash, diff and version;
 * what it does not name is arranged by itself.
 */
export interface PlanLayout {
  items: Record<string, Point>;
}

export const EMPTY_LAYOUT: PlanLayout = { items: {} };

const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' &&
  value !== null &&
  'x' in value &&
  'y' in value &&
  Number.isFinite(value.x) &&
  Number.isFinite(value.y);

/** Reads a stored layout and leaves out what it does not understand, since a card can always be arranged again. */
export function readLayout(stored: unknown): PlanLayout {
  if (typeof stored !== 'object' || stored === null || !('items' in stored)) return EMPTY_LAYOUT;
  const { items } = stored;
  if (typeof items !== 'object' || items === null) return EMPTY_LAYOUT;
  const points = Object.entries(items).flatMap(([key, value]) =>
    isPoint(value) ? [[key, { x: value.x, y: value.y }] as const] : [],
  );
  return { items: Object.fromEntries(points) };
}
