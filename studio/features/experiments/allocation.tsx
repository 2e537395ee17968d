'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { readAlgorithm } from './algorithm';
import { Auditors } from './auditors';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** How people were assigned at random, and that anybody gets the same again. */
export function Allocation({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { algorithm, replayed } = experiment;
  const drawing = readAlgorithm(algorithm);
  return (
    <Panel
      title={t('allocation.title')}
      lead={drawing ? t(`allocation.${drawing.method}`, { size: drawing.size }) : t('allocation.unknown')}
    >
      <p className={styles.replay} data-passed={replayed}>
        {replayed ? <CircleCheck size={18} aria-hidden /> : <TriangleAlert size={18} aria-hidden />}
        {replayed ? t('allocation.replayed') : t('allocation.notReplayed')}
      </p>
      <Auditors experiment={experiment} />
    </Panel>
  );
}
