'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSession } from '@/features/session/session';
import { Button } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { List } from '@/features/ui/list';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { CreateMetricDialog } from './create-metric-dialog';
import { metrics } from './documents';
import { byFamily } from './metric';
import { MetricRow } from './metric-row';
import styles from './metrics-page.module.css';

/** Everything that can be measured, by what it tells. */
export function MetricsPage() {
  const t = useTranslations('outcomes');
  const router = useRouter();
  const { has } = useSession();
  const [{ data, error }, read] = useQuery({ query: metrics, requestPolicy: 'cache-and-network' });
  const [isCreating, setCreating] = useState(false);
  if (!has('HR', 'ADMIN'))
    return (
      <>
        <PageBar title={t('title')} />
        <PageBody>
          <Empty title={t('hrOnly.title')}>{t('hrOnly.text')}</Empty>
        </PageBody>
      </>
    );
  return (
    <>
      <PageBar
        title={t('title')}
        actions={
          <Button
            look="primary"
            icon={<Plus size={16} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setCreating(true)}
            data-testid="create-metric"
          >
            {t('create')}
          </Button>
        }
      />
      <PageBody width={960}>
        <p className={styles.lead}>{t('lead')}</p>
        {error && !data && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {!data && !error && <SkeletonRows count={8} height={45} label={t('loading')} />}
        {data &&
          byFamily(data.metrics).map(({ family, metrics: own }) => (
            <section key={family} aria-labelledby={family} className={styles.family}>
              <header className={styles.head}>
                <h2 id={family} className={styles.heading}>
                  {t(`family.${family}`)}
                </h2>
                <p className={styles.about}>{t(`familyAbout.${family}`)}</p>
              </header>
              {own.length === 0 ? (
                <p className={styles.none}>{t('noneInFamily')}</p>
              ) : (
                <List>
                  {own.map((metric) => (
                    <MetricRow key={metric.key} metric={metric} />
                  ))}
                </List>
              )}
            </section>
          ))}
      </PageBody>
      {isCreating && (
        <CreateMetricDialog
          taken={new Set(data?.metrics.map(({ key }) => key))}
          onClose={() => setCreating(false)}
          onCreated={(key) => router.push(`/outcomes/${encodeURIComponent(key)}`)}
        />
      )}
    </>
  );
}
