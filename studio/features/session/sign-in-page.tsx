'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProvider } from '@/features/api/api-provider';
import { DEMO_ACCOUNTS, type DemoAccount, demoEmail } from './demo-accounts';
import { Forgotten } from './forgotten';
import { homeOf, returnAddress } from './home';
import { OuterPage } from './outer-page';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form';

/** The one page without the frame. `demoPassword` is there where demo accounts are. */
export function SignInPage({
  returnTo,
  demoPassword,
}: {
  returnTo?: string | undefined;
  demoPassword?: string | undefined;
}) {
  const t = useTranslations('signIn');
  const frame = useTranslations('frame');
  const router = useRouter();
  const [account, setAccount] = useState<DemoAccount>();

  return (
    <OuterPage title={t('title')} text={frame('tagline')}>
      <ApiProvider waiting={<div className={styles.waiting} />}>
        <SignInForm
          key={account ?? 'own'}
          {...(account ? { email: demoEmail(account), password: demoPassword } : {})}
          onSignedIn={(viewer) => router.replace(returnAddress(returnTo) ?? homeOf(viewer.roles))}
        />
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
