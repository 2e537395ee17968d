'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiProvider } from '@/features/api/api-provider';
import { useCommand } from '@/features/api/use-command';
import { OuterPage } from '@/features/session/outer-page';
import styles from '@/features/session/sign-in.module.css';
import { Button } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Field } from '@/features/ui/field';
import { Note } from '@/features/ui/note';
import { requestPasswordReset } from './documents';

/** Asks for a link to a new password. Whether somebody has the address is said to nobody. */
export function ForgotPage() {
  const t = useTranslations('account');
  return (
    <OuterPage title={t('forgot.title')} text={t('forgot.text')}>
      <ApiProvider waiting={<div className={styles.waiting} />}>
        <Ask />
      </ApiProvider>
      <p className={styles.help}>
        <Link href="/sign-in">{t('toSignIn')}</Link>
      </p>
    </OuterPage>
  );
}

function Ask() {
  const t = useTranslations('account');
  const signIn = useTranslations('signIn');
  const command = useCommand(requestPasswordReset);
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { kind } = await command.run({ input: { email: email.trim() } });
    setAsked(kind === 'done');
  };
  if (asked)
    return (
      <Note tone="ok" title={t('forgot.sent')}>
        {t('forgot.sentText')}
      </Note>
    );
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={signIn('email')}>
        {(control) => (
          <input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <CommandErrors command={command} />
      <Button type="submit" look="primary" size="large" busy={command.pending}>
        {t('forgot.submit')}
      </Button>
    </form>
  );
}
