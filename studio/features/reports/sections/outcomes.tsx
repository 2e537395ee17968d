import { useTranslations } from 'next-intl';
import { DotStrip } from '@/features/charts/dot-strip';
import { figure, signed, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { Pooled } from '@/features/versions/pooled';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures, Section } from '../section';
import { ExperimentOutcome } from './experiment-outcome';
import { Ratings } from './ratings';

type Outcome = ReportFieldsFragment['outcomeFigures'][number];

/** What became of the outcomes: the experiment's comparison where there is one, and the change of each metric. */
export function Outcomes({ report, number }: { report: ReportFieldsFragment; number: number }) {
  const t = useTranslations('reports');
  const { experiment } = report.cohort;
  return (
    <Section id="outcomes" number={number} title={t('outcomes.title')} lead={t('outcomes.lead')}>
      {experiment && <ExperimentOutcome experiment={experiment} />}
      {report.pooled && <Pooled pooled={report.pooled} unit={experiment?.metric.unit} />}
      {report.outcomeFigures.map((outcome) => (
        <Change key={outcome.metricKey} outcome={outcome} />
      ))}
      <Ratings ratings={report.ratings} />
      {report.outcomeFigures.length === 0 && <NoFigures>{t('outcomes.none')}</NoFigures>}
    </Section>
  );
}

/** The change of one metric among those measured before and after, with one dot a person. */
function Change({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('reports');
  const { title, unit, n, changes, smallestEffect, low, high, estimate, direction, method, note } = outcome;
  const heading = unit ? t('outcomes.inUnit', { title, unit }) : title;
  if (estimate == null)
    return (
      <>
        <h3 className={styles.part}>{heading}</h3>
        <NoFigures>{note ? t('outcomes.noneWithCount', { reason: note, n }) : t('outcomes.tooFew', { n })}</NoFigures>
      </>
    );
  const scale = scaleOver([0, low, high, ...changes, smallestEffect, smallestEffect && -smallestEffect]);
  const interval = low == null || high == null ? '–' : t('from', { low: signed(low), high: signed(high) });
  const band = smallestEffect ? { from: -smallestEffect, to: smallestEffect } : undefined;
  return (
    <>
      <h3 className={styles.part}>{heading}</h3>
      <p className={styles.lead}>
        {method} · {t(`outcomes.${direction}`)}
        {band && ` · ${t('outcomes.smallest', { effect: figure(band.to) })}`}
      </p>
      <RangeTable
        caption={t('outcomes.caption', { title })}
        titleHead={t('outcomes.what')}
        heads={[t('n'), t('outcomes.mean'), t('interval')]}
        chartHead={band ? t('outcomes.chartWithBand') : t('outcomes.chart')}
        scale={scale}
        tickText={tickText}
        mark={0}
        band={band}
        rows={[
          {
            key: 'change',
            title: t('outcomes.change'),
            low: low ?? null,
            high: high ?? null,
            middle: estimate,
            label: t('outcomes.label', { title, estimate: signed(estimate), interval, n }),
            cells: [t('people', { count: n }), signed(estimate), interval],
            below: changes.length > 0 && (
              <DotStrip values={changes} scale={scale} mark={0} label={t('outcomes.dots', { count: changes.length })} />
            ),
          },
        ]}
      />
      {changes.length > 0 && (
        <details className={styles.values}>
          <summary>{t('outcomes.values', { count: changes.length })}</summary>
          <p>{changes.map(signed).join(t('separator'))}</p>
        </details>
      )}
    </>
  );
}
