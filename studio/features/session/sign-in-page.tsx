'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProvider } from '@/features/api/api-provider';
import { Note } from '@/features/ui/note';
import { DEMO_ACCOUNTS, type DemoAccount, demoEmail } from './demo-accounts';
import { Forgotten } from './forgotten';
import { homeOf, returnAddress } from './home';
import { OuterPage } from './outer-page';
import { ProviderButtons } from './provider-buttons';
import type { ProviderProblem } from './provider-way';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form';

/** The one page without the frame. `demoPassword` is there where demo accounts are. */
export function SignInPage({
  returnTo,
  problem,
  demoPassword,
}: {
  returnTo?: string | undefined;
  /** Why a provider has just let nobody in. */
  problem?: ProviderProblem | undefined;
  demoPassword?: string | undefined;
}) {
  const t = useTranslations('signIn');
  const frame = useTranslations('frame');
  const router = useRouter();
  const [account, setAccount] = useState<DemoAccount>();

  return (
    <OuterPage title={t('title')} text={frame('tagline')}>
      {problem && (
        <Note tone="danger" title={t('problemTitle')}>
          {t(`problem.${problem}`)}
        </Note>
      )}
      <ApiProvider waiting={<div className={styles.waiting} />}>
        <SignInForm
          key={account ?? 'own'}
          {...(account ? { email: demoEmail(account), password: demoPassword } : {})}
          onSignedIn={(viewer) => router.replace(returnAddress(returnTo) ?? homeOf(viewer.roles))}
        />
        <ProviderButtons returnTo={returnTo} />
        <Forgotten />
      </ApiProvider>
      {demoPassword !== undefined && (
        <section className={styles.demo} aria-labelledby="demo">
          <h2 id="demo" className={styles.demoTitle}>
            {t('demo')}
          </h2>
          <p className={styles.demoText}>{t('demoText')}</p>
          <ul className={styles.accounts}>
            {DEMO_ACCOUNTS.map((each) => (
              <li key={each}>
                <button
                  type="button"
                  className={styles.account}
                  aria-pressed={account === each}
                  onClick={() => setAccount(each)}
                >
                  <span>{t(`accounts.${each}`)}</span>
                  <span className={styles.does}>{t(`does.${each}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </OuterPage>
  );
}
