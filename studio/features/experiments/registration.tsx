'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/features/time/use-time-words';
import { Fact, Facts } from '@/features/ui/facts';
import type { ExperimentViewFragment } from '@/gql/graphql';
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
      <Facts>
        <Fact name={t('plan')}>
          <Link href={`/plans/${encodeURIComponent(plan.key)}/versions`}>{plan.title}</Link>
        </Fact>
        <Fact name={t('registration.versions')}>
          {arms
            .map(({ version }, index) => t(index === 0 ? 'arms.reference' : 'arms.tried', { number: version.number }))
            .join(t('separator'))}
        </Fact>
        <Fact name={t('registration.metric')}>
          {metric.title} · {t(`direction.${metric.direction}`)}
        </Fact>
        <Fact name={t('registration.smallest')}>{smallestText(smallestEffect, metric.unit)}</Fact>
        {experiment.method && <Fact name={t('registration.method')}>{experiment.method}</Fact>}
        <Fact name={t('registration.unit')}>
          {t(`unit.${unit}`)}
          {strata.length > 0 &&
            ` · ${t('registration.strata', { strata: strata.map((one) => t(`stratum.${one}`)).join(t('separator')) })}`}
        </Fact>
        <Fact name={t('registration.dates')}>
          {t('registration.fromTo', {
            start: date(experiment.startsOn, 'full'),
            analysis: date(experiment.analysisOn, 'full'),
          })}
        </Fact>
        {cohort && (
          <Fact name={t('registration.cohort')}>
            <Link href={`/cohorts/${encodeURIComponent(cohort.id)}`}>{cohort.name}</Link>
          </Fact>
        )}
      </Facts>
    </Panel>
  );
}
