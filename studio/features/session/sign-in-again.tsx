'use client';
import { useTranslations } from 'next-intl';
import { useApi } from '@/features/api/api-provider';
import { Dialog } from '@/features/ui/dialog';
import { useSession } from './session';
import { SignInForm } from './sign-in-form';

/** Over the page when the session ended meanwhile: signing in again keeps everything that was typed. */
export function SignInAgain() {
  const t = useTranslations('signIn');
  const { person } = useSession();
  const { signedIn } = useApi();
  return (
    <Dialog title={t('again')} width={400}>
      <p>{t('againText')}</p>
      <SignInForm
        email={person.email ?? undefined}
        onSignedIn={(viewer) => {
          if (viewer.person?.id === person.id) signedIn();
          else window.location.assign('/');
        }}
      />
    </Dialog>
  );
}
