'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { Note } from '@/features/ui/note';
import { CopyButton } from './copy-button';
import { addressOf, asTable, type Link } from './links';
import styles from './links-dialog.module.css';

/** Links to hand out. Nothing that is stored leads back to them, so they are shown once. */
export function LinksDialog({ links, onClose }: { links: readonly Link[]; onClose: () => void }) {
  const t = useTranslations('surveys.links');
  const origin = window.location.origin;
  return (
    <Dialog
      title={t('title', { count: links.length })}
      width={640}
      onClose={onClose}
      footer={
        <>
          <CopyButton
            text={asTable(origin, [t('respondent'), t('about'), t('link')], links)}
            label={t('copyAll', { count: links.length })}
          />
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <Note tone="warn" title={t('once')}>
        {t('onceText')}
      </Note>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.token} className={styles.link} data-testid="survey-link">
            <span className={styles.who}>
              <span className={styles.respondent}>{link.respondent}</span>
              <span className={styles.about}>{t('aboutWhom', { about: link.about })}</span>
            </span>
            <CopyButton
              text={addressOf(origin, link)}
              label={t('copy')}
              what={t('of', { respondent: link.respondent, about: link.about })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
