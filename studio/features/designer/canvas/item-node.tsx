'use client';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { KindIcon } from '@/features/states/kind-icon';
import { stageColours } from '@/features/tokens/tokens';
import { ProblemSign } from '../problems/problem-sign';
import styles from './canvas.module.css';
import type { ItemNode as ItemNodeType } from './to-canvas';

/** A card. It reads nothing but its own data, so that dragging one card renders one card. */
export const ItemNode = memo(function ItemNode({ id, data, isConnectable }: NodeProps<ItemNodeType>) {
  return (
    <div
      className={styles.card}
      style={{ '--stage-ink': stageColours(data.stageIndex).ink } as React.CSSProperties}
      data-testid={`item-${id}`}
    >
      <div className={styles.cardHead}>
        <span className={styles.kind}>
          <KindIcon kind={data.kind} />
        </span>
        <span className={styles.title} style={{ WebkitLineClamp: data.lines }} title={data.title}>
          {data.title}
        </span>
      </div>
      <span className={styles.badge}>
        <ProblemSign errors={data.errors} warnings={data.warnings} />
      </span>
      <div className={styles.due} title={data.due}>
        {data.due}
      </div>
      <div className={styles.meta} title={data.meta}>
        {data.meta}
      </div>
      <Handle
        id="in"
        type="target"
        position={Position.Left}
        isConnectable={isConnectable}
        className={styles.handle}
        data-testid={`handle-in-${id}`}
      />
      <Handle
        id="out"
        type="source"
        position={Position.Right}
        isConnectable={isConnectable}
        className={styles.handle}
        data-testid={`handle-out-${id}`}
      />
      <Handle id="above" type="target" position={Position.Top} isConnectable={false} className={styles.anchor} />
      <Handle id="below" type="source" position={Position.Bottom} isConnectable={false} className={styles.anchor} />
      <Handle id="side" type="target" position={Position.Right} isConnectable={false} className={styles.anchor} />
    </div>
  );
});
