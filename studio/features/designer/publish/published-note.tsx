'use client';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import styles from './publish.module.css';

export interface Published {
  number: number;
  moved: number;
}

/** It is done; where to go from here. */
export function PublishedNote({
  plan,
  published,
  mayMove,
}: {
  plan: { key: string; runningCount: number };
  published: Published;
  mayMove: boolean;
}) {
  const t = useTranslations('publish');
  const { number, moved } = published;
  const left = plan.runningCount - moved;
  return (
    <div className={styles.column} data-testid="published" data-version={number}>
      <Note tone="ok" title={moved > 0 ? t('publishedAndMoved', { number, count: moved }) : t('published', { number })}>
        {left > 0 && !mayMove ? t('leftForHr', { count: left }) : t('next')}
      </Note>
      <div className={styles.actions}>
        {mayMove && (
          <ButtonLink look="primary" href="/cohorts">
            {t('toCohorts')}
          </ButtonLink>
        )}
        {mayMove && left > 0 && (
          <ButtonLink href={`/plans/${plan.key}/migration`}>{t('toMigration', { count: left })}</ButtonLink>
        )}
        <ButtonLink href={`/plans/${plan.key}/versions`}>{t('toVersions')}</ButtonLink>
        <ButtonLink href={`/plans/${plan.key}`}>{t('back')}</ButtonLink>
      </div>
    </div>
  );
}
