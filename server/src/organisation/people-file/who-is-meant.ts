import { say } from './generated/messages.js';
import type { WorkspacePerson } from './known-workspace.js';
import type { PeopleByName } from './people-by-name.js';
import { numberKey } from './people-by-name.js';
import type { SaidOfPerson } from './read-person-row.js';
import type { RowBeingRead } from './row-being-read.js';

/** People who can be found: leavers by their number alone, which stays theirs. */
export interface Findable {
  active: PeopleByName<WorkspacePerson>;
  left: PeopleByName<WorkspacePerson>;
}

/**
 * The person that a row is about, by employee number, else by e-mail, else (where it has neither) by a name that only one person
 * has. undefined = somebody new. What is not clear is refused: two people in one record could never be taken apart again.
 */
export function whoIsMeant(
  row: RowBeingRead,
  said: SaidOfPerson,
  { active, left }: Findable,
): WorkspacePerson | undefined {
  const { employeeNumber: number, email, name } = said;
  const mention = (people: readonly WorkspacePerson[]) => {
    for (const { id } of people) row.mentioned.add(id);
  };
  if (number) {
    const [known, another] = active.withNumber(number);
    if (known && another) {
      mention(active.withNumber(number));
      row.refuse('employeeNumber', 'AMBIGUOUS', say('severalWithNumber', { number }));
      return undefined;
    }
    if (known) return known;
    const [leaver] = left.withNumber(number);
    if (leaver) {
      row.refuse('employeeNumber', 'LEFT', say('hasLeft', { name: leaver.name, number }));
      return undefined;
    }
  }
  const [owner] = email ? active.withEmail(email) : [];
  if (owner) {
    if (!number || owner.employeeNumber === null) return owner;
    mention([owner]);
    if (bare(owner.employeeNumber) === bare(number))
      row.refuse('employeeNumber', 'LEADING_ZEROS', say('leadingZeros', { number, theirs: owner.employeeNumber }));
    else
      row.refuse(
        'email',
        'TAKEN',
        say('emailOfOther', { name: owner.name, number: owner.employeeNumber, own: number }),
      );
    return undefined;
  }
  if (name === undefined) return undefined;
  const namesakes = active.called(name);
  if (number || email) {
    // Perhaps the same person, who had no number until now.
    mention(namesakes.filter(({ employeeNumber }) => employeeNumber === null));
    for (const { employeeNumber } of namesakes)
      if (number && employeeNumber !== null && bare(employeeNumber) === bare(number)) {
        mention(namesakes);
        row.refuse('employeeNumber', 'LEADING_ZEROS', say('leadingZeros', { number, theirs: employeeNumber }));
        return undefined;
      }
    if (namesakes.length > 0) row.note('name', say('namesake', { name, count: namesakes.length }));
    return undefined;
  }
  const [only, another] = namesakes;
  if (another) mention(namesakes);
  if (another) row.refuse('name', 'AMBIGUOUS', say('severalCalled', { name, count: namesakes.length }));
  return another ? undefined : only;
}

/** Spreadsheets take the zeros before a number away. */
const bare = (number: string): string => numberKey(number).replace(/^0+(?=\d)/, '');
