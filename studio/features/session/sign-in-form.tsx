'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useCommand } from '@/features/api/use-command';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { graphql } from '@/gql';
import type { SignInMutation } from '@/gql/graphql';
import { CodeField } from './code-field';
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
        ...UserErrorFields
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
  const command = useCommand(signIn);
  const [email, setEmail] = useState(given ?? '');
  const [password, setPassword] = useState(givenPassword);
  // Asked for once the password was right and the account has a second factor.
  const [code, setCode] = useState<string>();
  const [refusal, setRefusal] = useState<{ title: string; text?: string }>();
  const [busy, setBusy] = useState(false);
  const passwordInput = useRef<HTMLInputElement>(null);
  const note = useId();
  const again = given !== undefined && givenPassword === '';

  const refusalOf = (outcome: Awaited<ReturnType<typeof command.run>>): { title: string; text?: string } => {
    if (outcome.kind !== 'refused') {
      const isUnreachable = outcome.kind === 'failed' && outcome.failure.networkError;
      return { title: t(isUnreachable ? 'unreachable' : 'failed'), text: t('unreachableNext') };
    }
    const [{ code, message, path }] = outcome.userErrors;
    if (path.includes('code')) return { title: message };
    if (code === 'WRONG_CREDENTIALS') return { title: t('wrong'), text: t('wrongNext') };
    return code === 'TOO_MANY_TRIES' ? { title: t('tooMany'), text: message } : { title: message };
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    const outcome = await command.run({
      input: { email: email.trim(), password, ...(code === undefined ? {} : { code: code.trim() }) },
    });
    if (outcome.kind === 'done' && outcome.payload.viewer) {
      onSignedIn(outcome.payload.viewer);
      return;
    }
    setBusy(false);
    const [error] = outcome.kind === 'refused' ? outcome.userErrors : [];
    if (error?.code === 'SECOND_FACTOR') {
      setCode('');
      return;
    }
    setRefusal(refusalOf(outcome));
    if (error?.path.includes('code')) return;
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
      {code !== undefined && <CodeField value={code} onChange={setCode} />}
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
