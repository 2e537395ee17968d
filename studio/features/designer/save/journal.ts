import { canonicalJson } from '@planwright/schema';
import { readLayout } from '../layout/plan-layout';
import type { PlanDocument } from '../store/plan-document';
import { readDefinition } from '../store/read-definition';

/** Edits that no server confirmed, kept on this device in case the tab dies. */
export interface JournalEntry {
  /** Revision of the draft that the edits began from. */
  revision: number;
  at: string;
  document: PlanDocument;
}

/** The part of `localStorage` that is used. */
export interface JournalStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const nameOf = (workspaceId: string, planKey: string): string => `planwright:draft:${workspaceId}:${planKey}`;

/** A full or forbidden storage must not stop the work: the journal is a second net, not the first. */
function quietly<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

export interface Journal {
  write(entry: JournalEntry): void;
  clear(): void;
  /** What was not saved, when there is something and it differs from the draft on the server. */
  leftover(draft: PlanDocument): JournalEntry | undefined;
}

const sameDocument = (a: PlanDocument, b: PlanDocument): boolean =>
  canonicalJson(a.definition) === canonicalJson(b.definition) && canonicalJson(a.layout) === canonicalJson(b.layout);

function readEntry(text: string): JournalEntry | undefined {
  const stored: unknown = JSON.parse(text);
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { revision, at, definition, layout } = stored as Record<string, unknown>;
  const parsed = readDefinition(definition);
  if (typeof revision !== 'number' || typeof at !== 'string' || !parsed) return undefined;
  return { revision, at, document: { definition: parsed, layout: readLayout(layout) } };
}

/** The journal of one plan in one workspace on this device. */
export function openJournal(store: JournalStore | undefined, workspaceId: string, planKey: string): Journal {
  const name = nameOf(workspaceId, planKey);
  return {
    write: ({ revision, at, document }) => {
      quietly(() => store?.setItem(name, JSON.stringify({ revision, at, ...document })));
    },
    clear: () => {
      quietly(() => store?.removeItem(name));
    },
    leftover: (draft) => {
      const entry = quietly(() => {
        const text = store?.getItem(name);
        return text ? readEntry(text) : undefined;
      });
      return entry && !sameDocument(entry.document, draft) ? entry : undefined;
    },
  };
}
