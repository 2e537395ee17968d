import type { Language, LocalizedText } from '@planwright/schema/text';
import { Field, InterfaceType, ObjectType } from 'type-graphql';

/** The closed list of the contract: what the caller can correct. Nothing was changed. */
export type UserErrorCode =
  | 'WRONG_CREDENTIALS'
  | 'TOO_MANY_TRIES'
  | 'STALE_REVISION'
  | 'HAS_PROBLEMS'
  | 'NEEDS_ADMIN'
  | 'PREVIEW_OUTDATED'
  | 'BLOCKED'
  | 'WINDOW_CLOSED'
  | 'ALREADY_ENROLLED'
  | 'LOCKED_ITEM'
  | 'NOT_NOW'
  | 'ALREADY_REVIEWED'
  | 'KEY_REUSED'
  | 'RESULTS_LOCKED'
  | 'TAKEN'
  | 'CYCLE'
  | 'LAST_ADMIN'
  | 'LINK_INVALID'
  | 'SSO_ONLY'
  | 'WEAK_PASSWORD'
  | 'OWNED_ELSEWHERE'
  | 'TOO_MANY_MISSING'
  | 'SECOND_FACTOR'
  | 'PROOF_NEEDED'
  | 'INVALID';

export interface UserErrorData {
  code: UserErrorCode;
  message: string;
  /** Keys into the input. */
  path: string[];
}

@InterfaceType({
  resolveType: () => 'PlainUserError',
  description:
    'Why a mutation did not do what was asked, for a reason the caller can put right. Problems with the request itself, such as a missing sign-in, are in the `errors` of the GraphQL response instead.',
})
export abstract class UserError {
  @Field(() => String, {
    description:
      'Stable code: WRONG_CREDENTIALS, TOO_MANY_TRIES, STALE_REVISION (somebody has saved since), HAS_PROBLEMS, NEEDS_ADMIN, PREVIEW_OUTDATED, BLOCKED, WINDOW_CLOSED, ALREADY_ENROLLED, LOCKED_ITEM, NOT_NOW (the present state does not allow it), ALREADY_REVIEWED, KEY_REUSED (an idempotency key was sent before with other content), RESULTS_LOCKED, TAKEN (somebody or something else has it), CYCLE, LAST_ADMIN, LINK_INVALID, SSO_ONLY, WEAK_PASSWORD, OWNED_ELSEWHERE (another system says so, and it is changed there), TOO_MANY_MISSING, SECOND_FACTOR (a code is asked for besides the password), PROOF_NEEDED (say once more who you are, with `proveIdentity`) or INVALID (`path` says what).',
  })
  code!: string;
  @Field(() => String, { description: 'What is wrong and what to do about it, in the requested language.' })
  message!: string;
  @Field(() => [String], {
    description:
      'The part of the input it is about, as keys and indices from `input`. Empty when it is about the whole.',
  })
  path!: string[];
}

@ObjectType({ implements: UserError, simpleResolvers: true, description: 'A user error with nothing further to tell.' })
export class PlainUserError extends UserError {}

/** The field `userErrors` that every payload has. */
export const UserErrorsField = (): PropertyDecorator =>
  Field(() => [UserError], {
    description: 'Why nothing was changed. Empty when the mutation did what was asked.',
  });

/** A user error with its sentence in the reader's language. */
export function userError(
  code: UserErrorCode,
  sentence: LocalizedText & Record<Language, string>,
  language: Language,
  path: string[] = [],
): UserErrorData {
  return { code, message: sentence[language], path };
}
