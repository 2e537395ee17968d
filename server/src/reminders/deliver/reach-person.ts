import type { Identities } from '@planwright/plugin-sdk';
import type { Recipient } from '../plan/subjects.js';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The ids a person is known by: e-mail, and what their facts hold as `mobile` and as ids of providers (`dingtalk.userid`). */
export function identitiesOf({ email, facts }: Recipient): Identities {
  const mobile = textOf(facts.mobile);
  const ids = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => {
      const text = textOf(value);
      return name.includes('.') && text !== undefined ? [[name, text]] : [];
    }),
  );
  return { ids, ...(email ? { email } : {}), ...(mobile === undefined ? {} : { mobile }) };
}
