import type { ReactFlowInstance } from '@xyflow/react';
import type { Arrangement } from '../layout/arrange';
import type { CanvasNode, LinkEdge } from './to-canvas';

const MARGIN = 24;
/** Room for the switch of views above the bands. */
export const TOP = 56;
const SMALLEST = 0.5;

/** Shows the whole plan from its top, as large as fits but never so small that titles cannot be read. */
export function showAll(
  flow: ReactFlowInstance<CanvasNode, LinkEdge>,
  { stages }: Arrangement,
  frame: HTMLElement | null,
  motion: { duration?: number } = {},
): void {
  const last = stages.at(-1);
  if (!frame || !last) return;
  const [width, height] = [last.x + last.width, last.height];
  const byWidth = (frame.clientWidth - 2 * MARGIN) / width;
  const byHeight = (frame.clientHeight - TOP - MARGIN) / height;
  const zoom = Math.min(1, Math.max(SMALLEST, Math.min(byWidth, Math.max(byHeight, 0.75))));
  const x = Math.max(MARGIN, (frame.clientWidth - width * zoom) / 2);
  void flow.setViewport({ x, y: TOP, zoom }, motion);
}
