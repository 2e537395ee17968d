'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { chooseLocale } from '@/features/i18n/choose-locale';
import styles from './sign-in.module.css';

/** A page for somebody who is not signed in yet: its name, what it is for, one form, the other language. */
export function OuterPage({ title, text, children }: { title: ReactNode; text: ReactNode; children: ReactNode }) {
  const locale = useLocale();
  const router = useRouter();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header>
          <span className={styles.logo} aria-hidden>
            P
          </span>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.tagline}>{text}</p>
        </header>
        {children}
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
