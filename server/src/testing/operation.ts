import type { Operations } from './generated/operations.js';

/** A GraphQL operation of a test. What it asks and answers is generated from the API, by its text. */
export interface Operation<Result, Variables> {
  readonly text: string;
  /** Never set: for the compiler alone. */
  readonly types?: (variables: Variables) => Result;
}

/** `node .ci/typed-operations.mjs` makes the types of a new text. Fragments may stand in constants. */
export const operation = <Text extends keyof Operations>(
  text: Text,
): Operation<Operations[Text]['result'], Operations[Text]['variables']> => ({ text });

/** What must be there for a test to go on. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the answer lacks what the test is about');
  return value;
}
