'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { ApiProvider } from '@/features/api/api-provider';
import { useCommand } from '@/features/api/use-command';
import { CodeField } from '@/features/session/code-field';
import { homeOf } from '@/features/session/home';
import { OuterPage } from '@/features/session/outer-page';
import styles from '@/features/session/sign-in.module.css';
import { Button, ButtonLink } from '@/features/ui/button';
import { CommandErrors } from '@/features/ui/command-errors';
import { Note } from '@/features/ui/note';
import { acceptInvitation, resetPassword } from './documents';
import { NewPasswordField } from './new-password-field';

/** Without a second factor; the server says more where it asks for less. */
const FEWEST = 15;

const never = () => () => undefined;
/** Behind `#`: no server, log or other site ever gets to see it. */
const tokenOfAddress = () => window.location.hash.slice(1);

/** What the link of an invitation or of a forgotten password opens. Opening it uses nothing up; sending the form does. */
export function ChoosePasswordPage({ kind }: { kind: 'accept' | 'reset' }) {
  const t = useTranslations('account');
  return (
    <OuterPage title={t(`${kind}.title`)} text={t(`${kind}.text`)}>
      <ApiProvider waiting={<div className={styles.waiting} />}>
        <ChoosePassword kind={kind} />
      </ApiProvider>
    </OuterPage>
  );
}

function ChoosePassword({ kind }: { kind: 'accept' | 'reset' }) {
  const t = useTranslations('account');
  const router = useRouter();
  const token = useSyncExternalStore(never, tokenOfAddress, () => '');
  const accept = useCommand(acceptInvitation);
  const reset = useCommand(resetPassword);
  const command = kind === 'accept' ? accept : reset;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [gone, setGone] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { token, password, ...(code === undefined ? {} : { code: code.trim() }) };
    const outcome = await command.run({ input });
    if (outcome.kind === 'done') {
      // The used link leaves the history, too.
      router.replace(homeOf(outcome.payload.viewer?.roles ?? []));
      return;
    }
    const [error] = outcome.kind === 'refused' ? outcome.userErrors : [];
    if (error?.code === 'SECOND_FACTOR') setCode('');
    if (error?.code === 'LINK_INVALID') setGone(error.message);
  };

  if (gone !== undefined || token === '')
    return (
      <Note tone="danger" title={t('linkGone')} action={<ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>}>
        {gone ?? t('linkMissing')}
      </Note>
    );
  const asksForCode = code !== undefined && command.userErrors.some((error) => error.code === 'SECOND_FACTOR');
  return (
    <form className={styles.form} onSubmit={submit}>
      <NewPasswordField value={password} onChange={setPassword} fewest={FEWEST} error={command.errorAt('password')} />
      {code !== undefined && (
        <CodeField value={code} onChange={setCode} error={asksForCode ? undefined : command.errorAt('code')} />
      )}
      <CommandErrors command={command} shownAt={['password', 'code']} />
      <Button type="submit" look="primary" size="large" busy={command.pending}>
        {t(`${kind}.submit`)}
      </Button>
    </form>
  );
}
