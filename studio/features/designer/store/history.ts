import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { PlanDocument } from './plan-document';

enablePatches();

/** What an edit is called in the undo menu: a message key of `designer.edits` and what it speaks of. */
export interface EditLabel {
  key: string;
  title?: string;
  count?: number;
}

export interface HistoryEntry {
  label: EditLabel;
  patches: Patch[];
  inverse: Patch[];
  /** Edits of one gesture (typing in one field, arrow keys) share it and become one entry. */
  gesture?: string;
}

export interface History {
  document: PlanDocument;
  past: HistoryEntry[];
  future: HistoryEntry[];
  /** Grows with every change of the document, also by undo and redo: the save queue compares it. */
  edits: number;
}

export const HISTORY_LIMIT = 200;

export const startHistory = (document: PlanDocument): History => ({ document, past: [], future: [], edits: 0 });

/** Applies one edit. A recipe that changes nothing leaves no entry and keeps what could be redone. */
export function recordEdit(
  history: History,
  label: EditLabel,
  recipe: (document: PlanDocument) => void,
  gesture?: string,
): History {
  const [document, patches, inverse] = produceWithPatches(history.document, recipe);
  if (patches.length === 0) return history;
  const last = history.past.at(-1);
  const joins = gesture !== undefined && last?.gesture === gesture && history.future.length === 0;
  const entry: HistoryEntry = joins
    ? { ...last, patches: [...last.patches, ...patches], inverse: [...inverse, ...last.inverse] }
    : { label, patches, inverse, ...(gesture === undefined ? {} : { gesture }) };
  const past = [...(joins ? history.past.slice(0, -1) : history.past), entry].slice(-HISTORY_LIMIT);
  return { document, past, future: [], edits: history.edits + 1 };
}

/** Ends the gesture: the next edit with the same name is an entry of its own. */
export function endGesture(history: History): History {
  const last = history.past.at(-1);
  if (last?.gesture === undefined) return history;
  const { gesture: _, ...closed } = last;
  return { ...history, past: [...history.past.slice(0, -1), closed] };
}

export function undo(history: History): History {
  const entry = history.past.at(-1);
  if (!entry) return history;
  return {
    document: applyPatches(history.document, entry.inverse),
    past: history.past.slice(0, -1),
    future: [entry, ...history.future],
    edits: history.edits + 1,
  };
}

export function redo(history: History): History {
  const [entry, ...future] = history.future;
  if (!entry) return history;
  const { gesture: _, ...closed } = entry;
  return {
    document: applyPatches(history.document, entry.patches),
    past: [...history.past, closed],
    future,
    edits: history.edits + 1,
  };
}
