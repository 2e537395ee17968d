import { namePinyin } from '../../people/index.js';
import type { PasswordOwner } from '../passwords/password-rules.js';

/** What others know of somebody, also as it is said: Chinese names of people and companies are written in pinyin, too. */
export const passwordOwner = ({
  name,
  email,
  company,
}: {
  name: string;
  email: string | null;
  company: string;
}): PasswordOwner => ({
  name,
  email: email ?? '',
  company,
  spoken: [name, company].flatMap((text) => namePinyin(text).trim().split(/\s+/)),
});
