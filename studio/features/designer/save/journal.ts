import { canonicalJson } from '@planwright/schema/definition';
import type { Device } from '@/features/device/device';
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

/** Edits of another tab or an earlier visit that never reached the server. */
export interface Leftover extends JournalEntry {
  place: string;
}

export interface Journal {
  write(entry: JournalEntry): void;
  /** This tab's edits are saved; those of other tabs stay. */
  clear(): void;
  /** What was not saved and differs from the draft on the server, newest first. Tabs that are open keep theirs to themselves. */
  leftovers(draft: PlanDocument, openTabs: ReadonlySet<string>): Leftover[];
  discard(leftover: Leftover): void;
}

const sameDocument = (a: PlanDocument, b: PlanDocument): boolean =>
  canonicalJson(a.definition) === canonicalJson(b.definition) && canonicalJson(a.layout) === canonicalJson(b.layout);

function readEntry(stored: unknown): JournalEntry | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { revision, at, definition, layout } = stored as Record<string, unknown>;
  const parsed = readDefinition(definition);
  if (typeof revision !== 'number' || typeof at !== 'string' || !parsed) return undefined;
  return { revision, at, document: { definition: parsed, layout: readLayout(layout) } };
}

/** One tab's journal of one plan in one workspace on this device. */
export function openJournal(
  device: Device,
  { owner, workspaceId, planKey, tab }: { owner: string; workspaceId: string; planKey: string; tab: string },
): Journal {
  // Journals of earlier versions stand at the plan's own place, without a tab.
  const plan = `planwright:draft:${workspaceId}:${planKey}`;
  const own = `${plan}:${tab}`;
  return {
    write: ({ revision, at, document }) => device.keep(own, { revision, at, ...document }, owner),
    clear: () => device.throwAway(own),
    leftovers: (draft, openTabs) =>
      device
        .places(plan)
        .filter((place) => place === plan || place.startsWith(`${plan}:`))
        .filter((place) => place !== own && !openTabs.has(place.slice(plan.length + 1)))
        .flatMap((place) => {
          const held = device.read(place);
          if (!held || (held.owner !== undefined && held.owner !== owner)) return [];
          const entry = readEntry(held.value);
          return entry && !sameDocument(entry.document, draft) ? [{ ...entry, place }] : [];
        })
        .sort((a, b) => b.at.localeCompare(a.at)),
    discard: ({ place }) => device.throwAway(place),
  };
}
