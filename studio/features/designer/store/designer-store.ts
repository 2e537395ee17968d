import type { PlanDefinition } from '@planwright/schema/definition';
import type { PlainDate } from '@planwright/schema/time';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type EditLabel, endGesture, type History, recordEdit, redo, startHistory, undo } from './history';
import type { PlanDocument } from './plan-document';

/** What is selected, by key: stages and items share one space of keys, links have the id of `linkId`. */
export type Selection = readonly string[];

export interface DesignerState extends History {
  selection: Selection;
  /** The stage that a dragged card would fall into. */
  dropStage: string | undefined;
  /** Field of the inspector that asks for the focus, as a path below the selected thing. */
  focusField: string | undefined;
  readOnly: boolean;
  /** First day of the person that examples of dates are worked out for. */
  exampleStart: PlainDate;
}

export interface DesignerActions {
  edit(label: EditLabel, recipe: (definition: PlanDefinition) => void, gesture?: string): void;
  /** An edit that may also move cards. */
  editDocument(label: EditLabel, recipe: (document: PlanDocument) => void, gesture?: string): void;
  endGesture(): void;
  undo(): void;
  redo(): void;
  select(selection: Selection, focusField?: string): void;
  setExampleStart(date: PlainDate): void;
  setDropStage(key: string | undefined): void;
  /** The server's document takes the place of this one: nothing of it is an edit, and nothing can be undone into it. */
  load(document: PlanDocument): void;
}

export type DesignerStore = StoreApi<DesignerState & DesignerActions>;

const sameSelection = (a: Selection, b: Selection): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** One store for each open plan. Selection and drop marks are the person's own and never part of the document. */
export function createDesignerStore(
  document: PlanDocument,
  readOnly: boolean,
  exampleStart: PlainDate = '2026-01-05',
): DesignerStore {
  return createStore((set, get) => {
    const editDocument: DesignerActions['editDocument'] = (label, recipe, gesture) => {
      if (get().readOnly) return;
      set((state) => recordEdit(state, label, recipe, gesture));
    };
    return {
      ...startHistory(document),
      selection: [],
      dropStage: undefined,
      focusField: undefined,
      readOnly,
      exampleStart,
      setExampleStart: (date) => set({ exampleStart: date }),
      editDocument,
      edit: (label, recipe, gesture) => editDocument(label, ({ definition }) => recipe(definition), gesture),
      endGesture: () => set((state) => endGesture(state)),
      undo: () => set((state) => undo(state)),
      redo: () => set((state) => redo(state)),
      select: (selection, focusField) => {
        const state = get();
        if (sameSelection(state.selection, selection) && state.focusField === focusField) return;
        set({ ...endGesture(state), selection, focusField });
      },
      setDropStage: (dropStage) => {
        if (get().dropStage !== dropStage) set({ dropStage });
      },
      load: (next) => set({ ...startHistory(next), edits: get().edits, selection: [], focusField: undefined }),
    };
  });
}
