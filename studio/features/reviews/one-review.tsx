'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Empty } from '@/features/ui/empty';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { DecisionForm } from './decision-form';
import { submittedWork } from './documents';
import styles from './reviews.module.css';
import { SubmittedWork } from './submitted-work';

/** One submission, read when it is looked at: the work on the left, the decision on the right. */
export function OneReview({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations('reviews');
  const ui = useTranslations('ui');
  const [{ data, error, fetching }, read] = useQuery({ query: submittedWork, variables: { id } });
  const submission = data?.node?.__typename === 'Submission' && data.node.id === id ? data.node : undefined;
  if (submission) {
    return (
      <>
        <SubmittedWork submission={submission} />
        <DecisionForm submission={submission} onDone={onDone} />
      </>
    );
  }
  return (
    <div className={styles.work}>
      {error && <FailureNote error={error} retry={() => read({ requestPolicy: 'network-only' })} />}
      {!error && fetching && (
        <div className={styles.reading} role="status" aria-label={ui('loading')}>
          <Skeleton width="50%" height={24} />
          <Skeleton width="35%" />
          <Skeleton height={120} />
        </div>
      )}
      {!error && !fetching && <Empty title={t('gone')}>{t('goneNext')}</Empty>}
    </div>
  );
}
