'use client';
import { FileUp, PencilLine } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { Button, ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { PageBar, PageBody } from '@/features/ui/page';
import { Skeleton, SkeletonRows } from '@/features/ui/skeleton';
import { Tag } from '@/features/ui/tag';
import { metrics } from './documents';
import { ImportDialog } from './import-dialog';
import { Measurements } from './measurements';
import { asTitle, canRecord, rangeWords } from './metric';
import { RecordDialog } from './record-dialog';

/** One metric: what it means, what was measured, and ways to add to it. */
export function MetricPage({ metricKey }: { metricKey: string }) {
  const t = useTranslations('outcomes');
  const locale = useLocale();
  const { has } = useSession();
  const isHr = has('HR', 'ADMIN');
  const [{ data, error }, read] = useQuery({ query: metrics, pause: !isHr });
  const [open, setOpen] = useState<'record' | 'import'>();
  // Pages hold cursors into the old list; after a change they start over.
  const [generation, setGeneration] = useState(0);
  const metric = data?.metrics.find(({ key }) => key === metricKey);
  const recorded = () => setGeneration((count) => count + 1);

  if (!isHr || (data && !metric))
    return (
      <>
        <PageBar title={t('title')} />
        <PageBody>
          <Empty
            title={t(isHr ? 'gone.title' : 'hrOnly.title')}
            action={isHr && <ButtonLink href="/outcomes">{t('all')}</ButtonLink>}
          >
            {t(isHr ? 'gone.text' : 'hrOnly.text')}
          </Empty>
        </PageBody>
      </>
    );
  const range = metric && rangeWords(metric, locale);
  return (
    <>
      <PageBar
        title={metric ? asTitle(metric.title) : <Skeleton width={180} height={20} />}
        facts={
          metric && (
            <>
              <Tag>{t(`family.${metric.family}`)}</Tag>
              <Tag>{t(`direction.${metric.direction}`)}</Tag>
              {range && <Tag>{range}</Tag>}
            </>
          )
        }
        actions={
          metric &&
          canRecord(metric) && (
            <>
              <Button
                icon={<PencilLine size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setOpen('record')}
              >
                {t('recordOne')}
              </Button>
              <Button
                look="primary"
                icon={<FileUp size={16} aria-hidden />}
                aria-haspopup="dialog"
                onClick={() => setOpen('import')}
                data-testid="import-measurements"
              >
                {t('importTable')}
              </Button>
            </>
          )
        }
      />
      <PageBody width={960}>
        {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!data && !error && <SkeletonRows count={8} height={41} label={t('loading')} />}
        {metric && metric.source !== 'RECORDED' && (
          <Note
            tone="info"
            title={t(`source.${metric.source}`)}
            action={<ButtonLink href="/cohorts">{t('toCohorts')}</ButtonLink>}
          >
            {t(`sourceText.${metric.source}`)}
          </Note>
        )}
        {metric && canRecord(metric) && (
          <Measurements key={generation} metric={metric} onImport={() => setOpen('import')} />
        )}
      </PageBody>
      {metric && open === 'record' && (
        <RecordDialog metric={metric} onClose={() => setOpen(undefined)} onRecorded={recorded} />
      )}
      {metric && open === 'import' && (
        <ImportDialog metric={metric} onClose={() => setOpen(undefined)} onRecorded={recorded} />
      )}
    </>
  );
}
