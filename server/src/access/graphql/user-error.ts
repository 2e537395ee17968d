import type { Language, LocalizedText } from '@planwright/schema';
import { Field, InterfaceType, ObjectType } from 'type-graphql';

/** The closed list of the contract: what the caller can mend. Nothing was changed. */
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
  | 'INVALID';

export interface UserErrorData {
  code: UserErrorCode;
  message: string;
  /** Keys into the input. */
  path: string[];
}

@InterfaceType({ resolveType: () => 'PlainUserError' })
export abstract class UserError {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  message!: string;
  @Field(() => [String])
  path!: string[];
}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class PlainUserError extends UserError {}

/** A user error with its sentence in the reader's language. */
export function userError(
  code: UserErrorCode,
  sentence: LocalizedText & Record<Language, string>,
  language: Language,
  path: string[] = [],
): UserErrorData {
  return { code, message: sentence[language], path };
}
