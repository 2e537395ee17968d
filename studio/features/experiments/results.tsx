'use client';
import { pText } from '@planwright/schema/figures';
import { useTranslations } from 'next-intl';
import { signed, tickText } from '@/features/charts/figures';
import { Axis, RangeBar } from '@/features/charts/range-bar';
import { RangeTable } from '@/features/charts/range-table';
import { placeOf, scaleOver } from '@/features/charts/scale';
import type { ExperimentViewFragment } from '@/gql/graphql';
import styles from './experiment-page.module.css';
import { smallestText } from './in-unit';
import { Panel } from './panel';
import { hasEstimate, verdictLook } from './verdict-look';

type Result = ExperimentViewFragment['results'][number];

/** What was found, one comparison an arm: the verdict, the interval on its ruler, and the same by other methods. */
export function Results({ experiment }: { experiment: ExperimentViewFragment }) {
  return experiment.results.map((result) => (
    <div key={result.arm.version.id} className={styles.result}>
      <VerdictCard result={result} experiment={experiment} />
      {result.low != null && <Difference result={result} experiment={experiment} />}
      <Sensitivity result={result} experiment={experiment} />
    </div>
  ));
}

function VerdictCard({ result, experiment }: { result: Result; experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { icon: Icon, tone } = verdictLook(result.verdict);
  const { arms, smallestEffect, metric } = experiment;
  const sizes = arms.map(({ measured }) => measured).join(' + ');
  const word = t(`verdict.${result.verdict}`);
  return (
    <section className={styles.card} data-tone={tone} data-testid="verdict">
      <Icon size={28} strokeWidth={1.75} aria-hidden />
      <div>
        {!result.sentence.startsWith(word) && <span className={styles.word}>{word}</span>}
        <h2 className={styles.verdict}>{result.sentence}</h2>
        <p className={styles.text}>{t(experiment.status === 'STOPPED' ? 'next.STOPPED' : `next.${result.verdict}`)}</p>
        <p className={styles.quiet}>
          {t('results.how', { sizes, smallest: smallestText(smallestEffect, metric.unit) })}
        </p>
      </div>
    </section>
  );
}

function Difference({ result, experiment }: { result: Result; experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { metric, smallestEffect } = experiment;
  const { low, high, estimate, arm, reference } = result;
  const smallest = smallestText(smallestEffect, metric.unit);
  if (low == null || high == null) return null;
  const scale = scaleOver([0, low, high, smallestEffect * 1.2, -smallestEffect * 1.2]);
  const shown = hasEstimate(result.verdict) || result.verdict === 'INCONCLUSIVE';
  const title = t('results.difference', {
    metric: metric.unit ? t('inUnit', { title: metric.title, unit: metric.unit }) : metric.title,
    to: arm.version.number,
    from: reference.version.number,
  });
  return (
    <Panel title={title} lead={t(`direction.${metric.direction}`)}>
      <div className={styles.ruler}>
        <div className={styles.bandWord} aria-hidden>
          <span style={{ left: `${placeOf(0, scale)}%` }}>{t('results.band', { smallest })}</span>
        </div>
        <RangeBar
          range={{ low, high, middle: shown ? (estimate ?? null) : null }}
          scale={scale}
          mark={0}
          band={{ from: -smallestEffect, to: smallestEffect }}
          size={7}
          label={t('results.label', { low: signed(low), high: signed(high), smallest })}
        />
        <Axis scale={scale} text={tickText} />
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('results.interval')}</dt>
          <dd>{t('results.from', { low: signed(low), high: signed(high) })}</dd>
        </div>
        <div>
          <dt>{t('results.estimate')}</dt>
          <dd>{estimate == null ? '–' : signed(estimate)}</dd>
        </div>
        <div>
          <dt>{t('results.smallest')}</dt>
          <dd>{t('results.plusMinus', { smallest })}</dd>
        </div>
      </dl>
      <p className={styles.quiet}>{t('results.read')}</p>
    </Panel>
  );
}

function Sensitivity({ result, experiment }: { result: Result; experiment: ExperimentViewFragment }) {
  const t = useTranslations('experiments');
  const { smallestEffect } = experiment;
  const lines = [{ ...result, isMain: true }, ...result.sensitivity.map((line) => ({ ...line, isMain: false }))];
  if (lines.every(({ estimate }) => estimate == null)) return null;
  const scale = scaleOver([
    0,
    smallestEffect,
    -smallestEffect,
    ...lines.flatMap(({ low, high, estimate }) => [low, high, estimate]),
  ]);
  return (
    <Panel
      title={t('sensitivity.title')}
      lead={t(experiment.method ? 'sensitivity.lead' : 'sensitivity.leadUnregistered')}
    >
      <RangeTable
        caption={t('sensitivity.title')}
        titleHead={t('sensitivity.method')}
        heads={[t('results.estimate'), t('results.interval'), 'p']}
        chartHead={t('sensitivity.chart')}
        scale={scale}
        tickText={tickText}
        mark={0}
        band={{ from: -smallestEffect, to: smallestEffect }}
        rows={lines.map(({ method, estimate, low, high, pValue, note, isMain }) => {
          const interval =
            low == null || high == null ? '–' : t('results.from', { low: signed(low), high: signed(high) });
          return {
            key: `${isMain} ${method}`,
            title: (
              <>
                {isMain ? (
                  <strong>
                    {t(experiment.method ? 'sensitivity.main' : 'sensitivity.mainUnregistered', { method })}
                  </strong>
                ) : (
                  method
                )}
                {note && <span className={styles.quiet}>{note}</span>}
              </>
            ),
            low: low ?? null,
            high: high ?? null,
            middle: estimate ?? null,
            reason: estimate == null ? (note ?? t('sensitivity.none')) : undefined,
            label: t('sensitivity.label', { method, estimate: estimate == null ? '–' : signed(estimate), interval }),
            cells: [estimate == null ? '–' : signed(estimate), interval, pValue == null ? '–' : pText(pValue)],
          };
        })}
      />
    </Panel>
  );
}
