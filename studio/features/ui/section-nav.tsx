import Link from 'next/link';
import styles from './section-nav.module.css';

/** Pages that stand side by side under one place, as tabs that are links. */
export function SectionNav<Key extends string>({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly { key: Key; path: string; text: string }[];
  current: Key | undefined;
}) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ key, path, text }) => (
        <Link key={key} href={path} className={styles.tab} aria-current={key === current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
