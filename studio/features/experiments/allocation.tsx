'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { readAlgorithm } from './algorithm';
import type { Experiment } from './experiment-page';
import styles from './experiment-page.module.css';
import { Panel } from './panel';

/** How the lot was drawn, so that anybody can draw it again. */
export function Allocation({ experiment }: { experiment: Experiment }) {
  const t = useTranslations('experiments');
  const { seed, seedHash, rosterDigest, algorithm, replayed } = experiment;
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
      <dl className={styles.facts}>
        <div>
          <dt>{t('allocation.seed')}</dt>
          <dd>
            <code className={styles.digest}>{seed}</code>
          </dd>
        </div>
        <div>
          <dt>{t('allocation.commitment')}</dt>
          <dd>
            <code className={styles.digest}>{seedHash}</code>
          </dd>
        </div>
        <div>
          <dt>{t('allocation.roster')}</dt>
          <dd>
            <code className={styles.digest}>{rosterDigest}</code>
          </dd>
        </div>
        <div>
          <dt>{t('allocation.algorithm')}</dt>
          <dd>
            <code className={styles.digest}>{algorithm}</code>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
