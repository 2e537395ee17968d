'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { graphql } from '@/gql';
import type { SignInMutation } from '@/gql/graphql';
import styles from './sign-in.module.css';

const signIn = graphql(/* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        roles
        locale
        person {
          id
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type SignedIn = NonNullable<SignInMutation['signIn']['viewer']>;

/** E-mail and password. `email` fixes the address when the same person signs in again. */
export function SignInForm({
  email: given,
  password: givenPassword = '',
  onSignedIn,
}: {
  email?: string;
  password?: string;
  onSignedIn: (viewer: SignedIn) => void;
}) {
  const t = useTranslations('signIn');
  const [, run] = useMutation(signIn);
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState(givenPassword);
  const [refusal, setRefusal] = useState<{ title: string; text?: string }>();
  const [busy, setBusy] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const note = useId();
  const again = given !== undefined && givenPassword === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    const { data, error } = await run({ input: { email: email.trim(), password } });
    const payload = data?.signIn;
    if (payload?.viewer) {
      onSignedIn(payload.viewer);
      return;
    }
    setBusy(false);
    const first = payload?.userErrors[0];
    if (first?.code === 'WRONG_CREDENTIALS') setRefusal({ title: t('wrong'), text: t('wrongNext') });
    else if (first?.code === 'TOO_MANY_TRIES') setRefusal({ title: t('tooMany'), text: first.message });
    else if (first) setRefusal({ title: first.message });
    else setRefusal({ title: t(error?.networkError ? 'unreachable' : 'failed'), text: t('unreachableNext') });
    passwordInput.current?.select();
    passwordInput.current?.focus();
  };

  return (
    <form className={styles.form} onSubmit={submit} aria-describedby={refusal ? note : undefined}>
      <Field label={t('email')}>
        {(control) => (
          <input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            required
            value={email}
            readOnly={again}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(control) => (
          <input
            {...control}
            ref={passwordInput}
            type="password"
            name="password"
            autoComplete="current-password"
            data-autofocus={again || undefined}
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {refusal && (
        <div id={note}>
          <Note tone="danger" title={refusal.title}>
            {refusal.text}
          </Note>
        </div>
      )}
      <Button type="submit" look="primary" size="large" busy={busy}>
        {t('submit')}
      </Button>
    </form>
  );
}
