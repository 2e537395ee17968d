import type { Stage } from '@planwright/schema/definition';
import { ITEM_KINDS, type Item, type ItemKind } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';
import { placeCard } from '../canvas/place-cards';
import { findItem } from '../edits/find';
import { addItem } from '../edits/items';
import { newItem, newStage } from '../edits/new-items';
import { addStage } from '../edits/stages';
import type { Drop } from '../layout/drop';
import type { DesignerStore } from '../store/designer-store';
import { windowAfter } from '../words/next-window';
import { TEMPLATES, type TemplateName } from './templates';

/** What the palette offers. */
export type PaletteEntry = ItemKind | 'STAGE' | TemplateName;

const isKind = (entry: PaletteEntry): entry is ItemKind => ITEM_KINDS.some((kind) => kind === entry);

/** Titles of new things, and the first question of a new survey. */
export interface NewWords {
  title(entry: ItemKind | 'STAGE'): LocalizedText;
  question: LocalizedText;
}

function itemFor(entry: Exclude<PaletteEntry, 'STAGE'>, words: NewWords): Item {
  return isKind(entry) ? newItem(entry, words.title(entry), words.question) : structuredClone(TEMPLATES[entry]);
}

/** Where a click puts a new item: after the selected item, else at the end of the selected or last stage. */
export function placeForClick(stages: readonly Stage[], selection: readonly string[]): Drop | undefined {
  const [selected = ''] = selection;
  for (const stage of stages) {
    const index = stage.items.findIndex((item) => item.key === selected);
    if (index >= 0) return { stageKey: stage.key, index: index + 1 };
    if (stage.key === selected) return { stageKey: stage.key, index: stage.items.length };
  }
  const last = stages.at(-1);
  return last && { stageKey: last.key, index: last.items.length };
}

/** Adds a new stage, item or template and selects it. A plan without stages gets one first. Answers its key. */
export function addFromPalette(
  store: DesignerStore,
  entry: PaletteEntry,
  words: NewWords,
  drop?: Drop,
): string | undefined {
  const { document, selection, editDocument, select } = store.getState();
  let key: string | undefined;
  if (entry === 'STAGE') {
    const beside = document.definition.stages.findIndex(({ key: each }) => each === (drop?.stageKey ?? selection[0]));
    editDocument({ key: 'addStage' }, ({ definition }) => {
      const { stages } = definition;
      const window = windowAfter(definition, (stages[beside] ?? stages.at(-1))?.key);
      key = addStage(definition, { ...newStage(words.title('STAGE')), ...window }, beside < 0 ? undefined : beside + 1);
    });
  } else {
    const item = itemFor(entry, words);
    editDocument({ key: `add.${item.kind}` }, (draft) => {
      if (draft.definition.stages.length === 0)
        addStage(draft.definition, {
          ...newStage(words.title('STAGE')),
          ...windowAfter(draft.definition, undefined),
        });
      const place = drop ?? placeForClick(draft.definition.stages, selection);
      key = place && addItem(draft.definition, place.stageKey, item, place.index);
      if (key !== undefined && place?.at) placeCard(draft, key, place);
    });
  }
  if (key !== undefined) select([key], findItem(store.getState().document.definition, key) ? 'title' : undefined);
  return key;
}
