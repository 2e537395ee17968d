import type { PlanDefinition } from '@planwright/schema/definition';
import type { Item } from '@planwright/schema/kinds';
import { textIn } from '@planwright/schema/text';
import { useCallback } from 'react';
import { editItem } from '../edits/items';
import { editStage } from '../edits/stages';
import { useDesignerStore } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';

/** Changes one field of the selected item: typing in it is one step to undo. */
export function useItemEdit<I extends Item>(item: I) {
  const store = useDesignerStore();
  const language = useLanguage();
  const title = textIn(item.title, language);
  const { key, kind } = item;
  return useCallback(
    (field: string, change: (item: I) => void) =>
      store.getState().edit(
        { key: 'editItem', title },
        // An item keeps its kind for good, so it is still one of those that the form is for.
        (draft) => editItem(draft, key, (each) => each.kind === kind && change(each as I)),
        `${key}.${field}`,
      ),
    [store, key, kind, title],
  );
}

/** The same for what concerns an item but stands elsewhere in the plan. */
export function usePlanEdit() {
  const store = useDesignerStore();
  return useCallback(
    (field: string, change: (definition: PlanDefinition) => void, label = 'editPlan') =>
      store.getState().edit({ key: label }, change, `plan.${field}`),
    [store],
  );
}

export function useStageEdit(key: string, title: string) {
  const store = useDesignerStore();
  return useCallback(
    (field: string, change: Parameters<typeof editStage>[2]) =>
      store.getState().edit({ key: 'editStage', title }, (draft) => editStage(draft, key, change), `${key}.${field}`),
    [store, key, title],
  );
}
