'use client';
import type { Link } from '@planwright/schema/definition';
import { ArrowRight, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import { findItem } from '../edits/find';
import { useRemoveSelected } from '../edits/use-remove-selected';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useCanvasWords } from '../words/use-canvas-words';
import styles from './inspector.module.css';
import { LinkFields } from './links-section';
import { Section } from './section';

/** A link: from what, to what, on which result, how much later. */
export function LinkForm({ link }: { link: Link }) {
  const t = useTranslations('designer');
  const store = useDesignerStore();
  const { text } = useCanvasWords();
  const readOnly = useDesigner((state) => state.readOnly);
  const definition = useDesigner((state) => state.document.definition);
  const remove = useRemoveSelected();
  const end = (key: string) => {
    const found = findItem(definition, key);
    return (
      <button type="button" className={styles.entryTitle} onClick={() => store.getState().select([key])}>
        {found ? text(found.item.title) : key}
      </button>
    );
  };
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>{t('links.one')}</h2>
      {end(link.from)}
      <span className={styles.kind}>
        <ArrowRight size={16} aria-hidden />
        {end(link.to)}
      </span>
      <Section name="link" title={t('links.condition')}>
        <LinkFields value={link} />
      </Section>
      {!readOnly && (
        <div className={styles.actions}>
          <Button
            look="danger"
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
            onClick={remove}
            data-testid="delete"
          >
            {t('actions.delete')}
          </Button>
        </div>
      )}
    </div>
  );
}
