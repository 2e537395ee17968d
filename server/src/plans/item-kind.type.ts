import { ITEM_KINDS, mapKinds, REQUIREMENTS, type Requirement } from '@planwright/schema/kinds';
import { registerEnumType } from 'type-graphql';
import { described } from '../access/graphql/index.js';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const ItemKindEnum = namesOf(ITEM_KINDS);
registerEnumType(ItemKindEnum, {
  name: 'ItemKind',
  description: 'The kinds of things a plan asks for.',
  valuesConfig: described(mapKinds(({ about }) => about)),
});

export const RequirementEnum = namesOf(REQUIREMENTS);
registerEnumType(RequirementEnum, {
  name: 'Requirement',
  description: 'Whether an item has to be done.',
  valuesConfig: described<Requirement>({
    REQUIRED: 'It has to be done.',
    ELECTIVE: 'It belongs to a group of which a given number has to be done.',
    OPTIONAL: 'It may be done and counts towards nothing.',
  }),
});
