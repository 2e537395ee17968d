import type { Anchor } from '@planwright/schema/calendar';
import { offered } from '@planwright/schema/definition';
import type { Review, Task } from '@planwright/schema/kinds';

const DELIVERABLES = ['DOCUMENT', 'FILE', 'LINK', 'TEXT', 'NONE'] as const;
const VIAS = ['IN_APP', 'APPROVAL'] as const;
const EVENTS = ['PROMOTED', 'FIRST_SIGN_IN'] as const;

/** What a task can ask for. */
export const deliverablesFor = (now: Task['deliverable']): Task['deliverable'][] =>
  offered('deliverable', DELIVERABLES, { now });

/** Where a review can happen; one way is no choice. */
export const viasFor = (now: Review['via']): NonNullable<Review['via']>[] => offered('via', VIAS, { now });

/** What happens to a person that a date can count from. */
export const eventsFor = (now: Anchor): (typeof EVENTS)[number][] =>
  EVENTS.filter((event) => offered('anchor', [{ event }], { now }).length > 0);
