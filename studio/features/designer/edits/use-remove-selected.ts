import { textIn } from '@planwright/schema/text';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useToast } from '@/features/ui/toast';
import { useDesignerStore } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';
import { findItem, findStage } from './find';
import { removeItems } from './items';
import { linkId, unlink } from './links';
import { removeStages } from './stages';

/** Removes what is selected in one edit, says so, and offers to undo it. */
export function useRemoveSelected(): () => void {
  const t = useTranslations('designer');
  const language = useLanguage();
  const store = useDesignerStore();
  const toast = useToast();
  return useCallback(() => {
    const { selection, document, edit, readOnly, select } = store.getState();
    if (readOnly || selection.length === 0) return;
    const { definition } = document;
    const stages = selection.filter((key) => findStage(definition, key));
    const items = selection.filter((key) => findItem(definition, key));
    const links = (definition.links ?? []).map(linkId).filter((id) => selection.includes(id));
    const first = findStage(definition, stages[0] ?? '') ?? findItem(definition, items[0] ?? '')?.item;
    const title = first ? textIn(first.title, language) : t('problems.link');
    const count = stages.length + items.length + links.length;
    // After a removal the focus goes on to what stood beside it.
    const place = items[0] === undefined ? undefined : findItem(definition, items[0]);
    const beside = place?.stage.items.filter((item) => !items.includes(item.key))[Math.max(0, place.index - 1)]?.key;
    edit({ key: 'remove', title, count }, (draft) => {
      unlink(draft, links);
      removeItems(draft, items);
      removeStages(draft, stages);
    });
    select(beside === undefined ? [] : [beside]);
    const removal = store.getState().past.at(-1);
    toast({
      tone: 'ok',
      text: t('removed', { title, count }),
      action: {
        label: t('bar.undo'),
        // Later edits are not undone in its place.
        run: () => {
          if (store.getState().past.at(-1) === removal) store.getState().undo();
        },
      },
    });
  }, [language, store, t, toast]);
}
