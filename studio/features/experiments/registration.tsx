'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { smallestText } from './in-unit';
import { Panel } from './panel';

/** What was written down beforehand; nobody can change it afterwards. */
export function Registration({ experiment }: { experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { date } = useTimeWords();
  const { metric, smallestEffect, arms, unit, strata, plan, cohort } = experiment;
  return (
    <Panel
      title={t('registration.title')}
      lead={t('registration.lead', { date: date(experiment.registeredAt, 'fullTime') })}
    >
      <dl className={styles.facts}>
        <div>
          <dt>{t('plan')}</dt>
          <dd>
            <Link href={`/plans/${encodeURIComponent(plan.key)}/versions`}>{plan.title}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('registration.versions')}</dt>
          <dd>
            {arms
              .map(({ version }, index) => t(index === 0 ? 'arms.reference' : 'arms.tried', { number: version.number }))
              .join(t('separator'))}
          </dd>
        </div>
        <div>
          <dt>{t('registration.metric')}</dt>
          <dd>
            {metric.title} · {t(`direction.${metric.direction}`)}
          </dd>
        </div>
        <div>
          <dt>{t('registration.smallest')}</dt>
          <dd>{smallestText(smallestEffect, metric.unit)}</dd>
        </div>
        {experiment.method && (
          <div>
            <dt>{t('registration.method')}</dt>
            <dd>{experiment.method}</dd>
          </div>
        )}
        <div>
          <dt>{t('registration.unit')}</dt>
          <dd>
            {t(`unit.${unit}`)}
            {strata.length > 0 &&
              ` · ${t('registration.strata', { strata: strata.map((one) => t(`stratum.${one}`)).join(t('separator')) })}`}
          </dd>
        </div>
        <div>
          <dt>{t('registration.dates')}</dt>
          <dd>
            {t('registration.fromTo', {
              start: date(experiment.startsOn, 'full'),
              analysis: date(experiment.analysisOn, 'full'),
            })}
          </dd>
        </div>
        {cohort && (
          <div>
            <dt>{t('registration.cohort')}</dt>
            <dd>
              <Link href={`/cohorts/${encodeURIComponent(cohort.id)}`}>{cohort.name}</Link>
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
