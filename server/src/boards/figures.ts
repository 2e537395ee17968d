import type { BoardFigures } from './board-data.js';

/** What one enrolment adds to its board; the part of `EnrolmentFigures` that is added up. */
export interface PersonFigures {
  status: string;
  done: number;
  needed: number;
  onTime: number;
  onTimeOf: number;
  feedbackGiven: number;
  feedbackInTime: number;
  feedbackOf: number;
  overdue: number;
  waiting: number;
}

/** Columns of `board_counter` that are kept by adding differences, in the order of every statement that names them. */
export const ADDED_FIGURES = [
  'people',
  'done',
  'needed',
  'onTime',
  'onTimeOf',
  'feedbackGiven',
  'feedbackInTime',
  'feedbackOf',
  'overdue',
  'overduePeople',
  'waiting',
  'finished',
] as const;

export type AddedFigures = Record<(typeof ADDED_FIGURES)[number], number>;

export function noFigures(): AddedFigures {
  return {
    people: 0,
    done: 0,
    needed: 0,
    onTime: 0,
    onTimeOf: 0,
    feedbackGiven: 0,
    feedbackInTime: 0,
    feedbackOf: 0,
    overdue: 0,
    overduePeople: 0,
    waiting: 0,
    finished: 0,
  };
}

/** Adds (`sign` 1) or takes away (−1) a person; null and cancelled people are on no board. */
export function addPerson(sum: AddedFigures, person: PersonFigures | null, sign: 1 | -1): void {
  if (person === null || person.status === 'CANCELLED') return;
  sum.people += sign;
  sum.done += sign * person.done;
  sum.needed += sign * person.needed;
  sum.onTime += sign * person.onTime;
  sum.onTimeOf += sign * person.onTimeOf;
  sum.feedbackGiven += sign * person.feedbackGiven;
  sum.feedbackInTime += sign * person.feedbackInTime;
  sum.feedbackOf += sign * person.feedbackOf;
  sum.overdue += sign * person.overdue;
  sum.overduePeople += person.overdue > 0 ? sign : 0;
  sum.waiting += sign * person.waiting;
  sum.finished += person.status === 'COMPLETED' ? sign : 0;
}

/** BoardCounters of api.graphql. Shares are null while nothing counts yet; a plan with nothing needed is complete. */
export function boardCounters(figures: BoardFigures) {
  return {
    people: figures.people,
    completion: figures.needed > 0 ? figures.done / figures.needed : figures.people > 0 ? 1 : 0,
    doneCount: figures.done,
    doneOf: figures.needed,
    onTime: share(figures.onTime, figures.onTimeOf),
    onTimeCount: figures.onTime,
    onTimeOf: figures.onTimeOf,
    feedbackGiven: share(figures.feedbackGiven, figures.feedbackOf),
    feedbackCount: figures.feedbackGiven,
    feedbackInTime: share(figures.feedbackInTime, figures.feedbackOf),
    feedbackInTimeCount: figures.feedbackInTime,
    feedbackOf: figures.feedbackOf,
    overdue: figures.overdue,
    overduePeople: figures.overduePeople,
    waiting: figures.waiting,
    finished: figures.finished,
    nextFeedbackDueAt: figures.nextFeedbackDueAt,
  };
}

function share(count: number, of: number): number | null {
  return of > 0 ? count / of : null;
}
