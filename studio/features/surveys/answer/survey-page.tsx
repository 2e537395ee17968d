'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { ApiProvider } from '@/features/api/api-provider';
import { FailureNote } from '@/features/ui/failure-note';
import { Skeleton } from '@/features/ui/skeleton';
import { surveyForm } from './documents';
import { End } from './end';
import { Framed } from './framed';
import { shown } from './kept-answers';
import { SurveyForm } from './survey-form';
import styles from './survey-page.module.css';
import { useKept } from './use-kept';

/** What a link of a survey opens, on any phone and without an account. */
export function SurveyPage({ token }: { token: string }) {
  return (
    <div className={styles.page}>
      <ApiProvider waiting={<Waiting />}>
        <Opened token={token} />
      </ApiProvider>
    </div>
  );
}

function Opened({ token }: { token: string }) {
  const [kept, keep, discard] = useKept(token);
  const [{ data, error }, read] = useQuery({ query: surveyForm, variables: { token } });
  const form = data?.surveyForm ?? undefined;
  const again = () => read({ requestPolicy: 'network-only' });
  if (error && !data && !kept.sent)
    return (
      <Framed>
        <FailureNote error={error} retry={again} />
      </Framed>
    );
  if (!data && !kept.sent) return <Waiting />;
  const what = shown(form?.state, kept);
  return (
    <Framed workspace={form?.workspace}>
      {what === 'open' && form ? (
        <SurveyForm token={token} form={form} kept={kept} keep={keep} discard={discard} onShut={again} />
      ) : (
        <End why={what === 'open' ? 'dead' : what} closedOn={form?.closesOn} next={form?.next ?? undefined} />
      )}
    </Framed>
  );
}

/** The page as it will stand, before its words are there. */
function Waiting() {
  const t = useTranslations('ui');
  return (
    <Framed>
      <div className={styles.waiting} role="status" aria-label={t('loading')}>
        <Skeleton width="60%" height={28} />
        <Skeleton width="90%" />
        <Skeleton width="80%" />
        {[0, 1, 2].map((question) => (
          <div key={question} className={styles.waitingQuestion}>
            <Skeleton width="70%" height={20} />
            <Skeleton height={48} />
          </div>
        ))}
      </div>
    </Framed>
  );
}
