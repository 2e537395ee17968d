import type { LocalizedText } from '@planwright/schema/text';
import type { Notice } from '../notices/notice.js';
import type { OccurrenceRow } from '../plan/occurrence-rows.js';

/** A firing of a plan's rule, for one person on one channel. */
export type DueOccurrence = OccurrenceRow & { kind: 'OCCURRENCE' };
/** What a room tells one person, on whichever channel reaches them, or at the one address that a letter is bound to. */
export type DueNotice = Notice & { kind: 'NOTICE'; address?: string };

/** Something that one person is to be told. */
export type Due = DueOccurrence | DueNotice;

/** An occurrence with what it says now. What a notice says is known when its message is written. */
export type NeededOccurrence = DueOccurrence & { about: LocalizedText };
export type Needed = NeededOccurrence | DueNotice;

/** A letter goes out at once, whatever the hour, and to its own address. */
export const isLetter = (due: Due): boolean => due.kind === 'NOTICE' && due.address !== undefined;

/** Under which the address of what it tells is found: of letters each has its own. */
export const addressKey = (due: Due): string => (isLetter(due) ? due.id : due.recipientId);

/** What makes one message: all that rules fired for a person together, each notice alone. */
export function bundlesOf(list: readonly Needed[]): Needed[][] {
  const bundles = Map.groupBy(list, (due) => (due.kind === 'NOTICE' ? due.id : due.recipientId));
  return [...bundles.values()];
}
