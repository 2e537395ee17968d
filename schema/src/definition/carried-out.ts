import type { Anchor, PersonEvent } from '../calendar/index.js';
import type { Review, Task } from '../kinds/index.js';

/** What the installation that runs the plan has and can do, as far as plans may ask for it. */
export interface Installation {
  /** Keys of metrics; absent = not looked at. */
  metrics?: readonly string[];
  /** What happens to people that somebody records, so that dates can count from it. */
  personEvents: readonly PersonEvent[];
  /** Reviews can run as a process of a connected office system. */
  approvals: boolean;
  /** Learners can upload files. */
  files: boolean;
  /** Rights that a plan can give to the people in it. */
  rights: readonly string[];
}

/** This version of Planwright by itself: what a plan may say already and nothing carries out yet is missing here. */
export const INSTALLATION: Installation = {
  personEvents: ['PROMOTED', 'FIRST_SIGN_IN'],
  approvals: false,
  files: true,
  rights: [],
};

interface Asked {
  anchor: Anchor;
  via: NonNullable<Review['via']>;
  deliverable: Task['deliverable'];
  grant: string;
}

/**
 * Whether the installation does what a plan asks for. The check's problems and the choices of the designer's forms are both
 * decided here, so that nothing is offered that would be a problem.
 */
export const isCarriedOut: { readonly [Kind in keyof Asked]: (asked: Asked[Kind], by: Installation) => boolean } = {
  anchor: (anchor, { personEvents }) =>
    typeof anchor !== 'object' || !('event' in anchor) || personEvents.includes(anchor.event),
  via: (via, { approvals }) => via !== 'APPROVAL' || approvals,
  deliverable: (deliverable, { files }) => deliverable !== 'FILE' || files,
  grant: (grant, { rights }) => rights.includes(grant),
};

/** What a form offers: all that is carried out, and what the plan says already, so that it is seen and can be changed. */
export function offered<Kind extends keyof Asked>(
  kind: Kind,
  values: readonly Asked[Kind][],
  { now, by = INSTALLATION }: { now: Asked[Kind] | undefined; by?: Installation },
): Asked[Kind][] {
  const same = (value: Asked[Kind]): boolean => JSON.stringify(value) === JSON.stringify(now);
  return values.filter((value) => isCarriedOut[kind](value, by) || same(value));
}
