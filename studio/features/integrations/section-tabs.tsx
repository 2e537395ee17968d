'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import styles from './section-tabs.module.css';

const TABS = [
  { key: 'integrations', path: '/integrations' },
  { key: 'routing', path: '/integrations/channels' },
  { key: 'plugins', path: '/plugins' },
  { key: 'messages', path: '/messages' },
] as const;

/** What goes out, through what, by whose rules, and what became of it: four pages under one place of the rail. */
export function SectionTabs() {
  const t = useTranslations('integrations.tabs');
  const path = usePathname();
  const current = TABS.findLast((tab) => path === tab.path || path.startsWith(`${tab.path}/`))?.key;
  return (
    <nav className={styles.tabs} aria-label={t('label')}>
      {TABS.map((tab) => (
        <Link
          key={tab.key}
          href={tab.path}
          className={styles.tab}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          {t(tab.key)}
        </Link>
      ))}
    </nav>
  );
}
