import { GAP } from '../layout/arrange';
import type { LinkData } from './to-canvas';

export interface LinkEnds {
  sourceX: number;
  sourceY: number;
  targetX: number;
  targetY: number;
}

export interface LinkPath {
  /** SVG path data. */
  d: string;
  labelX: number;
  labelY: number;
  /** Which point of the label lies there. */
  labelAnchor: 'middle' | 'end';
}

const BULGE = 13;
const CORNER = 8;
const LABEL_FROM_TARGET = 44;
const NEAR = 200;

/**
 * Down: straight. Around: out to the right of the cards and back, its word in the gap above the card that it enters.
 * Across: a curve that leaves and arrives level. `targetHeight` is that of the card entered.
 */
export function linkPath(
  route: LinkData['route'],
  { sourceX, sourceY, targetX, targetY }: LinkEnds,
  targetHeight: number,
): LinkPath {
  if (route === 'down') {
    return {
      d: `M${sourceX},${sourceY} L${targetX},${targetY}`,
      labelX: (sourceX + targetX) / 2,
      labelY: (sourceY + targetY) / 2,
      labelAnchor: 'middle',
    };
  }
  if (route === 'around') {
    const x = Math.max(sourceX, targetX) + BULGE;
    return {
      d: `M${sourceX},${sourceY} H${x - CORNER} Q${x},${sourceY} ${x},${sourceY + CORNER} V${targetY - CORNER} Q${x},${targetY} ${x - CORNER},${targetY} H${targetX}`,
      labelX: x - 6,
      labelY: targetY - targetHeight / 2 - GAP / 2,
      labelAnchor: 'end',
    };
  }
  const bend = Math.max(32, Math.abs(targetX - sourceX) / 2);
  const isNear = targetX > sourceX && targetX - sourceX < NEAR;
  return {
    d: `M${sourceX},${sourceY} C${sourceX + bend},${sourceY} ${targetX - bend},${targetY} ${targetX},${targetY}`,
    labelX: isNear ? (sourceX + targetX) / 2 : targetX - LABEL_FROM_TARGET,
    labelY: isNear ? (sourceY + targetY) / 2 : targetY,
    labelAnchor: 'middle',
  };
}
