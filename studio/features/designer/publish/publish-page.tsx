'use client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/features/ui/button';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { PageBar, PageBody } from '@/features/ui/page';
import { SkeletonRows } from '@/features/ui/skeleton';
import { publishOverview } from './publish-documents';
import { PublishForm } from './publish-form';

/** What changed, who it affects, and one button that says what it will do. */
export function PublishPage({ planKey }: { planKey: string }) {
  const t = useTranslations('publish');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, read] = useQuery({
    query: publishOverview,
    variables: { key: planKey },
    requestPolicy: 'network-only',
  });
  // Reading again must not take away what is being typed: the last answer stays until the next one is here.
  const last = useRef(data);
  if (data) last.current = data;
  const overview = last.current;
  const plan = overview?.plan;
  const isReading = fetching && !overview;
  return (
    <>
      <PageBar
        title={plan ? t('title', { plan: plan.title }) : t('heading')}
        actions={<ButtonLink href={`/plans/${planKey}`}>{t('back')}</ButtonLink>}
      />
      <PageBody width={1280}>
        {error && !overview && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
        {isReading && <SkeletonRows count={6} label={ui('loading')} />}
        {overview && !plan?.draft && <Empty title={t('noDraft')}>{t('noDraftText')}</Empty>}
        {plan?.draft && (
          <PublishForm
            key={plan.draft.revision}
            plan={plan}
            draft={plan.draft}
            onOutdated={() => read({ requestPolicy: 'network-only' })}
          />
        )}
      </PageBody>
    </>
  );
}
