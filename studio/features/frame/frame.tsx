'use client';
import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useUnread } from '@/features/inbox/use-unread';
import { SandboxBar } from '@/features/sandbox/sandbox-bar';
import { useSession } from '@/features/session/session';
import { Dialog } from '@/features/ui/dialog';
import { Account } from './account';
import { AccountMenu } from './account-menu';
import styles from './frame.module.css';
import { barPlaces, INBOX, isAt, type Place, placesFor } from './places';
import { useWaitingReviews } from './waiting-reviews';

/** Rail on the left; on a phone a bar at the bottom. The page scrolls beside it. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('frame');
  const { viewer } = useSession();
  const path = usePathname();
  const [sheet, setSheet] = useState(false);
  const places = placesFor(viewer.roles);
  const { shown, more } = barPlaces(places);
  const waiting = useWaitingReviews(places.some((place) => place.key === 'reviews'));

  const unread = useUnread();

  const link = (place: Place) => {
    const Icon = place.icon;
    const count = place.key === 'reviews' ? waiting : place.key === 'inbox' ? unread : 0;
    return (
      <Link
        key={place.key}
        href={place.path}
        className={styles.place}
        aria-current={isAt(place, path) ? 'page' : undefined}
        onClick={() => setSheet(false)}
      >
        <span className={styles.icon}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />
          {count > 0 && (
            <span className={styles.count} aria-hidden>
              {count > 99 ? '99+' : count}
            </span>
          )}
        </span>
        {t(`places.${place.key}`)}
        {count > 0 && (
          <span className="visually-hidden">{t(place.key === 'inbox' ? 'unread' : 'waiting', { count })}</span>
        )}
      </Link>
    );
  };

  return (
    <>
      <a href="#page" className={styles.skip}>
        {t('skip')}
      </a>
      <SandboxBar />
      <div className={styles.frame}>
        <nav className={styles.rail} aria-label={t('navigation')}>
          <Link href="/" className={styles.logo} aria-label="Planwright" title={viewer.workspace?.name}>
            P
          </Link>
          {places.map(link)}
          <span className={styles.space} />
          {link(INBOX)}
          <AccountMenu />
        </nav>
        <main className={styles.page} id="page">
          {children}
        </main>
        <nav className={styles.bar} aria-label={t('navigation')}>
          {shown.map(link)}
          <button type="button" className={styles.place} onClick={() => setSheet(true)} aria-haspopup="dialog">
            <span className={styles.icon}>
              <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
            </span>
            {t('more')}
          </button>
        </nav>
      </div>
      {sheet && (
        <Dialog title={t('more')} onClose={() => setSheet(false)}>
          {more.length > 0 && <div className={styles.morePlaces}>{more.map(link)}</div>}
          <Account onGo={() => setSheet(false)} />
        </Dialog>
      )}
    </>
  );
}
