/** Fifty thousand words, read when the first password is chosen: most servers start without such a moment. */
let listed: Promise<ReadonlySet<string>> | undefined;

/** Passwords, in lower case, that are tried first by whoever tries. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  listed ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return listed;
}

/** What Chinese and English passwords are made of so often that it adds nothing to one. The longest first. */
export const EVERYDAY: readonly string[] = [
  'planwright',
  'woaizhongguo',
  '5201314',
  '1314520',
  'iloveyou',
  'password',
  'passw0rd',
  'zhongguo',
  'welcome',
  'woaini',
  'woaiwo',
  'qwerty',
  'admin',
  'hello',
  'aini',
  'mima',
  '1314',
  '520',
  '521',
];
