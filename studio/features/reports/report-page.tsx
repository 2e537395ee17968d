'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { newestReport, reportPage } from './documents';
import { ReportReaders } from './report-readers';
import { ReportSkeleton } from './report-skeleton';
import { ReportView } from './report-view';

/** A report as it was made. */
export function ReportPage({ reportId }: { reportId: string }) {
  return (
    <ReportReaders>
      <KeptReport reportId={reportId} />
    </ReportReaders>
  );
}

/** The report of a cohort from the figures of now. */
export function NewestReportPage({ cohortId }: { cohortId: string }) {
  return (
    <ReportReaders>
      <ReportOfNow cohortId={cohortId} />
    </ReportReaders>
  );
}

function KeptReport({ reportId }: { reportId: string }) {
  const t = useTranslations('reports');
  const [{ data, error }, read] = useQuery({ query: reportPage, variables: { id: reportId } });
  const retry = () => read({ requestPolicy: 'network-only' });
  if (error && !data) return <Titled>{<FailureNote error={error} retry={retry} />}</Titled>;
  if (!data) return <ReportSkeleton />;
  if (data.node?.__typename !== 'EvaluationReport')
    return (
      <Titled>
        <Empty title={t('gone')} action={<ButtonLink href="/reports">{t('toCentre')}</ButtonLink>}>
          {t('goneNext')}
        </Empty>
      </Titled>
    );
  return <ReportView report={data.node} isNewest={false} />;
}

function ReportOfNow({ cohortId }: { cohortId: string }) {
  const t = useTranslations('reports');
  // Asked each time, since figures change while nobody looks; what was there stays on the screen meanwhile.
  const [{ data, error }, read] = useQuery({
    query: newestReport,
    variables: { cohortId },
    requestPolicy: 'cache-and-network',
  });
  const retry = () => read({ requestPolicy: 'network-only' });
  if (error && !data) return <Titled>{<FailureNote error={error} retry={retry} />}</Titled>;
  if (!data) return <ReportSkeleton />;
  if (!data.cohort)
    return (
      <Titled>
        <Empty title={t('noCohort')} action={<ButtonLink href="/reports">{t('toCentre')}</ButtonLink>}>
          {t('goneNext')}
        </Empty>
      </Titled>
    );
  if (!data.evaluationReport)
    return (
      <Titled>
        <Empty
          title={t('nobody', { cohort: data.cohort.name })}
          action={<ButtonLink href={`/cohorts/${encodeURIComponent(cohortId)}`}>{t('toBoard')}</ButtonLink>}
        >
          {t('nobodyNext')}
        </Empty>
      </Titled>
    );
  return <ReportView report={data.evaluationReport} isNewest />;
}

function Titled({ children }: { children: ReactNode }) {
  const t = useTranslations('reports');
  return (
    <>
      <PageBar title={t('report')} />
      <PageBody>{children}</PageBody>
    </>
  );
}
