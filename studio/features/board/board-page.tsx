'use client';
import { UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { CohortTabs } from '@/features/cohorts/cohort-tabs';
import { EnrolDialog } from '@/features/cohorts/enrol-dialog';
import { useSession } from '@/features/session/session';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { Skeleton } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import styles from './board.module.css';
import { boardPage } from './board-documents';
import { BoardSkeleton } from './board-skeleton';
import { Figures } from './figures';
import { filterRows, mentorsOf, NO_FILTER, versionsOf } from './filter-rows';
import { Filters } from './filters';
import { Grid } from './grid';
import { LiveSign } from './live-sign';
import { useBoard } from './use-board';

/** The live board of a cohort. */
export function BoardPage({ cohortId }: { cohortId: string }) {
  const t = useTranslations('board');
  const locale = useLocale();
  const { has } = useSession();
  const { date } = useTimeWords();
  const [{ data, error: pageError }, retry] = useQuery({ query: boardPage, variables: { id: cohortId } });
  const { board, liveness, error } = useBoard(cohortId);
  const [filter, setFilter] = useState(NO_FILTER);
  const [isEnrolling, setEnrolling] = useState(false);
  const rows = useMemo(() => filterRows(board?.rows ?? [], filter, locale), [board, filter, locale]);
  const mentors = useMemo(() => mentorsOf(board?.rows ?? [], locale), [board, locale]);
  const departments = useMemo(() => {
    const present = new Set(board?.rows.map((row) => row.departmentId));
    return (data?.departments ?? []).filter(({ id }) => present.has(id));
  }, [board, data]);
  const failure = pageError ?? error;
  const cohort = data?.cohort;
  const enrolled = useMemo(() => new Set(board?.rows.map(({ personId }) => personId)), [board]);
  const people = board?.counters.people ?? cohort?.personCount ?? 0;
  const mayEnrol = has('ADMIN', 'HR');
  // People may have come since the page was read: the live rows know the versions that they run.
  const numbers = versionsOf(board?.rows ?? [], cohort?.versions ?? []);

  if (data && !cohort) {
    return (
      <PageBody>
        <Empty title={t('gone.title')} action={<ButtonLink href="/cohorts">{t('gone.action')}</ButtonLink>}>
          {t('gone.text')}
        </Empty>
      </PageBody>
    );
  }

  return (
    <>
      <PageBar
        title={cohort?.name ?? <Skeleton width={180} height={20} />}
        facts={
          cohort && (
            <>
              <Tag>
                {numbers.length > 0 && t('facts', { versions: numbers.join(t('separator')), people })}
                {numbers.length === 0 && t('people', { count: people })}
              </Tag>
              {cohort.weekNow != null && cohort.weeks != null && cohort.weekNow <= cohort.weeks ? (
                <Tag>{t('week', { week: cohort.weekNow, weeks: cohort.weeks })}</Tag>
              ) : (
                <Tag>{t('since', { date: date(cohort.startsOn, 'full') })}</Tag>
              )}
            </>
          )
        }
        actions={
          <>
            <LiveSign liveness={liveness} />
            {cohort && mayEnrol && <ButtonLink href={`/plans/${cohort.plan.key}/migration`}>{t('migrate')}</ButtonLink>}
            {cohort && mayEnrol && (
              <Button
                look="primary"
                icon={<UserPlus size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setEnrolling(true)}
                data-testid="add-people"
              >
                {t('addPeople')}
              </Button>
            )}
          </>
        }
      />
      <CohortTabs cohortId={cohortId} current="board" />
      <PageBody>
        {failure && !board && <FailureNote error={failure} retry={() => retry({ requestPolicy: 'network-only' })} />}
        {liveness.kind === 'stale' && <p role="status">{t('staleText')}</p>}
        {!board && !failure && <BoardSkeleton label={t('loading')} />}
        {board && board.rows.length === 0 && (
          <Empty
            title={t('empty.title')}
            action={
              mayEnrol && (
                <Button look="primary" aria-haspopup="dialog" onClick={() => setEnrolling(true)}>
                  {t('addPeople')}
                </Button>
              )
            }
          >
            {t('empty.text')}
          </Empty>
        )}
        {board && board.rows.length > 0 && (
          <>
            <Figures cohortId={cohortId} counters={board.counters} />
            <Filters
              filter={filter}
              onChange={setFilter}
              mentors={mentors}
              departments={departments}
              shown={rows.length}
              all={board.rows.length}
            />
            {rows.length === 0 ? (
              <Empty
                title={t('nobody.title')}
                action={<Button onClick={() => setFilter(NO_FILTER)}>{t('nobody.action')}</Button>}
              />
            ) : (
              <Grid columns={board.columns} rows={rows} changed={board.changed} several={numbers.length > 1} />
            )}
          </>
        )}
        {cohort && mayEnrol && cohort.cancelled.length > 0 && <Cancelled enrolments={cohort.cancelled} />}
      </PageBody>
      {isEnrolling && cohort && <EnrolDialog cohort={cohort} enrolled={enrolled} onClose={() => setEnrolling(false)} />}
    </>
  );
}

/** Who was cancelled is in no figure, but must be found again by whoever did it by mistake. */
function Cancelled({ enrolments }: { enrolments: readonly { id: string; person: { name: string } }[] }) {
  const t = useTranslations('board');
  return (
    <details className={styles.cancelled} data-testid="cancelled">
      <summary>{t('cancelled', { count: enrolments.length })}</summary>
      <p>{t('cancelledHint')}</p>
      <ul>
        {enrolments.map(({ id, person }) => (
          <li key={id}>
            <Link href={`/enrolments/${id}`}>{person.name}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
