import { ITEM_KINDS, REQUIREMENTS } from '@planwright/schema';
import { registerEnumType } from 'type-graphql';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const ItemKindEnum = namesOf(ITEM_KINDS);
registerEnumType(ItemKindEnum, { name: 'ItemKind' });

export const RequirementEnum = namesOf(REQUIREMENTS);
registerEnumType(RequirementEnum, { name: 'Requirement' });
