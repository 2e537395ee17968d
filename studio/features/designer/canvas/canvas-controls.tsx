'use client';
import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import { Maximize, Minus, Plus, Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import styles from './canvas.module.css';
import { motion } from './motion';

/** Zoom, fit, and tidy (forgets where cards were put by hand). */
export function CanvasControls({ onFit }: { onFit: () => void }) {
  const t = useTranslations('designer.canvas');
  const flow = useReactFlow();
  const { zoom } = useViewport();
  const store = useDesignerStore();
  const isPlaced = useDesigner((state) => Object.keys(state.document.layout.items).length > 0);
  const readOnly = useDesigner((state) => state.readOnly);
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <Panel position="bottom-left" className={styles.controls ?? ''}>
      <button type="button" onClick={() => flow.zoomOut(motion())} aria-label={t('zoomOut')} title={t('zoomOut')}>
        <Minus {...icon} />
      </button>
      <button type="button" onClick={() => flow.zoomTo(1, motion())} title={t('actualSize')}>
        {Math.round(zoom * 100)}%
      </button>
      <button type="button" onClick={() => flow.zoomIn(motion())} aria-label={t('zoomIn')} title={t('zoomIn')}>
        <Plus {...icon} />
      </button>
      <button type="button" onClick={onFit}>
        <Maximize {...icon} />
        {t('fit')}
      </button>
      {isPlaced && !readOnly && (
        <button
          type="button"
          onClick={() =>
            store.getState().editDocument({ key: 'tidy' }, (document) => {
              document.layout.items = {};
            })
          }
        >
          <Rows3 {...icon} />
          {t('tidy')}
        </button>
      )}
    </Panel>
  );
}
