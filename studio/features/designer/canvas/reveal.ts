import type { ReactFlowInstance } from '@xyflow/react';
import type { Arrangement, Box } from '../layout/arrange';
import { showAll, TOP } from './show-all';
import type { CanvasModel, CanvasNode, LinkEdge } from './to-canvas';

const MARGIN = 24;
const READABLE = 0.75;

/** Place of a stage, an item or a link (its target) on the canvas. */
function boxOf({ arrangement, edges }: CanvasModel, id: string): Box | undefined {
  const { stages, items }: Arrangement = arrangement;
  const key = edges.find((edge) => edge.id === id)?.target ?? id;
  const card = items.find((each) => each.key === key);
  const stage = stages.find((each) => each.key === (card?.stageKey ?? key));
  return card && stage ? { ...card, x: stage.x + card.x, y: stage.y + card.y } : stage;
}

/** Brings something into view; what can be seen already stays where it is, and the zoom with it. */
export function reveal(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  model: CanvasModel,
  frame: HTMLElement | null,
  id: string,
  motion: { duration: number },
): void {
  const box = boxOf(model, id);
  if (!box || !frame) return;
  const { x, y, zoom } = flow.getViewport();
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  const isVisible =
    zoom >= READABLE &&
    left >= MARGIN &&
    top >= MARGIN &&
    left + box.width * zoom <= frame.clientWidth - MARGIN &&
    top + Math.min(box.height, frame.clientHeight / 2) * zoom <= frame.clientHeight - MARGIN;
  if (isVisible) return;
  const last = model.arrangement.stages.at(-1);
  const fits =
    last &&
    (last.x + last.width) * READABLE <= frame.clientWidth - 2 * MARGIN &&
    last.height * READABLE <= frame.clientHeight - TOP - MARGIN;
  if (fits) {
    showAll(flow, model.arrangement, frame, motion);
    return;
  }
  void flow.setCenter(box.x + box.width / 2, box.y + Math.min(box.height, 240) / 2, {
    zoom: Math.max(READABLE, zoom),
    ...motion,
  });
}
