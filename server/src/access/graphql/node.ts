import { Field, ID, InterfaceType } from 'type-graphql';
import type { SignedInContext } from './context.js';

/** Objects name their type by `__typename`, so that `node(id)` answers the right one. */
@InterfaceType({
  resolveType: (value: { __typename: string }) => value.__typename,
  description: 'An object that can be read again by its global id.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id of the object; opaque, and unique across all types.' })
  id!: string;
}

/** How `node(id)` finds one type. Each room lists its own; hidden is the same as absent. */
export interface NodeSource {
  type: string;
  load(context: SignedInContext, uuid: string): Promise<object | null | undefined>;
}
