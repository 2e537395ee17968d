'use client';
import { addDays } from '@planwright/schema/time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { instantFromInput } from '@/features/enrolment/zoned-input';
import { useZone } from '@/features/time/clock';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { ReportCentreQuery } from '@/gql/graphql';
import { DesignBadge } from '../design-badge';
import { reportCentre } from '../documents';
import styles from '../reports.module.css';
import { isNarrowed, type ReportFilter } from './filter-address';

const PAGE = 30;
type Report = ReportCentreQuery['reports']['edges'][number]['node'];

/** One page of reports, newest first. */
export function ReportRows({
  filter,
  after,
  isLast,
  onMore,
  onClear,
  make,
}: {
  filter: ReportFilter;
  after: string | undefined;
  isLast: boolean;
  onMore: (cursor: string) => void;
  onClear: () => void;
  make: ReactNode;
}) {
  const t = useTranslations('reports');
  const ui = useTranslations('ui');
  const zone = useZone();
  const dayBegins = (day: string) => instantFromInput(`${day}T00:00`, zone) ?? null;
  const [{ data, error }, read] = useQuery({
    query: reportCentre,
    // A report may have been made since.
    requestPolicy: 'cache-and-network',
    variables: {
      first: PAGE,
      after: after ?? null,
      planKey: filter.plan ?? null,
      cohortId: filter.cohort ?? null,
      from: filter.from ? dayBegins(filter.from) : null,
      // The last day counts as a whole.
      until: filter.until ? dayBegins(addDays(filter.until, 1)) : null,
    },
  });
  if (error && !data) return <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />;
  if (!data) return <SkeletonRows count={5} height={76} label={ui('loading')} />;
  const { edges, pageInfo } = data.reports;
  if (edges.length === 0 && !after) {
    if (isNarrowed(filter))
      return (
        <Empty title={t('noneFound')} action={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
          {t('noneFoundNext')}
        </Empty>
      );
    return (
      <Empty title={t('none')} action={make}>
        {t('noneNext')}
      </Empty>
    );
  }
  const cursor = pageInfo.endCursor;
  return (
    <>
      <ul className={styles.rows}>
        {edges.map(({ node }) => (
          <Row key={node.id} report={node} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && cursor && (
        <Button look="quiet" onClick={() => onMore(cursor)}>
          {ui('loadMore')}
        </Button>
      )}
    </>
  );
}

function Row({ report }: { report: Report }) {
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const { id, headline, design, people, generatedAt, cohort } = report;
  return (
    <li className={styles.row} data-testid="report-row">
      <Link href={`/reports/${encodeURIComponent(id)}`} className={styles.rowLink}>
        {headline}
      </Link>
      <p className={styles.rowFacts}>
        <DesignBadge design={design} />
        <span>{cohort.name}</span>
        <span>{cohort.plan.title}</span>
        <span>{t('people', { count: people })}</span>
        <time dateTime={generatedAt}>{date(generatedAt, 'fullTime')}</time>
      </p>
    </li>
  );
}
