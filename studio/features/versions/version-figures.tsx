'use client';
import { ArrowLeftRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { figure, percent, signed } from '@/features/charts/figures';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import type { VersionFiguresQuery } from '@/gql/graphql';
import { versionFigures } from './documents';
import styles from './versions.module.css';

type Figures = VersionFiguresQuery['versionFigures'][number];

/** Each version of a plan at a glance, newest first: every share with what it is a share of. */
export function VersionFigures({ planKey, only }: { planKey: string; only?: readonly string[] }) {
  const t = useTranslations('plans.glance');
  const ui = useTranslations('ui');
  const [{ data, error }, read] = useQuery({
    query: versionFigures,
    variables: { planKey },
    // The page that compares some of them has just read them all.
    requestPolicy: only ? 'cache-first' : 'cache-and-network',
  });
  if (error && !data) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data) return <SkeletonRows count={2} label={ui('loading')} />;
  const rows = data.versionFigures.filter(({ version }) => !only || only.includes(version.id));
  if (rows.length === 0) return <p className={styles.quiet}>{t('none')}</p>;
  return (
    <Table
      caption={t('title')}
      heads={[
        t('version'),
        t('people'),
        t('completion'),
        t('onTime'),
        t('quality'),
        t('outcome'),
        ...(only ? [] : ['']),
      ]}
    >
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.version.id}
            row={row}
            before={only ? undefined : rows[index + 1]?.version.id}
            planKey={planKey}
            linked={!only}
          />
        ))}
      </tbody>
    </Table>
  );
}

function Row({
  row,
  before,
  planKey,
  linked,
}: {
  row: Figures;
  /** The version that came before, to be compared with. */
  before: string | undefined;
  planKey: string;
  linked: boolean;
}) {
  const t = useTranslations('plans.glance');
  const { version, people, completion, onTime, quality, qualityOf, outcome, outcomeMetric, outcomeOf } = row;
  return (
    <tr data-testid="version-figures">
      <Cell>{t('number', { number: version.number })}</Cell>
      <Cell label={t('people')}>{people}</Cell>
      <Cell label={t('completion')}>
        <Counted {...completion} />
      </Cell>
      <Cell label={t('onTime')}>
        <Counted {...onTime} />
      </Cell>
      <Cell label={t('quality')}>
        {quality == null ? '–' : t('scored', { score: figure(quality), count: qualityOf })}
      </Cell>
      <Cell label={t('outcome')}>
        {outcome?.estimate == null || !outcomeMetric ? (
          <span className={styles.quiet}>{t('noOutcome')}</span>
        ) : (
          <span>
            {t('change', { metric: outcomeMetric.title, estimate: signed(outcome.estimate) })}
            <span className={styles.quiet}>
              {outcome.low == null || outcome.high == null
                ? t('outcomePeople', { count: outcomeOf })
                : t('interval', { low: signed(outcome.low), high: signed(outcome.high), count: outcomeOf })}
            </span>
          </span>
        )}
      </Cell>
      {linked && (
        <Cell end>
          {before && (
            <Link
              className={styles.compareLink}
              href={`/plans/${encodeURIComponent(planKey)}/compare?from=${encodeURIComponent(before)}&to=${encodeURIComponent(version.id)}`}
            >
              <ArrowLeftRight size={14} strokeWidth={2} aria-hidden />
              {t('compare')}
            </Link>
          )}
        </Cell>
      )}
    </tr>
  );
}

function Counted({ share, count, of }: Figures['completion']) {
  const t = useTranslations('plans.glance');
  if (share == null) return '–';
  return (
    <>
      {percent(share)} <span className={styles.of}>{t('of', { count, of })}</span>
    </>
  );
}
