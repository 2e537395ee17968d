'use client';
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useDesignerStore } from '../store/use-designer';
import styles from './canvas.module.css';
import { linkPath } from './link-path';
import type { LinkEdge as LinkEdgeType } from './to-canvas';

/** A link with its condition as a word; the word selects it too. */
export const LinkEdge = memo(function LinkEdge({
  id,
  data,
  selected,
  markerEnd,
  interactionWidth,
  ...ends
}: EdgeProps<LinkEdgeType>) {
  const store = useDesignerStore();
  const { d, labelX, labelY, labelAnchor } = linkPath(data?.route ?? 'across', ends, data?.targetHeight ?? 0);
  const shift = labelAnchor === 'end' ? '-100%' : '-50%';
  return (
    <>
      <BaseEdge
        id={id}
        path={d}
        interactionWidth={interactionWidth ?? 24}
        className={styles.link ?? ''}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      <EdgeLabelRenderer>
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.word} nodrag nopan`}
          style={{ transform: `translate(${shift}, -50%) translate(${labelX}px, ${labelY}px)` }}
          data-selected={selected || undefined}
          aria-label={data?.label}
          onClick={() => store.getState().select([id])}
        >
          {data?.word}
        </button>
      </EdgeLabelRenderer>
    </>
  );
});
