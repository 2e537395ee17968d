'use client';
import { shareText } from '@planwright/schema/figures';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { PageBar, PageBody } from '@/features/ui/page';
import { ProgressBar } from '@/features/ui/progress-bar';
import { SkeletonRows } from '@/features/ui/skeleton';
import type { CohortListQuery } from '@/gql/graphql';
import { cohortList } from './cohort-documents';
import styles from './cohort-list.module.css';
import { CreateCohortDialog } from './create-cohort-dialog';

type Cohort = CohortListQuery['cohorts']['edges'][number]['node'];

/** All runs of all plans, the youngest first. */
export function CohortList() {
  const t = useTranslations('cohorts');
  const { has } = useSession();
  const [isCreating, setCreating] = useState(false);
  const [pages, setPages] = useState<(string | null)[]>([null]);
  const mayCreate = has('ADMIN', 'HR');
  const create = mayCreate && (
    <Button
      look="primary"
      icon={<Plus size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setCreating(true)}
      data-testid="create-cohort"
    >
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageBar title={t('title')} actions={create} />
      <PageBody>
        {pages.map((after, index) => (
          <CohortRows
            key={after ?? 'first'}
            after={after}
            isFirst={index === 0}
            isLast={index === pages.length - 1}
            onMore={(cursor) => setPages([...pages, cursor])}
            create={create}
          />
        ))}
      </PageBody>
      {isCreating && <CreateCohortDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function CohortRows({
  after,
  isFirst,
  isLast,
  onMore,
  create,
}: {
  after: string | null;
  isFirst: boolean;
  isLast: boolean;
  onMore: (cursor: string) => void;
  create: React.ReactNode;
}) {
  const t = useTranslations('cohorts');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, retry] = useQuery({ query: cohortList, variables: { after } });
  if (error && !data) return <FailureNote error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data) return fetching ? <SkeletonRows count={6} height={64} label={ui('loading')} /> : null;
  const cohorts = data.cohorts.edges.map(({ node }) => node);
  const { hasNextPage, endCursor } = data.cohorts.pageInfo;
  if (isFirst && cohorts.length === 0) {
    return (
      <Empty title={t('empty.title')} action={create}>
        {t('empty.text')}
      </Empty>
    );
  }
  return (
    <>
      <List>
        {cohorts.map((cohort) => (
          <CohortRow key={cohort.id} cohort={cohort} />
        ))}
      </List>
      {isLast && hasNextPage && endCursor && <Button onClick={() => onMore(endCursor)}>{ui('loadMore')}</Button>}
    </>
  );
}

function CohortRow({ cohort }: { cohort: Cohort }) {
  const t = useTranslations('cohorts');
  const { date } = useTimeWords();
  const { weekNow, weeks } = cohort;
  const when =
    weekNow == null || weeks == null
      ? t('starts', { date: date(cohort.startsOn, 'full') })
      : weekNow > weeks
        ? t('ended', { weeks })
        : t('week', { week: weekNow, weeks });
  return (
    <li className={styles.row}>
      <Link href={`/cohorts/${encodeURIComponent(cohort.id)}`} className={styles.link} data-testid="cohort">
        <span className={styles.name}>{cohort.name}</span>
        <span className={styles.plan}>
          {cohort.plan.title}
          {cohort.versions.length > 0 &&
            ` · ${t('versions', { numbers: cohort.versions.map(({ number }) => number).join(t('separator')) })}`}
        </span>
      </Link>
      <span className={styles.fact}>{t('people', { count: cohort.personCount })}</span>
      <span className={styles.fact}>{when}</span>
      <span className={styles.progress}>
        <ProgressBar share={cohort.completion ?? 0} label={t('completion')} />
        <span className={styles.percent}>{cohort.completion == null ? '–' : shareText(cohort.completion)}</span>
      </span>
    </li>
  );
}
