import type { MigrationChanges, MigrationEffect } from './effect.js';

/** What a preview shows of one person, whoever it is. */
export type ShownEffect = MigrationChanges & Pick<MigrationEffect, 'effect' | 'reason' | 'ended' | 'leftOut'>;

/**
 * What a preview shows of one person as text, the same for the same effect: a run asks for a hash of it, so that what happens
 * is what was seen. The event itself is left out: it carries the time of the preview, and a run comes later.
 */
export function shownText(effect: MigrationEffect): string {
  const { enrolmentId: _id, event: _event, stateAfter: _state, ...shown } = effect;
  return JSON.stringify(shown satisfies ShownEffect);
}

export const shownEffect = (text: string): ShownEffect => JSON.parse(text);
