'use client';
import { ITEM_KINDS } from '@planwright/schema/kinds';
import { Layers, LayoutTemplate } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { KindIcon } from '@/features/states/kind-icon';
import { useCanvasHandle, useDesigner, useDesignerStore } from '../store/use-designer';
import { useCanvasWords, useLanguage } from '../words/use-canvas-words';
import { addFromPalette, type PaletteEntry } from './add-from-palette';
import { newWords } from './new-words';
import styles from './palette.module.css';
import { TEMPLATES, type TemplateName } from './templates';

const DRAG_FROM = 5;

interface Drag {
  entry: PaletteEntry;
  label: string;
  x: number;
  y: number;
}

/**
 * What can be added: dragged onto a stage, or pressed to add after what is selected; with `into` to the end of that
 * stage.
 */
export function Palette({ into, onAdded }: { into?: string; onAdded?: () => void }) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const canvas = useCanvasHandle();
  const readOnly = useDesigner((state) => state.readOnly);
  const { text } = useCanvasWords();
  const language = useLanguage();
  const [drag, setDrag] = useState<Drag>();
  const start = useRef<{ x: number; y: number } | null>(null);
  const dropped = useRef(false);

  const entry = (name: PaletteEntry, label: string, icon: ReactNode) => (
    <button
      key={name}
      type="button"
      className={styles.entry}
      disabled={readOnly}
      data-testid={`palette-${name}`}
      onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
        dropped.current = false;
        if (event.button !== 0 || event.pointerType === 'touch') return;
        start.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const from = start.current;
        if (!from) return;
        const { clientX: x, clientY: y } = event;
        if (!drag && Math.hypot(x - from.x, y - from.y) < DRAG_FROM) return;
        setDrag({ entry: name, label, x, y });
        store.getState().setDropStage(canvas.current?.dropAt(x, y)?.stageKey);
      }}
      onPointerUp={(event) => {
        start.current = null;
        if (!drag) return;
        dropped.current = true;
        setDrag(undefined);
        store.getState().setDropStage(undefined);
        const isOverCanvas = document.elementFromPoint(event.clientX, event.clientY)?.closest('.react-flow');
        const drop = isOverCanvas ? canvas.current?.dropAt(event.clientX, event.clientY) : undefined;
        const isFirst = store.getState().document.definition.stages.length === 0;
        if (drop || (isOverCanvas && isFirst)) addFromPalette(store, name, newWords(language), drop);
      }}
      onPointerCancel={() => {
        start.current = null;
        setDrag(undefined);
        store.getState().setDropStage(undefined);
      }}
      onClick={() => {
        // The click that ends a drag is the drop, not a second one.
        if (dropped.current) return;
        const stage = store.getState().document.definition.stages.find((each) => each.key === into);
        const key = addFromPalette(
          store,
          name,
          newWords(language),
          stage && { stageKey: stage.key, index: stage.items.length },
        );
        if (key !== undefined) canvas.current?.reveal(key);
        onAdded?.();
      }}
    >
      <span className={styles.icon}>{icon}</span>
      <span>{label}</span>
    </button>
  );

  return (
    <aside className={styles.palette} aria-label={t('palette.title')}>
      <h2 className={styles.heading}>{t('palette.add')}</h2>
      {entry('STAGE', t('kinds.STAGE'), <Layers size={16} strokeWidth={1.75} aria-hidden />)}
      {ITEM_KINDS.map((kind) => entry(kind, t(`kinds.${kind}`), <KindIcon kind={kind} />))}
      <h2 className={styles.heading}>{t('palette.templates')}</h2>
      {(Object.keys(TEMPLATES) as TemplateName[]).map((name) =>
        entry(name, text(TEMPLATES[name].title), <LayoutTemplate size={16} strokeWidth={1.75} aria-hidden />),
      )}
      <p className={styles.hint}>{t('palette.hint')}</p>
      {drag &&
        createPortal(
          <div className={styles.ghost} style={{ transform: `translate(${drag.x}px, ${drag.y}px)` }} aria-hidden>
            {drag.label}
          </div>,
          document.body,
        )}
    </aside>
  );
}
