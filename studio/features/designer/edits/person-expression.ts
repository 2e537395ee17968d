/** What a plan asks most about a person, as a form shows it. Everything else is an expression. */
export type PersonTest =
  | { fact: 'teamSize'; is: '>=' | '<='; value: number }
  | { fact: 'joinedOn'; is: '>=' | '<'; value: string };

const TEAM_SIZE = /^person\.teamSize\s*(>=|<=)\s*(\d{1,6})$/;
const JOINED_ON = /^person\.joinedOn\s*(>=|<)\s*"(\d{4}-\d{2}-\d{2})"$/;

/** The form of an expression; undefined when it asks something that no form shows. */
export function readPersonTest(expression: string): PersonTest | undefined {
  const size = TEAM_SIZE.exec(expression.trim());
  if (size) return { fact: 'teamSize', is: size[1] === '<=' ? '<=' : '>=', value: Number(size[2]) };
  const joined = JOINED_ON.exec(expression.trim());
  if (joined) return { fact: 'joinedOn', is: joined[1] === '<' ? '<' : '>=', value: joined[2] ?? '' };
  return undefined;
}

export function personExpression(test: PersonTest): string {
  switch (test.fact) {
    case 'teamSize':
      return `person.teamSize ${test.is} ${test.value}`;
    case 'joinedOn':
      return `person.joinedOn ${test.is} "${test.value}"`;
    default:
      return test satisfies never;
  }
}
