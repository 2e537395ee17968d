'use client';
import { Download, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Masked, unmask } from '@/features/api/fragments';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button, ButtonLink } from '@/features/ui/button';
import { PageBar, PageBody } from '@/features/ui/page';
import { Tag } from '@/features/ui/tag';
import type { ReportFieldsFragment } from '@/gql/graphql';
import { Contents, numberOf } from './contents';
import { ExportDialog } from './export-dialog';
import { Findings } from './findings/findings';
import { readManifest } from './manifest';
import styles from './reports.module.css';
import { Answer } from './sections/answer';
import { Correlations } from './sections/correlations';
import { Flow } from './sections/flow';
import { Items } from './sections/items';
import { Mentors } from './sections/mentors';
import { Methods } from './sections/methods';
import { Outcomes } from './sections/outcomes';
import { Process } from './sections/process';
import { Trust } from './sections/trust';

/** A report, from its answer to its manifest. `isNewest` = it was made of the figures of now. */
export function ReportView({ isNewest, ...props }: { report: Masked<ReportFieldsFragment>; isNewest: boolean }) {
  const report = unmask<ReportFieldsFragment>(props.report);
  const t = useTranslations('reports');
  const { date } = useTimeWords();
  const manifest = readManifest(report.manifest);
  const { cohort } = report;
  const [isExporting, setExporting] = useState(false);
  const cohortPath = `/cohorts/${encodeURIComponent(cohort.id)}`;
  return (
    <>
      <PageBar
        title={t('reportOf', { cohort: cohort.name })}
        facts={
          <>
            <Tag>
              {cohort.plan.title}
              {manifest.versions.length > 0 &&
                ` · ${t('versions', { numbers: manifest.versions.map(({ number }) => number).join(t('separator')) })}`}
            </Tag>
            <Tag>{t('madeOn', { date: date(report.generatedAt, 'full') })}</Tag>
          </>
        }
        actions={
          <>
            <ButtonLink href={cohortPath}>{t('toBoard')}</ButtonLink>
            {!isNewest && (
              <ButtonLink href={`${cohortPath}/report`} icon={<RefreshCw size={16} aria-hidden />}>
                {t('makeAgain')}
              </ButtonLink>
            )}
            {isNewest && (
              <Button
                icon={<Download size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setExporting(true)}
              >
                {t('export.open')}
              </Button>
            )}
          </>
        }
      />
      {isExporting && <ExportDialog cohortId={cohort.id} onClose={() => setExporting(false)} />}
      <PageBody width={1280}>
        <div className={styles.report} data-testid="report">
          <Contents />
          <div className={styles.chapters}>
            <Answer report={report} />
            <Flow report={report} number={numberOf('flow')} />
            <Process report={report} manifest={manifest} number={numberOf('process')} />
            <Outcomes report={report} number={numberOf('outcomes')} />
            <Correlations report={report} number={numberOf('correlations')} />
            <Items report={report} manifest={manifest} number={numberOf('items')} />
            <Mentors report={report} number={numberOf('mentors')} />
            <Findings report={report} number={numberOf('findings')} />
            <Trust report={report} number={numberOf('trust')} />
            <Methods report={report} manifest={manifest} number={numberOf('methods')} />
            <p className={styles.aside}>
              <Link href={`/reports?cohort=${encodeURIComponent(cohort.id)}`}>{t('earlier')}</Link>
            </p>
          </div>
        </div>
      </PageBody>
    </>
  );
}
