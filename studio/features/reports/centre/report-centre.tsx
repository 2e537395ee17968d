'use client';
import { FilePlus2 } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { unmask } from '@/features/api/fragments';
import { Button } from '@/features/ui/button';
import { PageBar, PageBody } from '@/features/ui/page';
import type { CohortChoiceFragment } from '@/gql/graphql';
import { reportChoices } from '../documents';
import { ReportReaders } from '../report-readers';
import styles from '../reports.module.css';
import { Sendings } from '../sending/sendings';
import { filterQuery, type ReportFilter, readFilter } from './filter-address';
import { Filters } from './filters';
import { MakeReportDialog } from './make-report-dialog';
import { ReportRows } from './report-rows';

/** All reports, newest first, by plan, cohort and period. */
export function ReportCentre() {
  const t = useTranslations('reports');
  return (
    <ReportReaders>
      <Centre title={t('title')} />
    </ReportReaders>
  );
}

function Centre({ title }: { title: string }) {
  const t = useTranslations('reports');
  const router = useRouter();
  const path = usePathname();
  const filter = readFilter(useSearchParams());
  const filterKey = filterQuery(filter);
  const [isMaking, setMaking] = useState(false);
  const [pages, setPages] = useState<{ filterKey: string; cursors: string[] }>({ filterKey, cursors: [] });
  const [{ data }] = useQuery({ query: reportChoices });
  const plans = data?.plans.edges.map(({ node }) => node) ?? [];
  const cohorts = unmask<CohortChoiceFragment>(data?.cohorts.edges.map(({ node }) => node) ?? []);
  const cursors = pages.filterKey === filterKey ? pages.cursors : [];
  const narrow = (next: ReportFilter) => router.replace(`${path}${filterQuery(next)}`, { scroll: false });
  const make = (
    <Button
      look="primary"
      icon={<FilePlus2 size={16} aria-hidden />}
      aria-haspopup="dialog"
      onClick={() => setMaking(true)}
      data-testid="make-report"
    >
      {t('make')}
    </Button>
  );
  return (
    <>
      <PageBar title={title} actions={make} />
      <PageBody width={1080}>
        <p className={styles.lead}>{t('centreLead')}</p>
        <Filters filter={filter} onChange={narrow} plans={plans} cohorts={cohorts} />
        <div>
          {[undefined, ...cursors].map((after, index, all) => (
            <ReportRows
              key={`${filterKey} ${after ?? ''}`}
              filter={filter}
              after={after}
              isLast={index === all.length - 1}
              onMore={(cursor) => setPages({ filterKey, cursors: [...cursors, cursor] })}
              onClear={() => narrow({})}
              make={make}
            />
          ))}
        </div>
        <Sendings cohorts={cohorts.filter(({ personCount }) => personCount > 0)} />
      </PageBody>
      {isMaking && <MakeReportDialog cohorts={cohorts} onClose={() => setMaking(false)} />}
    </>
  );
}
