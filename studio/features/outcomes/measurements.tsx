'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { CohortPicker } from '@/features/pickers/cohort-picker';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import { Cell, Table } from '@/features/ui/table';
import { Tag } from '@/features/ui/tag';
import { cohortsToMeasure, measurements } from './documents';
import styles from './measurements.module.css';
import { type Metric, withUnit } from './metric';

const SOURCES = ['MANUAL', 'IMPORT', 'CONNECTOR'] as const;
type Source = (typeof SOURCES)[number];
const sourceOf = (source: string): Source => SOURCES.find((each) => each === source) ?? 'MANUAL';

/** What was measured, newest first, of everybody or of one cohort; the cohort stands in the address. */
export function Measurements({ metric, onImport }: { metric: Metric; onImport: () => void }) {
  const t = useTranslations('outcomes');
  const router = useRouter();
  const path = usePathname();
  const cohortId = useSearchParams().get('cohort');
  const [{ data }] = useQuery({ query: cohortsToMeasure });
  const cohorts = data?.cohorts.edges.map(({ node }) => node);
  const choose = (id: string) => router.replace(id ? `${path}?cohort=${encodeURIComponent(id)}` : path);
  return (
    <>
      <div className={styles.filter}>
        <CohortPicker
          label={t('cohort')}
          placeholder={t('everybody')}
          cohorts={cohorts}
          value={cohortId ?? ''}
          onChange={choose}
          clearable
        />
      </div>
      <Rows key={cohortId} metric={metric} cohortId={cohortId} onImport={onImport} />
    </>
  );
}

function Rows({ metric, cohortId, onImport }: { metric: Metric; cohortId: string | null; onImport: () => void }) {
  const t = useTranslations('outcomes');
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const [{ data }] = useQuery({ query: measurements, variables: { metricKey: metric.key, cohortId, after: null } });
  // What surveys tell is not listed by person, so here is nothing that would be missing.
  if (data?.measurements.edges.length === 0)
    return metric.source === 'SURVEY' ? null : (
      <Empty
        title={t(cohortId ? 'noneInCohort' : 'none.title')}
        action={<Button onClick={onImport}>{t('importTable')}</Button>}
      >
        {t('none.text')}
      </Empty>
    );
  return (
    <Table
      caption={t('measuredOf', { metric: metric.title })}
      heads={[t('head.person'), t('head.value'), t('head.date'), t('head.kind'), t('head.source')]}
    >
      {cursors.map((after, index) => (
        <PageOfRows
          key={after ?? ''}
          metric={metric}
          cohortId={cohortId}
          after={after}
          isLast={index === cursors.length - 1}
          onMore={(cursor) => setCursors([...cursors, cursor])}
        />
      ))}
    </Table>
  );
}

function PageOfRows({
  metric,
  cohortId,
  after,
  isLast,
  onMore,
}: {
  metric: Metric;
  cohortId: string | null;
  after: string | null;
  isLast: boolean;
  onMore: (cursor: string) => void;
}) {
  const t = useTranslations('outcomes');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const { date } = useTimeWords();
  const [{ data, error }, read] = useQuery({
    query: measurements,
    variables: { metricKey: metric.key, cohortId, after },
  });
  const spanned = (children: ReactNode) => (
    <tbody>
      <tr>
        <td colSpan={5}>{children}</td>
      </tr>
    </tbody>
  );
  if (error && !data)
    return spanned(<FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />);
  if (!data) return spanned(<SkeletonRows count={6} height={41} label={t('loading')} />);
  const { edges, pageInfo } = data.measurements;
  return (
    <>
      <tbody>
        {edges.map(({ node: { id, person, value, measuredOn, baseline, source } }) => (
          <tr key={id} data-testid="measurement">
            <Cell>
              <span className={styles.person}>{person.name}</span>
            </Cell>
            <Cell label={t('head.value')}>
              {metric.scale === 'YES_NO' ? t(value === 1 ? 'yes' : 'no') : withUnit(value, metric.unit, locale)}
            </Cell>
            <Cell label={t('head.date')}>{date(measuredOn, 'full')}</Cell>
            <Cell label={t('head.kind')}>
              {baseline ? <Tag tone="soft">{t('baseline')}</Tag> : <span className={styles.quiet}>{t('result')}</span>}
            </Cell>
            <Cell label={t('head.source')}>
              <span className={styles.quiet}>{t(`from.${sourceOf(source)}`)}</span>
            </Cell>
          </tr>
        ))}
      </tbody>
      {isLast &&
        pageInfo.hasNextPage &&
        pageInfo.endCursor &&
        spanned(<Button onClick={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}>{ui('loadMore')}</Button>)}
    </>
  );
}
