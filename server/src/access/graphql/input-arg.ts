import { Arg, type ClassType } from 'type-graphql';

/** The one argument `input` of a mutation, or of a query that asks for much; its type says what it holds. */
export const InputArg = (type: () => ClassType<object>): ReturnType<typeof Arg> =>
  Arg('input', type, { description: 'Everything the operation needs to know, in one object.' });
