import type { ItemKind, Requirement } from '@planwright/schema/kinds';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';

/** One person's row as the database holds it: `cells` is packed in the item order of the person's own version. */
export interface BoardRowData {
  enrolmentId: string;
  personId: string;
  personName: string;
  departmentId: string | null;
  mentorId: string | null;
  mentorName: string | null;
  versionId: string;
  cells: string;
  done: number;
  needed: number;
  overdue: number;
  score: number | null;
  lastEventAt: Instant | null;
}

/** What a published version contributes to a board's columns. It never changes, so it may be kept in memory for ever. */
export interface VersionItems {
  id: string;
  number: number;
  items: VersionItem[];
}

export interface VersionItem {
  key: string;
  title: LocalizedText;
  kind: ItemKind;
  requirement: Requirement;
  stageKey: string;
  stageTitle: LocalizedText;
  stageIndex: number;
  /** Calendar weeks of the stage's window, `3–8`; absent when its dates do not say. */
  weeks?: string;
}
