import { laterOf } from '../time/index.js';
import type { Pace } from './paced.js';

/**
 * Does everything on its due date, at the last moment that is on time; what has no due date, the moment it opens. Reviews
 * come at the last moment that is in time too, and at once where they have no limit.
 */
export const onDueDate: Pace = {
  workAt: (item, step) => {
    const due = step?.dueAt ?? item.dueAt ?? '';
    // Work that was returned is handed in again at once: its date has passed.
    return laterOf(due, item.opensAt ?? '');
  },
  reviewAt: ({ feedbackDueAt, submittedAt }) => feedbackDueAt ?? submittedAt,
};

/** Does everything the moment it opens and has it reviewed at once. */
export const atOnce: Pace = {
  workAt: ({ opensAt }) => opensAt ?? '',
  reviewAt: ({ submittedAt }) => submittedAt,
};
