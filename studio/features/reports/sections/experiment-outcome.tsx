import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DotStrip } from '@/features/charts/dot-strip';
import { figure, signed, tickText } from '@/features/charts/figures';
import { RangeTable } from '@/features/charts/range-table';
import { scaleOver } from '@/features/charts/scale';
import { useToday } from '@/features/experiments/use-today';
import { useTimeWords } from '@/features/time/use-time-words';
import type { ReportFieldsFragment } from '@/gql/graphql';
import styles from '../reports.module.css';
import { NoFigures } from '../section';

type Experiment = NonNullable<ReportFieldsFragment['cohort']['experiment']>;
type Result = Experiment['results'][number];
type Arm = Result['arm'];

/** What the experiment of the cohort says: the differences between versions, and everybody's value by version. */
export function ExperimentOutcome({ experiment }: { experiment: Experiment }) {
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const today = useToday();
  const { id, name, status, metric, smallestEffect, results, analysisOn } = experiment;
  const link = <Link href={`/experiments/${encodeURIComponent(id)}`}>{t('experiment.open')}</Link>;
  const heading = (
    <h3 className={styles.part}>
      {t('experiment.title', { name })} {link}
    </h3>
  );
  // Which of the three it is decides what HR does next.
  const waiting =
    status === 'CANCELLED'
      ? t('experiment.cancelled')
      : today >= analysisOn
        ? t('experiment.due')
        : t('experiment.locked', { date: date(analysisOn, 'full') });
  if (results.length === 0)
    return (
      <>
        {heading}
        <NoFigures>{waiting}</NoFigures>
      </>
    );
  const unit = metric.unit ?? '';
  const scale = scaleOver([0, smallestEffect, -smallestEffect, ...results.flatMap(({ low, high }) => [low, high])]);
  const version = (arm: Arm) => t('experiment.version', { number: arm.version.number });
  return (
    <>
      {heading}
      {results.map(({ sentence, arm }) => (
        <p key={arm.version.id} className={styles.verdict}>
          {sentence}
        </p>
      ))}
      <RangeTable
        caption={t('experiment.caption', { metric: metric.title })}
        titleHead={unit ? t('outcomes.inUnit', { title: metric.title, unit }) : metric.title}
        heads={[t('n'), t('experiment.difference'), t('interval')]}
        chartHead={t('experiment.chart', { effect: figure(smallestEffect) })}
        scale={scale}
        tickText={tickText}
        mark={0}
        band={{ from: -smallestEffect, to: smallestEffect }}
        rows={results.map(({ arm, reference, estimate, low, high, sentence }) => ({
          key: arm.version.id,
          title: t('experiment.minus', { arm: version(arm), reference: version(reference) }),
          low: low ?? null,
          high: high ?? null,
          middle: estimate ?? null,
          label: sentence,
          reason: estimate == null ? sentence : undefined,
          cells: [
            `${arm.measured} + ${reference.measured}`,
            estimate == null ? '' : signed(estimate),
            low == null || high == null ? '' : t('from', { low: signed(low), high: signed(high) }),
          ],
        }))}
      />
      {results.some(({ later }) => later) && <NoFigures>{t('experiment.later')}</NoFigures>}
      <Arms results={results} metric={metric.title} />
    </>
  );
}

/** Everybody's value, a strip for each version, on one scale. */
function Arms({ results, metric }: { results: readonly Result[]; metric: string }) {
  const t = useTranslations('reports');
  const [first] = results;
  if (!first) return null;
  const arms = [first.reference, ...results.map(({ arm }) => arm)];
  const scale = scaleOver(arms.flatMap(({ values }) => values ?? []));
  if (arms.every(({ values }) => !values || values.length === 0)) return null;
  return (
    <RangeTable
      caption={t('experiment.armsCaption', { metric })}
      titleHead={t('experiment.arm')}
      heads={[t('experiment.measured'), t('outcomes.mean')]}
      chartHead={t('experiment.armsChart')}
      scale={scale}
      tickText={tickText}
      rows={arms.map(({ version, values, mean, measured, allocated }) => ({
        key: version.id,
        title: t('experiment.version', { number: version.number }),
        low: null,
        high: null,
        middle: null,
        label: '',
        drawn: (
          <DotStrip
            values={values ?? []}
            scale={scale}
            mean={mean}
            label={t('experiment.dots', { number: version.number, count: values?.length ?? 0 })}
          />
        ),
        cells: [t('share.of', { count: String(measured), of: String(allocated) }), mean == null ? '–' : figure(mean)],
      }))}
    />
  );
}
