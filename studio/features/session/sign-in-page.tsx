'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProvider } from '@/features/api/api-provider';
import { chooseLocale } from '@/features/i18n/choose-locale';
import { DEMO_ACCOUNTS, type DemoAccount, demoEmail } from './demo-accounts';
import { homeOf, returnAddress } from './home';
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
  const locale = useLocale();
  const router = useRouter();
  const [account, setAccount] = useState<DemoAccount>();
  const other = locale === 'en' ? 'zh-CN' : 'en';

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header>
          <span className={styles.logo} aria-hidden>
            P
          </span>
          <h1 className={styles.title}>{t('title')}</h1>
          <p className={styles.tagline}>{frame('tagline')}</p>
        </header>
        <ApiProvider waiting={<div className={styles.waiting} />}>
          <SignInForm
            key={account ?? 'own'}
            {...(account ? { email: demoEmail(account), password: demoPassword } : {})}
            onSignedIn={(viewer) => router.replace(returnAddress(returnTo) ?? homeOf(viewer.roles))}
          />
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
        <button
          type="button"
          className={styles.language}
          lang={other}
          onClick={() => {
            chooseLocale(other);
            router.refresh();
          }}
        >
          {other === 'en' ? 'English' : '中文'}
        </button>
      </div>
    </main>
  );
}
