'use client';
import type { NodeProps } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { stageColours } from '@/features/tokens/tokens';
import { ProblemSign } from '../problems/problem-sign';
import { useDesigner } from '../store/use-designer';
import styles from './canvas.module.css';
import type { StageNode as StageNodeType } from './to-canvas';

/** A stage's band. It asks only whether a card is about to fall into it. */
export const StageNode = memo(function StageNode({ id, data }: NodeProps<StageNodeType>) {
  const t = useTranslations('designer');
  const receives = useDesigner((state) => state.dropStage === id);
  const { ink, soft } = stageColours(data.index);
  return (
    <div
      className={styles.band}
      style={{ '--stage-ink': ink, '--stage-soft': soft } as React.CSSProperties}
      data-receives={receives || undefined}
      data-testid={`stage-${id}`}
    >
      <header className={styles.bandHead}>
        <span className={styles.bandText}>
          <span className={styles.bandTitle} title={data.title}>
            {data.title}
          </span>
          <span className={styles.weeks}>{data.weeks}</span>
        </span>
        <ProblemSign errors={data.errors} warnings={data.warnings} />
      </header>
      {data.empty && <p className={styles.emptyBand}>{t('canvas.emptyStage')}</p>}
    </div>
  );
});
