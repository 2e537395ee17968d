'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { useTimeWords } from '@/features/time/use-time-words';
import { Button } from '@/features/ui/button';
import { Dialog } from '@/features/ui/dialog';
import { FailureNote } from '@/features/ui/failure-note';
import { Note } from '@/features/ui/note';
import { ProgressBar } from '@/features/ui/progress-bar';
import { Tag } from '@/features/ui/tag';
import type { SurveyRoundsQuery } from '@/gql/graphql';
import { renewSurveyLinks } from './documents';
import type { Link } from './links';
import { Means } from './means';
import styles from './round-panel.module.css';
import { FEWEST, isOpen, resultsState } from './round-state';

type Round = SurveyRoundsQuery['surveys'][number];

/** One round: whom it asks, how many answered, until when, and its results or why there are none. */
export function RoundPanel({
  round,
  today,
  mayRenew,
  onLinks,
}: {
  round: Round;
  today: string;
  mayRenew: boolean;
  onLinks: (links: Link[]) => void;
}) {
  const t = useTranslations('surveys');
  const { date } = useTimeWords();
  const heading = useId();
  const [isAsking, setAsking] = useState(false);
  const { invited, answered, means, comments } = round.results;
  const running = isOpen(round, today);
  const state = resultsState(round, today);
  return (
    <section className={styles.round} aria-labelledby={heading} data-testid="survey-round">
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {t(`respondents.${round.respondents}`)}
        </h2>
        <Tag tone={running ? 'soft' : 'quiet'}>{t(running ? 'running' : 'over')}</Tag>
        <span className={styles.when}>
          {t(running ? 'period' : 'periodOver', {
            from: date(round.opensOn, 'full'),
            to: date(round.closesOn, 'full'),
          })}
        </span>
        {running && mayRenew && (
          <Button icon={<RefreshCw size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('renew')}
          </Button>
        )}
      </header>
      <div className={styles.answered}>
        <span className={styles.count}>{t('answered', { answered, invited })}</span>
        <ProgressBar share={invited === 0 ? 0 : answered / invited} label={t('answered', { answered, invited })} />
      </div>
      {state === 'shown' ? (
        <Means means={means} answered={answered} />
      ) : (
        <p className={styles.none}>{t(`results.${state}`, { fewest: FEWEST, answered })}</p>
      )}
      {comments.length > 0 && (
        <details className={styles.comments}>
          <summary>{t('comments', { count: comments.length })}</summary>
          <ul>
            {comments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: comments have no identity, on purpose
              <li key={index}>{comment}</li>
            ))}
          </ul>
        </details>
      )}
      {isAsking && <RenewDialog roundId={round.id} onClose={() => setAsking(false)} onLinks={onLinks} />}
    </section>
  );
}

/** New links end the old ones, so it asks before. */
function RenewDialog({
  roundId,
  onClose,
  onLinks,
}: {
  roundId: string;
  onClose: () => void;
  onLinks: (links: Link[]) => void;
}) {
  const t = useTranslations('surveys');
  const ui = useTranslations('ui');
  const [{ fetching, error, data }, renew] = useMutation(renewSurveyLinks);
  const wrong = data?.renewSurveyLinks.userErrors ?? [];
  const submit = async () => {
    const answer = await renew({ input: { roundId } });
    const made = answer.data?.renewSurveyLinks;
    if (!made || made.userErrors.length > 0) return;
    onClose();
    onLinks(made.links);
  };
  return (
    <Dialog
      title={t('renewTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" busy={fetching} onClick={() => void submit()} data-testid="renew-links">
            {t('renew')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('renewText')}</p>
      {wrong.map(({ code, message }) => (
        <Note key={code} tone="danger" title={message} />
      ))}
      {error && <FailureNote error={error} safe={t('oldLinksWork')} />}
    </Dialog>
  );
}
