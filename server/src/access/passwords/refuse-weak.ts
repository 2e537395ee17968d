import type { Language } from '@planwright/schema/text';
import { say } from '../generated/messages.js';
import { type UserErrorData, userError } from '../graphql/user-error.js';
import { commonPasswords } from './common-passwords.js';
import {
  fewestCharacters,
  MOST_CHARACTERS,
  type PasswordFault,
  type PasswordOwner,
  passwordFault,
} from './password-rules.js';

/** Why a new password is not taken, in a sentence that says what to do; undefined = it is. */
export async function refuseWeak(
  password: string,
  owner: PasswordOwner,
  { hasSecondFactor, language, path }: { hasSecondFactor: boolean; language: Language; path: string },
): Promise<UserErrorData | undefined> {
  const fault = passwordFault(password, owner, hasSecondFactor, await commonPasswords());
  return fault && userError('WEAK_PASSWORD', sentenceOf(fault, hasSecondFactor), language, [path]);
}

function sentenceOf(fault: PasswordFault, hasSecondFactor: boolean): ReturnType<typeof say> {
  switch (fault) {
    case 'SHORT':
      return say('passwordShort', { count: fewestCharacters(hasSecondFactor) });
    case 'LONG':
      return say('passwordLong', { count: MOST_CHARACTERS });
    case 'COMMON':
      return say('passwordCommon');
    case 'PERSONAL':
      return say('passwordPersonal');
    case 'REPEATS':
      return say('passwordRepeats');
    default:
      return fault satisfies never;
  }
}
