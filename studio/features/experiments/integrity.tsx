'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** What could make the arms differ but the versions: checked all the time, in sentences. */
export function Integrity({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  return (
    <Panel title={t('integrity.title')} lead={t('integrity.lead')}>
      <ul className={styles.checks}>
        {experiment.integrity.map(({ key, passed, text }) => (
          <li key={key} data-passed={passed}>
            {passed ? (
              <CircleCheck size={18} strokeWidth={1.75} aria-label={t('integrity.passed')} />
            ) : (
              <TriangleAlert size={18} strokeWidth={1.75} aria-label={t('integrity.failed')} />
            )}
            <span>{text}</span>
          </li>
        ))}
        <li data-passed={experiment.replayed}>
          {experiment.replayed ? (
            <CircleCheck size={18} strokeWidth={1.75} aria-label={t('integrity.passed')} />
          ) : (
            <TriangleAlert size={18} strokeWidth={1.75} aria-label={t('integrity.failed')} />
          )}
          <span>{experiment.replayed ? t('integrity.replayed') : t('integrity.notReplayed')}</span>
        </li>
      </ul>
    </Panel>
  );
}
