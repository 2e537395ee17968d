'use client';
import { useTranslations } from 'next-intl';
import { figure } from '@/features/charts/figures';
import { Note } from '@/features/ui/note';
import type { ExperimentViewFragment } from '@/gql/graphql';
import { sightOf } from './design/draft';
import { EffectRuler } from './effect-ruler';
import styles from './experiment-page.module.css';
import { inUnit, smallestText } from './in-unit';
import { Panel } from './panel';

/** What the experiment will be able to show, before it is started. */
export function Before({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { detectableEffect: effect, smallestEffect, metric, arms } = experiment;
  const sight = sightOf(effect, smallestEffect);
  const words = {
    effect: inUnit(figure(effect ?? 0), metric.unit),
    smallest: smallestText(smallestEffect, metric.unit),
  };
  const sizes = arms.map(({ allocated }) => allocated).join(' + ');
  return (
    <Panel title={t('before.title')} lead={t('before.lead', { metric: metric.title, sizes })}>
      {effect != null && <EffectRuler effect={effect} smallest={smallestEffect} unit={metric.unit} />}
      {sight === 'enough' && <Note tone="ok" title={t('effect.enough', words)} />}
      {sight === 'blunt' && (
        <Note tone="warn" title={t('effect.blunt', words)}>
          {t('effect.bluntNext')}
        </Note>
      )}
      {sight === 'nothing' && (
        <Note tone="warn" title={t('before.nothing')}>
          {t('before.nothingNext')}
        </Note>
      )}
      <p className={styles.quiet}>{t('before.start')}</p>
    </Panel>
  );
}
