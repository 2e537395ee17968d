import { PROGRESS_ACTIONS } from '@planwright/schema';
import { registerEnumType } from 'type-graphql';

/** GraphQL enum `ProgressAction`: what people do with items, in simulations as in life. */
export const ProgressActionEnum = Object.fromEntries(PROGRESS_ACTIONS.map((action) => [action, action]));
registerEnumType(ProgressActionEnum, { name: 'ProgressAction' });
