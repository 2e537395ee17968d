import { PROGRESS_ACTIONS, type ProgressAction } from '@planwright/schema/engine';
import { registerEnumType } from 'type-graphql';
import { described } from '../access/graphql/index.js';

/** GraphQL enum `ProgressAction`: what people do with items, in simulations as in life. */
export const ProgressActionEnum = Object.fromEntries(PROGRESS_ACTIONS.map((action) => [action, action]));
registerEnumType(ProgressActionEnum, {
  name: 'ProgressAction',
  description: 'What somebody does with an item of a plan.',
  valuesConfig: described<ProgressAction>({
    START: 'Begins it. Not needed before the other actions.',
    COMPLETE: 'Marks a course, meeting or survey as done.',
    SUBMIT: 'Hands in a task, one of its steps, or a request for approval.',
    SCORE: 'Gives a score. For mentors, HR and connectors.',
    EXCUSE: 'Lets the person off: it counts as completed, and neither as on time nor as late. For mentors and HR.',
    REOPEN: 'Opens a finished item once more. For mentors and HR.',
  }),
});
