'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { chooseLocale } from '@/features/i18n/choose-locale';
import styles from './survey-page.module.css';

/** Whose survey it is, the language, and below what there is to do. */
export function Framed({ workspace, children }: { workspace?: string | undefined; children: ReactNode }) {
  const router = useRouter();
  const locale = useLocale();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <header className={styles.head}>
        <span className={styles.workspace}>{workspace ?? 'Planwright'}</span>
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
      </header>
      <main className={styles.main}>{children}</main>
    </>
  );
}
