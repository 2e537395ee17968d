import type { Count, Figure, Measured, Share } from './figure.js';
import { say } from './generated/messages.js';

const feedbackOf = {
  column: 'feedbackOf',
  board: { field: 'feedbackOf', about: 'Submissions that were reviewed or are past their deadline for feedback.' },
} as const satisfies Count;

/**
 * Every figure about a person that is added up over people: how it is measured, where it is kept, and what the API says about it.
 * Projections, boards, reports and the API are made from this list.
 */
export const FIGURES = {
  completion: {
    kind: 'SHARE',
    measure: ({ stages }) => {
      const of = stages.reduce((sum, { needed }) => sum + needed, 0);
      // A plan with nothing needed counts 1.
      return of === 0 ? { count: 1, of: 1 } : { count: stages.reduce((sum, { done }) => sum + done, 0), of };
    },
    count: {
      column: 'done',
      board: { field: 'doneCount', about: 'How much of what is needed is done.' },
      person: { field: 'done', about: 'How much of what is needed is done.' },
    },
    of: {
      column: 'needed',
      board: { field: 'doneOf', about: 'How many things are needed.' },
      person: {
        field: 'needed',
        about:
          'How many things the person needs to do: required items, electives up to the number to choose, and points goals.',
      },
    },
    ofNothing: 1,
    title: say('figureList.completion'),
    about: {
      person: '`done` divided by `needed`, 0 to 1. 1 when nothing is needed.',
      board: '`doneCount` divided by `doneOf`, 0 to 1.',
    },
  },
  onTime: {
    kind: 'SHARE',
    measure: ({ items }) =>
      share(
        items.filter((item) => item.onTime !== undefined && item.state !== 'NOT_APPLICABLE'),
        (item) => item.onTime === true,
      ),
    count: {
      column: 'onTime',
      board: { field: 'onTimeCount', about: 'Items submitted or completed by their due date.' },
    },
    of: { column: 'onTimeOf', board: { field: 'onTimeOf', about: 'Items that count as on time or late.' } },
    title: say('figureList.onTime'),
    about: {
      person:
        'Share of items that were submitted or completed by their due date, among those known to be on time or late, 0 to 1.',
      board: '`onTimeCount` divided by `onTimeOf`.',
    },
  },
  feedbackGiven: {
    kind: 'SHARE',
    measure: (evaluation) => share(dueForFeedback(evaluation), ({ reviewedAt }) => reviewedAt !== undefined),
    count: {
      column: 'feedbackGiven',
      board: { field: 'feedbackCount', about: 'Submissions that were reviewed.' },
    },
    of: feedbackOf,
    title: say('figureList.feedbackGiven'),
    about: {
      person:
        'Share of submissions that were reviewed, among those reviewed or past their deadline for feedback, 0 to 1.',
      board: '`feedbackCount` divided by `feedbackOf`.',
    },
  },
  feedbackInTime: {
    kind: 'SHARE',
    measure: (evaluation) => share(dueForFeedback(evaluation), ({ inTime }) => inTime === true),
    count: {
      column: 'feedbackInTime',
      board: { field: 'feedbackInTimeCount', about: 'Submissions that were reviewed by their deadline.' },
    },
    of: feedbackOf,
    title: say('figureList.feedbackInTime'),
    about: {
      person:
        'Share of submissions that were reviewed by their deadline, among those reviewed or past their deadline for feedback, 0 to 1.',
      board: '`feedbackInTimeCount` divided by `feedbackOf`.',
    },
  },
  overdue: {
    kind: 'COUNT',
    measure: ({ items }) => items.filter((item) => item.overdue).length,
    column: 'overdue',
    board: { field: 'overdue', about: 'Overdue items of all people.' },
    person: { field: 'overdue', about: 'How many items are overdue now.' },
    people: { field: 'overduePeople', about: 'People with at least one overdue item.' },
  },
  waiting: {
    kind: 'COUNT',
    measure: ({ submissions }) => submissions.filter((submission) => submission.waiting).length,
    column: 'waiting',
    board: { field: 'waiting', about: 'Submissions that wait for a review now.' },
  },
} as const satisfies Record<string, Figure>;

/** `inTime` is set exactly when a submission was reviewed or its time has passed. */
const dueForFeedback = ({ submissions }: Measured): Measured['submissions'] =>
  submissions.filter(({ reviewBy, inTime }) => reviewBy !== undefined && inTime !== undefined);

function share<T>(things: readonly T[], counts: (thing: T) => boolean): Share {
  return { count: things.filter(counts).length, of: things.length };
}
