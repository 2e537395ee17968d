import { ITEM_KINDS, REQUIREMENTS, type Requirement } from '@planwright/schema';
import { registerEnumType } from 'type-graphql';
import { described } from '../access/graphql/described.js';

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const ItemKindEnum = namesOf(ITEM_KINDS);
registerEnumType(ItemKindEnum, {
  name: 'ItemKind',
  description: 'The kinds of things a plan asks for.',
  valuesConfig: described({
    COURSE:
      'A course to take. Done when it is marked, reported by the learning platform, or passed with a minimum score.',
    TASK: 'Practical work that is handed in, whole or in steps, and usually reviewed.',
    ASSESSMENT: 'A test. Done by a score: passed from the pass mark on, failed when the attempts are used up.',
    APPROVAL: 'Something that one or more levels of approvers must approve.',
    MEETING: 'A conversation, for example with the mentor.',
    SURVEY: 'A questionnaire for the learner, their superior or their team.',
  }),
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
