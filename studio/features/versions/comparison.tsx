'use client';
import { Shuffle, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { signed, tickText } from '@/features/charts/figures';
import { Axis, RangeBar } from '@/features/charts/range-bar';
import { scaleOver } from '@/features/charts/scale';
import page from '@/features/experiments/experiment-page.module.css';
import { Panel } from '@/features/experiments/panel';
import { verdictLook } from '@/features/experiments/verdict-look';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { ComparedVersionsFragment } from '@/gql/graphql';
import { Balance } from './balance';
import type { Pair } from './choose-pair';
import { versionComparison } from './documents';
import { Methods } from './methods';
import { Pooled } from './pooled';
import { VersionFigures } from './version-figures';
import styles from './versions.module.css';

/** What differs between two versions: in what they are, and in what came of them. */
export function Comparison({ planKey, pair }: { planKey: string; pair: Pair }) {
  const t = useTranslations('versions');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: versionComparison,
    variables: { from: pair.from, to: pair.to, metricKey: pair.metric },
  });
  if (error && !data) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data) return <SkeletonRows count={3} height={140} label={ui('loading')} />;
  const compared = unmask<ComparedVersionsFragment>(data.compareVersionOutcomes);
  if (!compared) return <Empty title={t('none')}>{t('noneNext')}</Empty>;
  return (
    <>
      <Verdict compared={compared} />
      <div className={page.columns}>
        <div className={page.column}>
          <Difference compared={compared} />
        </div>
        <div className={page.column}>
          <Panel title={t('definition')}>
            {compared.definition.length === 0 ? (
              <p className={styles.quiet}>{t('identical')}</p>
            ) : (
              <ul className={styles.changes}>
                {compared.definition.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      </div>
      <Panel title={t('glance')}>
        <VersionFigures planKey={planKey} only={[compared.from.id, compared.to.id]} />
      </Panel>
      <Methods compared={compared} />
      {compared.balance.length > 0 && <Balance compared={compared} />}
      {compared.pooled && <Pooled pooled={compared.pooled} unit={compared.metric.unit} />}
    </>
  );
}

function Verdict({ compared }: { compared: ComparedVersionsFragment }) {
  const t = useTranslations('versions');
  const words = useTranslations('experiments');
  const { verdict, sentence, randomised, peopleFrom, peopleTo, eValueText } = compared;
  const { icon: Icon, tone } = verdictLook(verdict);
  const Design = randomised ? Shuffle : UsersRound;
  return (
    <section className={page.card} data-tone={tone} data-testid="verdict">
      <Icon size={28} strokeWidth={1.75} aria-hidden />
      <div>
        <span className={page.word}>{words(`verdict.${verdict}`)}</span>
        <h2 className={page.verdict}>{sentence}</h2>
        <p className={page.text}>{words(`next.${verdict}`)}</p>
        {eValueText && <p className={page.text}>{eValueText}</p>}
        <p className={styles.design}>
          <Design size={14} strokeWidth={2} aria-hidden />
          {t(randomised ? 'randomised' : 'observed', { from: peopleFrom, to: peopleTo })}
        </p>
      </div>
    </section>
  );
}

function Difference({ compared }: { compared: ComparedVersionsFragment }) {
  const t = useTranslations('versions');
  const words = useTranslations('experiments');
  const { estimate: line, metric, from, to } = compared;
  const { low, high, estimate } = line;
  const title = words('results.difference', {
    metric: metric.unit ? words('inUnit', { title: metric.title, unit: metric.unit }) : metric.title,
    to: to.number,
    from: from.number,
  });
  if (low == null || high == null) {
    return (
      <Panel title={title}>
        <p className={styles.quiet}>{line.note ?? t('noInterval')}</p>
      </Panel>
    );
  }
  const scale = scaleOver([0, low, high]);
  return (
    <Panel title={title} lead={words(`direction.${metric.direction}`)}>
      <div className={page.ruler}>
        <RangeBar
          range={{ low, high, middle: estimate ?? null }}
          scale={scale}
          mark={0}
          size={7}
          label={t('label', { low: signed(low), high: signed(high) })}
        />
        <Axis scale={scale} text={tickText} />
      </div>
      <dl className={page.figures}>
        <div>
          <dt>{words('results.interval')}</dt>
          <dd>{words('results.from', { low: signed(low), high: signed(high) })}</dd>
        </div>
        <div>
          <dt>{words('results.estimate')}</dt>
          <dd>{estimate == null ? '–' : signed(estimate)}</dd>
        </div>
        <div>
          <dt>{words('sensitivity.method')}</dt>
          <dd>{line.method}</dd>
        </div>
      </dl>
    </Panel>
  );
}
