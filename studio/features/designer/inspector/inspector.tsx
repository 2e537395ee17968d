'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/features/ui/button';
import { findItem, findStage } from '../edits/find';
import { linkId } from '../edits/links';
import { useRemoveSelected } from '../edits/use-remove-selected';
import { readDefinition } from '../store/read-definition';
import { useDesigner } from '../store/use-designer';
import styles from './inspector.module.css';
import { ItemForm } from './item-form';
import { LinkForm } from './link-form';
import { PlanForm } from './plan-form';
import { StageForm } from './stage-form';

/** The form of what is selected; of the plan while nothing is. */
export function Inspector({ published }: { published: unknown }) {
  const selection = useDesigner((state) => state.selection);
  const definition = useDesigner((state) => state.document.definition);
  const known = useMemo(() => {
    const version = readDefinition(published);
    return new Set(version?.stages.flatMap((stage) => [stage.key, ...stage.items.map((item) => item.key)]));
  }, [published]);

  if (selection.length > 1) return <SeveralSelected count={selection.length} />;
  const [id = ''] = selection;
  const found = findItem(definition, id);
  // Keys of the form's parts: a form must not carry what was typed over to another thing.
  if (found) return <ItemForm key={`item ${id}`} item={found.item} stage={found.stage} isNew={!known.has(id)} />;
  const stage = findStage(definition, id);
  if (stage) return <StageForm key={`stage ${id}`} stage={stage} isNew={!known.has(id)} />;
  const link = definition.links?.find((each) => linkId(each) === id);
  if (link) return <LinkForm key={`${link.from} ${link.to}`} link={link} />;
  return <PlanForm />;
}

function SeveralSelected({ count }: { count: number }) {
  const t = useTranslations('designer');
  const readOnly = useDesigner((state) => state.readOnly);
  const remove = useRemoveSelected();
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>{t('inspector.several', { count })}</h2>
      <p className={styles.hint}>{t('inspector.severalHint')}</p>
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
